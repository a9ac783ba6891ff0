using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Nodes found by name as rows: one for each node.</summary>
public static class FindTable
{
    private static readonly string[] Header = ["id", "name", "type", "countries", "matched", "part", "fit"];

    /// <summary>The rows, best match first.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<FindResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        return new AnswerTable(Header, [.. answer.Result.Matches.Select(match => Row(match, set.FindNode(match.Node)))]);
    }

    private static IReadOnlyList<string> Row(NameMatch match, Node? node) =>
    [
        match.Node,
        node?.Name ?? "",
        node?.Type ?? "",
        string.Join("; ", node?.Countries ?? []),
        match.Name,
        match.Part.ToString().ToLowerInvariant(),
        match.How.ToString().ToLowerInvariant(),
    ];
}
