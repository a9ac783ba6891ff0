namespace KnowledgeGraph.Facts;

/// <summary>The written forms of <see cref="FactStatus"/>, the same in the seed, in answers and in Neo4j.</summary>
public static class FactStatusText
{
    private static readonly string[] Texts = ["reported", "estimate", "attributed-claim", "forecast", "opinion"];

    /// <summary>All written forms, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Texts;

    /// <summary>The written form.</summary>
    public static string ToText(this FactStatus status) => Texts[(int)status];

    /// <summary>Reads a written form, exactly as written.</summary>
    public static bool TryParse(string? text, out FactStatus status)
    {
        var position = Array.IndexOf(Texts, text);
        status = (FactStatus)Math.Max(position, 0);
        return position >= 0;
    }
}
