namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>How much can flow from some nodes to others?</summary>
public static class MaxFlow
{
    /// <summary>The greatest capacity of an edge, 2⁶² − 1, so that two add up.</summary>
    public const long GreatestCapacity = long.MaxValue / 2;

    /// <summary>Finds a maximum flow and a minimum cut.</summary>
    /// <param name="graph">The graph. An undirected edge carries its capacity either way; parallel edges add up; self-loops carry none.</param>
    /// <param name="capacities">By edge number; 0 to <see cref="GreatestCapacity"/>.</param>
    /// <param name="sources">Where the flow starts, without bound; at least one node.</param>
    /// <param name="sinks">Where it ends; at least one node, none a source.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>The flow; of several minimum cuts the one with the fewest nodes on the sources' side, which is unique.</returns>
    /// <remarks>
    /// O(n²·m) time at worst, far less in practice, and O(n + m) memory for n nodes and m edges; there is no early stop but cancellation.
    /// Literature: Dinic 1970; Ford and Fulkerson, "Maximal flow through a network", 1956, for the cut.
    /// </remarks>
    /// <exception cref="ArgumentException">The column does not fit the graph, a capacity is out of bounds, a set of ends is empty or a node
    /// in both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OverflowException">The flow is greater than <see cref="long.MaxValue"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static Flow Between(
        CsrGraph graph, long[] capacities, IReadOnlyList<int> sources, IReadOnlyList<int> sinks, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require(graph, capacities);
        FlowEnds.Require(graph, sources, sinks);
        var edges = FlowEnds.EachEdgeOnce(graph);
        var pairs = edges.ConvertAll(edge =>
            new ArcPair(graph.From(edge), graph.To(edge), capacities[edge], graph.IsDirected ? 0 : capacities[edge]));
        var (source, sink) = (graph.NodeCount, graph.NodeCount + 1);
        pairs.AddRange(sources.Distinct().Select(node => new ArcPair(source, node, long.MaxValue)));
        pairs.AddRange(sinks.Distinct().Select(node => new ArcPair(node, sink, long.MaxValue)));
        var network = new ResidualNetwork(graph.NodeCount + 2, pairs);
        var value = new Dinic(network, source, sink, cancellation).Push();
        var onEdge = new long[graph.EdgeCount];
        for (var i = 0; i < edges.Count; i++)
        {
            onEdge[edges[i]] = network.FlowOnPair(i);
        }

        return new Flow(value, onEdge, CutOf(graph, value, edges, network.ReachableFrom(source)));
    }

    private static EdgeCut CutOf(CsrGraph graph, long value, List<int> edges, bool[] isOnSourceSide)
    {
        var cut = edges.Where(edge => graph.IsDirected
            ? isOnSourceSide[graph.From(edge)] && !isOnSourceSide[graph.To(edge)]
            : isOnSourceSide[graph.From(edge)] != isOnSourceSide[graph.To(edge)]);
        return new EdgeCut(value, [.. cut.Order()], [.. Enumerable.Range(0, graph.NodeCount).Where(node => isOnSourceSide[node])]);
    }

    private static void Require(CsrGraph graph, long[] capacities)
    {
        graph.RequireColumn(capacities, nameof(capacities));
        var wrong = Array.FindIndex(capacities, capacity => capacity is < 0 or > GreatestCapacity);
        if (wrong >= 0)
        {
            throw new ArgumentException($"edge {wrong} has the capacity {capacities[wrong]}; capacities run from 0 to {GreatestCapacity}", nameof(capacities));
        }
    }
}
