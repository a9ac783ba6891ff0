using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Import;

/// <summary>What came of an import.</summary>
/// <param name="Written">What the graph file holds; where that is nothing, there is none.</param>
/// <param name="Lines">Lines read, blank ones left out.</param>
/// <param name="Rejects">Items not taken, by the code of the reason, most frequent first.</param>
/// <param name="LeftOut">What was read and not kept, such as schemata that the mapping does not know, most frequent first.</param>
public sealed record ImportReport(
    GraphFileSummary Written, long Lines, IReadOnlyList<ImportCount> Rejects, IReadOnlyList<ImportCount> LeftOut)
{
    /// <summary>How many items were not taken.</summary>
    public long RejectCount => Rejects.Sum(reject => reject.Count);
}

/// <summary>How often something happened.</summary>
/// <param name="What">A code, or what was left out.</param>
/// <param name="Count">How often.</param>
/// <param name="Example">The first time, in full.</param>
public sealed record ImportCount(string What, long Count, string Example);
