namespace KnowledgeGraph.Snapshot;

/// <summary>What a graph file holds.</summary>
/// <param name="Nodes">Nodes.</param>
/// <param name="Sources">Sources.</param>
/// <param name="Facts">Facts.</param>
/// <param name="Conflicts">Conflicts.</param>
/// <param name="DataHash">The version of the data.</param>
public sealed record GraphFileSummary(int Nodes, int Sources, int Facts, int Conflicts, string DataHash)
{
    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => Nodes + Sources + Facts + Conflicts == 0;
}
