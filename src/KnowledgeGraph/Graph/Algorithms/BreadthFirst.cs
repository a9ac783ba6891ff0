namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which nodes can be reached from a node, in how few hops?</summary>
public static class BreadthFirst
{
    /// <summary>Searches breadth first. Of several shortest paths to a node the tree holds the first by node numbers.</summary>
    /// <param name="graph">The graph; self-loops and parallel edges change nothing.</param>
    /// <param name="source">Where to start: reached in 0 hops.</param>
    /// <param name="maxHops">Nodes farther off count as not reached.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>Hops to every node reached; <see cref="ShortestPathTree{T}.Reached"/> goes by hops, then by the nodes of the paths.</returns>
    /// <remarks>
    /// O(n + m) time and O(n) memory for n nodes and m edges reached. To stop early, bound the hops. Invariant: the queue holds nodes of
    /// at most two neighbouring levels, each level in the order of its least paths (rows ascend). Literature: Moore, "The shortest path
    /// through a maze", 1959; Lee 1961.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static ShortestPathTree<int> From(
        CsrGraph graph, int source, int maxHops = int.MaxValue, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.RequireNode(source, nameof(source));
        var (hops, previous) = (new int[graph.NodeCount], new int[graph.NodeCount]);
        Array.Fill(previous, ShortestPathTree<int>.Unreached);
        previous[source] = source;
        var queue = new List<int> { source };
        for (var i = 0; i < queue.Count && hops[queue[i]] < maxHops; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = queue[i];
            foreach (var neighbour in graph.Neighbours(node))
            {
                if (previous[neighbour] == ShortestPathTree<int>.Unreached)
                {
                    (previous[neighbour], hops[neighbour]) = (node, hops[node] + 1);
                    queue.Add(neighbour);
                }
            }
        }

        return new ShortestPathTree<int>(hops, previous, queue);
    }
}
