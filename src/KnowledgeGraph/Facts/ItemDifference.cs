namespace KnowledgeGraph.Facts;

/// <summary>An item that is in one fact set only, or different in both.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Fields">
/// The fields that differ, in the order of the seed. Of an item added, all that it has, without a former value; of one removed, all
/// that it had, without a new one.
/// </param>
public sealed record ItemDifference(string Id, ChangeKind Kind, IReadOnlyList<FieldChange> Fields);

/// <summary>What became of an item.</summary>
public enum ChangeKind
{
    /// <summary>It is in the newer set only.</summary>
    Added,

    /// <summary>It is in the older set only.</summary>
    Removed,

    /// <summary>It is in both, and not the same.</summary>
    Changed,
}

/// <summary>A field that differs.</summary>
/// <param name="Field">Its name in the seed, with a point before a name within: <c>confidence</c>, <c>value.period.to</c>.</param>
/// <param name="From">What stood there, as JSON; null where nothing did.</param>
/// <param name="To">What stands there now, as JSON; null where nothing does.</param>
public sealed record FieldChange(string Field, string? From, string? To);
