using System.Globalization;

namespace KnowledgeGraph.Cli;

/// <summary>Counts in words.</summary>
internal static class Plural
{
    /// <summary>A count with its noun: "1 path", "2 paths", "1,234 facts".</summary>
    internal static string Of(long count, string noun, string? plural = null) =>
        count.ToString("#,0", CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : plural ?? noun + "s");
}
