namespace KnowledgeGraph.Neo4j;

/// <summary>How the elements of one kind differ.</summary>
/// <param name="Added">Ids missing in Neo4j, in ordinal order.</param>
/// <param name="Changed">Ids that differ in Neo4j, in ordinal order.</param>
/// <param name="Removed">Ids that stand in Neo4j only, strays without an id as <c>?</c>, in ordinal order.</param>
/// <param name="UnchangedCount">How many are the same.</param>
/// <remarks>Of a load in batches the lists name the first only; the counts are of all.</remarks>
public sealed record ElementChanges(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, int UnchangedCount)
{
    private const int MostNamed = 1_000;

    /// <summary>How many are missing in Neo4j.</summary>
    public int AddedCount { get; init; } = Added.Count;

    /// <summary>How many differ in Neo4j.</summary>
    public int ChangedCount { get; init; } = Changed.Count;

    /// <summary>How many stand in Neo4j only.</summary>
    public int RemovedCount { get; init; } = Removed.Count;

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => AddedCount + ChangedCount + RemovedCount == 0;

    /// <inheritdoc/>
    public override string ToString() => $"{AddedCount} added, {ChangedCount} changed, {RemovedCount} removed, {UnchangedCount} unchanged";

    internal ElementChanges With(ElementChanges later) => new(Named(Added, later.Added), Named(Changed, later.Changed), Named(Removed, later.Removed), UnchangedCount + later.UnchangedCount)
    {
        AddedCount = AddedCount + later.AddedCount,
        ChangedCount = ChangedCount + later.ChangedCount,
        RemovedCount = RemovedCount + later.RemovedCount,
    };

    private static IReadOnlyList<string> Named(IReadOnlyList<string> first, IReadOnlyList<string> more) =>
        first.Count >= MostNamed || more.Count == 0 ? first : [.. first.Concat(more).Take(MostNamed)];
}
