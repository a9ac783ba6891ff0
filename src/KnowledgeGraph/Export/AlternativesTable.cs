using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Alternatives as rows: one for each supplier of each alternative, and one for an alternative of which no supplier is known.</summary>
public static class AlternativesTable
{
    private static readonly string[] Header =
        ["level", "of", "component", "componentName", "alternative", "alternativeFacts", "supplier", "supplierName", "supplierType", "facts", "leastLosses"];

    /// <summary>The rows, in the order of the needs. A component that is not stated has no name.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<AlternativesResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        return new AnswerTable(Header, [.. answer.Result.Needs.SelectMany(need => need.Alternatives.SelectMany(alternative => Rows(need, alternative, set)))]);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Need need, Alternative alternative, FactSet set) =>
        (alternative.Suppliers.Count > 0 ? alternative.Suppliers : [new Supplier("", [])]).Select(supplier => (IReadOnlyList<string>)[
            need.Level.ToString(CultureInfo.InvariantCulture),
            need.Of,
            need.Product ?? "",
            Name(need.Product, set),
            alternative.Product ?? "",
            string.Join(' ', alternative.Facts),
            supplier.Node,
            Name(supplier.Node, set),
            set.FindNode(supplier.Node)?.Type ?? "",
            string.Join(' ', supplier.Facts),
            need.LeastLosses?.ToString(CultureInfo.InvariantCulture) ?? ""]);

    private static string Name(string? node, FactSet set) => node is null ? "" : set.FindNode(node)?.Name ?? "";
}
