namespace KnowledgeGraph.Import;

/// <summary>Counts by name, with the first example of each.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (long Count, string Example)> counts = new(StringComparer.Ordinal);

    /// <summary>How many were counted.</summary>
    public long Total { get; private set; }

    public void Add(string what, string example)
    {
        counts[what] = counts.TryGetValue(what, out var found) ? (found.Count + 1, found.Example) : (1, example);
        Total++;
    }

    /// <summary>Most frequent first, then by name.</summary>
    public IReadOnlyList<ImportCount> Counts() =>
        [.. counts
            .Select(pair => new ImportCount(pair.Key, pair.Value.Count, pair.Value.Example))
            .OrderByDescending(count => count.Count)
            .ThenBy(count => count.What, StringComparer.Ordinal)];
}
