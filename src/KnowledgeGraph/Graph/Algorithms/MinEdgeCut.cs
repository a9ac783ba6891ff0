namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>What is the least number of edges whose removal separates some nodes from others?</summary>
public static class MinEdgeCut
{
    /// <summary>Finds a maximum flow with every edge of capacity 1; for other costs ask <see cref="MaxFlow"/>.</summary>
    /// <param name="graph">The graph; of parallel edges each counts.</param>
    /// <param name="sources">The nodes on one side; at least one.</param>
    /// <param name="sinks">The nodes on the other; at least one, none a source.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>Of several minimum cuts the one with the fewest nodes on the sources' side; empty if there is no way to cut.</returns>
    /// <remarks>
    /// O(m·min(n^⅔, √m)) time and O(n + m) memory for n nodes and m edges; there is no early stop but cancellation. Literature: Even and
    /// Tarjan, "Network flow and testing graph connectivity", 1975; Menger 1927: as many edge-disjoint ways prove that no less will do.
    /// </remarks>
    /// <exception cref="ArgumentException">A set of ends is empty or a node in both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static EdgeCut Between(
        CsrGraph graph, IReadOnlyList<int> sources, IReadOnlyList<int> sinks, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var capacities = new long[graph.EdgeCount];
        Array.Fill(capacities, 1);
        return MaxFlow.Between(graph, capacities, sources, sinks, cancellation).Cut;
    }
}
