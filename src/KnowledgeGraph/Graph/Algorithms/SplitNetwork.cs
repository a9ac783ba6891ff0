namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// A graph whose nodes carry the capacities: node v is split into v, where edges come in, and n + v, where they go out, with one arc
/// between. The arcs of the nodes come first, by number.
/// </summary>
internal static class SplitNetwork
{
    /// <param name="graph">The graph.</param>
    /// <param name="capacityOf">The capacity of a node.</param>
    /// <param name="edgeCapacity">The capacity of every edge, either way.</param>
    internal static List<ArcPair> Of(CsrGraph graph, Func<int, long> capacityOf, long edgeCapacity)
    {
        var n = graph.NodeCount;
        var pairs = new List<ArcPair>(n + (2 * graph.EdgeCount));
        for (var node = 0; node < n; node++)
        {
            pairs.Add(new ArcPair(node, n + node, capacityOf(node)));
        }

        for (var node = 0; node < n; node++)
        {
            foreach (var neighbour in graph.Neighbours(node))
            {
                pairs.Add(new ArcPair(n + node, neighbour, edgeCapacity));
            }
        }

        return pairs;
    }
}
