using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Chokepoints as rows: one for each chokepoint and each node that it cuts off, with the path to that node.</summary>
public static class ChokepointsTable
{
    private static readonly string[] Header =
        ["chokepoint", "name", "type", "cutsOff", "node", "nodeName", "nodeType", "tier", "hangsFrom", "path", "facts", "weakest", "product", "certainty", "productRule"];

    /// <summary>The rows, in the order of the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<ChokepointsResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        var rule = ((ChokepointsQuestion)answer.Question).Filter.Products;
        var members = answer.Result.Members.ToDictionary(member => member.Node);
        return new AnswerTable(Header, [.. answer.Result.Chokepoints.SelectMany(point => point.CutOff.Select(node => Row(point, members[node], rule, set)))]);
    }

    private static IReadOnlyList<string> Row(Chokepoint point, HangingNode member, ProductRule rule, FactSet set) =>
    [
        point.Node,
        set.FindNode(point.Node)?.Name ?? "",
        set.FindNode(point.Node)?.Type ?? "",
        point.CutOff.Count.ToString(CultureInfo.InvariantCulture),
        member.Node,
        set.FindNode(member.Node)?.Name ?? "",
        set.FindNode(member.Node)?.Type ?? "",
        member.Tier.ToString(CultureInfo.InvariantCulture),
        string.Join("; ", member.HangsFrom),
        .. PathColumns.Of(member.Path, rule),
    ];
}
