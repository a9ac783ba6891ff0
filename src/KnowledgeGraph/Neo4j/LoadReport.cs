namespace KnowledgeGraph.Neo4j;

/// <summary>What a load did.</summary>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="DataHash">Hash of the facts that stand there now.</param>
/// <param name="Changes">What differed from the state before.</param>
/// <param name="Counters">What the server counted, schema included.</param>
/// <param name="CommitCount">Transactions that wrote; more than one where the load was too large to be atomic.</param>
/// <param name="EndedWriters">Other loads that were ended, in words: who and why. Empty if none.</param>
public sealed record LoadReport(
    string Dataset,
    string DataHash,
    DatasetChanges Changes,
    UpdateCounters Counters,
    int CommitCount,
    IReadOnlyList<string> EndedWriters)
{
    /// <summary>Whether it went on where an earlier load of the same facts was broken off; what that one had written counts in no number here.</summary>
    public bool WasResumed { get; init; }

    /// <summary>How long a load in batches wrote, with all that it read to know what to write; zero for a load at once.</summary>
    public TimeSpan Writing { get; init; }

    /// <summary>How long a load in batches then still read back; zero for a load at once.</summary>
    public TimeSpan ReadingBack { get; init; }

    /// <summary>Whether readers saw either the old or the new state at every moment.</summary>
    public bool WasAtomic => CommitCount <= 1;
}

/// <summary>How a data set in Neo4j differs from the facts: by properties, labels, types and ends, so hand edits count.</summary>
/// <param name="Nodes">Nodes, by id.</param>
/// <param name="Facts">Facts, by id; the node of a literal value and the provenance count as their fact.</param>
/// <param name="Sources">Sources, by id.</param>
/// <param name="Conflicts">Conflicts, by id.</param>
/// <param name="IsStampCurrent">Whether the data set's own node names the version of the facts.</param>
public sealed record DatasetChanges(
    ElementChanges Nodes, ElementChanges Facts, ElementChanges Sources, ElementChanges Conflicts, bool IsStampCurrent)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => IsStampCurrent && Nodes.IsEmpty && Facts.IsEmpty && Sources.IsEmpty && Conflicts.IsEmpty;

    /// <summary>No difference, nor anything that is the same.</summary>
    internal static DatasetChanges None { get; } = new(NoneOf, NoneOf, NoneOf, NoneOf, IsStampCurrent: true);

    private static ElementChanges NoneOf => new([], [], [], 0);

    /// <summary>Both together, of blocks that share no element; the lists name the first only.</summary>
    internal DatasetChanges With(DatasetChanges later) => new(
        Nodes.With(later.Nodes), Facts.With(later.Facts), Sources.With(later.Sources), Conflicts.With(later.Conflicts), IsStampCurrent && later.IsStampCurrent);
}
