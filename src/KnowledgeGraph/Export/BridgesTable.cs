using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Articulation points and bridges as rows: one for each, with how many nodes it cuts off and the nearest of them.</summary>
public static class BridgesTable
{
    private static readonly string[] Header =
        ["kind", "node", "name", "type", "to", "toName", "toType", "facts", "cutsOff", "nearest", "nearestNames", "path"];

    /// <summary>The rows, in the order of the answer: points, then bridges, then the parts that the node asked about holds together.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<BridgesResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        var anchor = ((BridgesQuestion)answer.Question).Anchor;
        var paths = answer.Result.Members.ToDictionary(member => member.Node, member => string.Join(" > ", member.Path.Nodes));
        return new AnswerTable(Header, [
            .. answer.Result.Points.Select(point => Row("articulation point", point.Node, to: "", [], point.CutsOff, point.CutOff, paths[point.Node], set)),
            .. answer.Result.Bridges.Select(bridge => Row(
                "bridge", bridge.Link.From, bridge.Link.To, bridge.Link.Facts.Select(fact => fact.Id), bridge.CutsOff, bridge.CutOff, paths[bridge.Link.To], set)),
            .. answer.Result.Parts.Select(part => Row("part", anchor, to: "", [], part.Size, part.Nodes, anchor, set))]);
    }

    private static IReadOnlyList<string> Row(
        string kind, string node, string to, IEnumerable<string> facts, int count, IReadOnlyList<string> nearest, string path, FactSet set) =>
    [
        kind,
        node,
        set.FindNode(node)?.Name ?? "",
        set.FindNode(node)?.Type ?? "",
        to,
        set.FindNode(to)?.Name ?? "",
        set.FindNode(to)?.Type ?? "",
        string.Join("; ", facts),
        count.ToString(CultureInfo.InvariantCulture),
        string.Join("; ", nearest),
        string.Join("; ", nearest.Select(id => set.FindNode(id)?.Name ?? id)),
        path,
    ];
}
