namespace KnowledgeGraph.Query;

/// <summary>How much an answer may cost. A bound that is reached is named in the answer.</summary>
/// <param name="Limit">Most results, 1 to 1,000,000.</param>
/// <param name="Timeout">Most time to search, up to an hour.</param>
/// <param name="MaxStates">Most search states held in memory at once.</param>
public sealed record SearchBounds(int Limit = 100, TimeSpan? Timeout = null, int MaxStates = 20_000_000)
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int GreatestLimit = 1_000_000;

    /// <summary>The time to search; 10 seconds unless set.</summary>
    public TimeSpan Time => Timeout ?? TimeSpan.FromSeconds(10);
}
