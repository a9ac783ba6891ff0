using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Cuts as rows: one for each node or hop of each cut, with the first path of the proof that it lies on.</summary>
public static class CutTable
{
    private static readonly string[] Header =
        ["cut", "size", "node", "name", "type", "to", "toName", "path", "facts", "weakest", "product", "certainty", "productRule"];

    /// <summary>The rows, in the order of the answer; for a node the columns of TO are empty.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<CutResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        var rule = ((CutQuestion)answer.Question).Filter.Products;
        return new AnswerTable(Header, [.. answer.Result.Cuts.SelectMany((cut, i) => Rows(i + 1, cut, answer.Result.Proof, rule, set))]);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(
        int number, Cut cut, IReadOnlyList<DependencyPath> proof, ProductRule rule, FactSet set)
    {
        var size = cut.Nodes.Count + cut.Hops.Count;
        var nodes = cut.Nodes.Select(node => (From: node, To: "", Path: proof.First(path => path.Nodes.Contains(node))));
        var hops = cut.Hops.Select(hop => (hop.From, hop.To, Path: proof.First(path => path.Hops.Any(each => (each.From, each.To) == (hop.From, hop.To)))));
        return nodes.Concat(hops).Select(part => (IReadOnlyList<string>)[
            number.ToString(CultureInfo.InvariantCulture),
            size.ToString(CultureInfo.InvariantCulture),
            part.From,
            set.FindNode(part.From)?.Name ?? "",
            set.FindNode(part.From)?.Type ?? "",
            part.To,
            set.FindNode(part.To)?.Name ?? "",
            .. PathColumns.Of(part.Path, rule)]);
    }
}
