using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Random edge expressions that a filter allows: causal types alone, or none of them.</summary>
internal static class RandomExpression
{
    private static readonly string[] Causal = ["CAUSES", "CAUSES", "MITIGATES", "PRECEDES", "_"];
    private static readonly string[] Others =
        ["SUPPLIES_TO", "SUPPLIES_COMPONENT_FOR", "PRODUCES", "COMPONENT_OF", "CONTROLS", "SUBSIDIARY_OF", "DEPENDS_ON", "ALLIED_WITH", "_", "_"];

    internal static string Of(RandomCase random, GraphFilter filter)
    {
        var isCausal = filter.Layers.Contains("causal") || filter.Types.Contains("CAUSES");
        var isOpen = filter.Layers.Count + filter.Types.Count == 0;
        return Any(random, isCausal || (isOpen && random.Chance(20)) ? Causal : Others, depth: 3);
    }

    private static string Any(RandomCase random, string[] names, int depth)
    {
        string Part() => Any(random, names, depth - 1);
        return (depth == 0 ? 0 : random.Between(0, 9)) switch
        {
            <= 2 => random.Pick(names),
            <= 4 => $"({Part()}){random.Pick(["?", "*", "+"])}",
            5 => $"{random.Pick(names)}{random.Pick(["?", "*", "+"])}",
            6 => $"{Part()}|{Part()}".Insert(0, "(") + ")",
            7 => "_*",
            _ => $"{Part()} . {Part()}",
        };
    }
}
