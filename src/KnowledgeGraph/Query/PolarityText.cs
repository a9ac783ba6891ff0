namespace KnowledgeGraph.Query;

/// <summary>The written forms of <see cref="Polarity"/>.</summary>
public static class PolarityText
{
    /// <summary>All written forms, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All { get; } = ["both", "positive", "denied"];

    /// <summary>The written form.</summary>
    public static string Of(Polarity polarity) => All[(int)polarity];
}
