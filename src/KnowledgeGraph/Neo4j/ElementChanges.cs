namespace KnowledgeGraph.Neo4j;

/// <summary>How the elements of one kind differ.</summary>
/// <param name="Added">Ids missing in Neo4j, in ordinal order.</param>
/// <param name="Changed">Ids that differ in Neo4j, in ordinal order.</param>
/// <param name="Removed">Ids that stand in Neo4j only, strays without an id as <c>?</c>, in ordinal order.</param>
/// <param name="UnchangedCount">How many are the same.</param>
public sealed record ElementChanges(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, int UnchangedCount)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Added.Count} added, {Changed.Count} changed, {Removed.Count} removed, {UnchangedCount} unchanged";
}
