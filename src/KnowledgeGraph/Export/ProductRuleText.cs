using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>How far a row kept to the product rule.</summary>
internal static class ProductRuleText
{
    /// <summary><c>kept</c>; <c>unspecified</c> where it joins only because that was allowed; <c>ignored</c>: the row proves no supply chain.</summary>
    internal static string Of(ProductRule rule, bool isUnspecified) =>
        rule == ProductRule.Any ? "ignored" : isUnspecified ? "unspecified" : "kept";
}
