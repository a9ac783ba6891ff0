namespace KnowledgeGraph.Neo4j;

/// <summary>Bounds and choices of a load.</summary>
public sealed record LoaderOptions
{
    /// <summary>Whether another load of the same data set that is at work is ended rather than waited for.</summary>
    public bool TakeOver { get; init; }

    /// <summary>How long another load of the same data set is waited for. A server forgets a silent one after a minute.</summary>
    public TimeSpan WriterWait { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long each transaction of the load may take.</summary>
    public TimeSpan Bound { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Rows a statement writes at once.</summary>
    public int BatchRows { get; init; } = 5_000;

    /// <summary>A set of more facts than these is loaded in batches: see <see cref="IsInBatches"/>.</summary>
    public int MostFactsAtOnce { get; init; } = 40_000;

    /// <summary>
    /// Whether a load commits every <see cref="BatchRows"/> rows, and goes on where it was broken off, instead of all at once. Until its
    /// end, whoever asks is told that the data set is unfinished.
    /// </summary>
    public bool IsInBatches { get; init; }

    /// <summary>
    /// Whether a load in batches reads back on a second connection while it writes on, instead of afterwards. With a server on the same
    /// two processors that saves nothing, as both are busy throughout; unless said, it is done where there are more.
    /// </summary>
    public bool ReadsBackBeside { get; init; } = Environment.ProcessorCount > 2;

    /// <summary>Rows one transaction writes; more changes than these are committed in several.</summary>
    public int MaxRowsPerTransaction { get; init; } = 200_000;

    /// <summary>Of how many facts of a type there must be in a block to be written by a statement of their own, which the server must plan first.</summary>
    internal int LeastOfAType { get; init; } = 200;

    /// <summary>
    /// How often a transaction is tried in all after passing failures such as a deadlock. The pauses double from 0.2 s, and eight tries
    /// last 25 s, in which a cluster finds a new leader.
    /// </summary>
    public int Attempts { get; init; } = 8;
}

/// <summary>How far a load is.</summary>
/// <param name="Step">What is being done, such as <c>writing SUPPLIES_TO</c>.</param>
/// <param name="DoneRows">Rows written so far, or whatever is counted.</param>
/// <param name="TotalRows">The same in all; 0 until that is known.</param>
/// <param name="Counted">What is counted.</param>
public readonly record struct LoadProgress(string Step, int DoneRows = 0, int TotalRows = 0, string Counted = "rows");
