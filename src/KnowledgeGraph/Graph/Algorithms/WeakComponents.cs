namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which nodes hang together, whichever way the edges lead?</summary>
public static class WeakComponents
{
    /// <summary>Unites the ends of every edge.</summary>
    /// <param name="graph">The graph, directed or not.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>The components, numbered by their least nodes; an isolated node is one of its own.</returns>
    /// <remarks>
    /// O((n + m) log n) time at worst, nearly linear in practice, and O(n) memory for n nodes and m edges; there is no early stop but
    /// cancellation. Invariant: a parent is no greater than its child, so a root is the least node of its tree. Literature: Tarjan and
    /// van Leeuwen, "Worst-case analysis of set union algorithms", 1984 (linking by index, path halving).
    /// </remarks>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static Components Of(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int[] parents = [.. Enumerable.Range(0, graph.NodeCount)];
        for (var node = 0; node < graph.NodeCount; node++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var neighbour in graph.Neighbours(node))
            {
                Unite(parents, node, neighbour);
            }
        }

        for (var node = 0; node < parents.Length; node++)
        {
            parents[node] = parents[parents[node]];
        }

        return new Components(parents);
    }

    private static void Unite(int[] parents, int a, int b)
    {
        (a, b) = (Root(parents, a), Root(parents, b));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Root(int[] parents, int node)
    {
        while (parents[node] != node)
        {
            parents[node] = parents[parents[node]];
            node = parents[node];
        }

        return node;
    }
}
