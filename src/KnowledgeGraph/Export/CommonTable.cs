using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Common dependencies as rows: one for each common node and each node asked about.</summary>
public static class CommonTable
{
    private static readonly string[] Header =
        ["node", "name", "type", "hops", "of", "tier", "path", "facts", "weakest", "product", "certainty", "productRule"];

    /// <summary>The rows, in the order of the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<CommonResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        var question = (CommonQuestion)answer.Question;
        return new AnswerTable(Header, [.. answer.Result.Members.SelectMany(member => Rows(member, question, set))]);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(CommonNode member, CommonQuestion question, FactSet set)
    {
        var node = set.FindNode(member.Node);
        return question.Anchors.Zip(member.Paths, (anchor, path) => (IReadOnlyList<string>)[
            member.Node,
            node?.Name ?? "",
            node?.Type ?? "",
            member.Hops.ToString(CultureInfo.InvariantCulture),
            anchor,
            path.Hops.Count.ToString(CultureInfo.InvariantCulture),
            .. PathColumns.Of(path, question.Filter.Products)]);
    }
}
