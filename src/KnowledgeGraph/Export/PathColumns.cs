using System.Globalization;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>The columns of a path that has one row.</summary>
internal static class PathColumns
{
    /// <summary>Its nodes, the facts of each hop, weakest link, product, certainty, and what became of the product rule.</summary>
    internal static IEnumerable<string> Of(DependencyPath path, ProductRule rule) =>
    [
        string.Join("; ", path.Nodes),
        string.Join("; ", path.Hops.Select(each => string.Join(' ', each.Facts.Select(fact => fact.Id)))),
        path.WeakestLink?.Confidence.ToString("R", CultureInfo.InvariantCulture) ?? "",
        path.Product.ToString("R", CultureInfo.InvariantCulture),
        path.Certainty?.ToString().ToLowerInvariant() ?? "",
        ProductRuleText.Of(rule, path.Hops.Any(each => each.Facts[0].IsUnspecified)),
    ];
}
