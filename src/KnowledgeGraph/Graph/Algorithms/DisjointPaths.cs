namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>How many ways lead from one node to another that share nothing, and which?</summary>
public static class DisjointPaths
{
    /// <summary>Paths that share no edge. Parallel edges count as one: no two of the paths go from one node to the same next node.</summary>
    /// <param name="graph">The graph; no two paths use an undirected edge, not even in different directions.</param>
    /// <param name="source">Where paths start.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="most">Looks for no more than so many, at least 1; to stop early.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>
    /// As many simple paths as there are at most, by hops, then by node numbers; none if there is no way. Source = target is one path of
    /// one node. Which paths of several such sets is fixed, but theirs need not be the fewest hops.
    /// </returns>
    /// <remarks>
    /// O(m·min(n^⅔, √m)) time and O(n + m) memory for n nodes and m edges. Literature: Menger, "Zur allgemeinen Kurventheorie", 1927; Even
    /// and Tarjan, "Network flow and testing graph connectivity", 1975. That there are no more is proved by <see cref="MinEdgeCut"/> of the
    /// same graph without parallel edges.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node, or <paramref name="most"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> ByEdges(
        CsrGraph graph, int source, int target, int most = int.MaxValue, CancellationToken cancellation = default)
    {
        Require(graph, source, target, most);
        var simple = graph.WithoutParallels();
        var pairs = FlowEnds.EachEdgeOnce(simple).ConvertAll(edge =>
            new ArcPair(simple.From(edge), simple.To(edge), 1, simple.IsDirected ? 0 : 1));
        return source == target ? [[source]] : Find(pairs, graph.NodeCount, graph.NodeCount, source, target, most, cancellation);
    }

    /// <summary>Paths that share no node but their ends; an edge from source to target is one of them.</summary>
    /// <inheritdoc cref="ByEdges" path="/param"/>
    /// <inheritdoc cref="ByEdges" path="/returns"/>
    /// <remarks>
    /// O(√n·m) time and O(n + m) memory for n nodes and m edges. Literature: as for <see cref="ByEdges"/>. That there are no more is proved
    /// by <see cref="MinNodeCut"/>, if no edge leads from source to target.
    /// </remarks>
    /// <inheritdoc cref="ByEdges" path="/exception"/>
    public static IReadOnlyList<IReadOnlyList<int>> ByNodes(
        CsrGraph graph, int source, int target, int most = int.MaxValue, CancellationToken cancellation = default)
    {
        Require(graph, source, target, most);
        var n = graph.NodeCount;
        var pairs = SplitNetwork.Of(graph.WithoutParallels(), _ => 1, edgeCapacity: 1);
        return source == target ? [[source]] : Find(pairs, 2 * n, n, n + source, target, most, cancellation);
    }

    private static void Require(CsrGraph graph, int source, int target, int most)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.RequireNode(source, nameof(source));
        graph.RequireNode(target, nameof(target));
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
    }

    private static List<IReadOnlyList<int>> Find(
        List<ArcPair> pairs, int networkSize, int nodeCount, int source, int target, int most, CancellationToken cancellation)
    {
        var network = new ResidualNetwork(networkSize, pairs);
        var count = new Dinic(network, source, target, cancellation).Push(most);
        var walks = new FlowWalks(network);
        var paths = new List<int[]>();
        for (var i = 0L; i < count; i++)
        {
            // The two halves of a split node follow one another.
            paths.Add([.. walks.Take(source, target).Select(node => node % nodeCount).Distinct()]);
        }

        paths.Sort((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.AsSpan().SequenceCompareTo(b));
        return [.. paths];
    }
}
