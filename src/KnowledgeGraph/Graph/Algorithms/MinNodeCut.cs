namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>What is the least number of nodes whose removal separates some nodes from others?</summary>
public static class MinNodeCut
{
    /// <summary>How often an edge may be looked at around the ends before the whole network is laid out.</summary>
    private const int StepsPerEdge = 8;

    /// <summary>
    /// Finds a maximum flow that passes every node but the ends once: around the ends as long as that costs less than to lay out the
    /// whole network.
    /// </summary>
    /// <param name="graph">The graph; parallel edges and self-loops change nothing.</param>
    /// <param name="sources">The nodes on one side; at least one.</param>
    /// <param name="sinks">The nodes on the other; at least one, none a source.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>
    /// The nodes, ascending, none of them a source or sink; of several minimum cuts the nearest to the sources. Empty if there is no way
    /// to cut; null if an edge leads from a source to a sink, which no node cuts.
    /// </returns>
    /// <remarks>
    /// O(√n·m) time and O(n + m) memory for n nodes and m edges; there is no early stop but cancellation. Literature: Even and Tarjan,
    /// "Network flow and testing graph connectivity", 1975; Menger 1927: as many node-disjoint ways prove that no less will do.
    /// </remarks>
    /// <exception cref="ArgumentException">A set of ends is empty or a node in both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IReadOnlyList<int>? Between(
        CsrGraph graph, IReadOnlyList<int> sources, IReadOnlyList<int> sinks, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        FlowEnds.Require(graph, sources, sinks);
        if (AreAdjacent(graph, sources, sinks))
        {
            return null;
        }

        var maxSteps = StepsPerEdge * ((long)graph.NodeCount + graph.EdgeCount);
        using var search = new NodeCutSearch(graph, sources, sinks, cancellation);
        var cut = search.Find(maxSteps) ?? OfBlockingFlows(graph, sources, sinks, cancellation);
        cut.Sort();
        return cut;
    }

    /// <summary>Lays out the whole network; takes longer than a search around the ends, but no longer where the cut is large.</summary>
    internal static List<int> OfBlockingFlows(
        CsrGraph graph, IReadOnlyList<int> sources, IReadOnlyList<int> sinks, CancellationToken cancellation)
    {
        var isEnd = new bool[graph.NodeCount];
        foreach (var node in sources.Concat(sinks))
        {
            isEnd[node] = true;
        }

        var n = graph.NodeCount;
        var pairs = SplitNetwork.Of(graph, node => isEnd[node] ? long.MaxValue : 1, edgeCapacity: long.MaxValue);
        pairs.AddRange(sources.Distinct().Select(node => new ArcPair(2 * n, node, long.MaxValue)));
        pairs.AddRange(sinks.Distinct().Select(node => new ArcPair(n + node, (2 * n) + 1, long.MaxValue)));
        var network = new ResidualNetwork((2 * n) + 2, pairs);
        new Dinic(network, source: 2 * n, sink: (2 * n) + 1, cancellation).Push();
        var isOnSourceSide = network.ReachableFrom(2 * n);
        return [.. Enumerable.Range(0, n).Where(node => isOnSourceSide[node] && !isOnSourceSide[n + node])];
    }

    private static bool AreAdjacent(CsrGraph graph, IReadOnlyList<int> sources, IReadOnlyList<int> sinks)
    {
        HashSet<int> ends = [.. sinks];
        foreach (var source in sources)
        {
            foreach (var neighbour in graph.Neighbours(source))
            {
                if (ends.Contains(neighbour))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
