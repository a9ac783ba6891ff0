namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>What flows and cuts ask of their ends and edges.</summary>
internal static class FlowEnds
{
    /// <exception cref="ArgumentException">A set of ends is empty or a node in both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    internal static void Require(CsrGraph graph, IReadOnlyList<int> sources, IReadOnlyList<int> sinks)
    {
        RequireNodes(graph, sources, nameof(sources));
        RequireNodes(graph, sinks, nameof(sinks));
        foreach (var node in sinks)
        {
            if (sources.Contains(node))
            {
                throw new ArgumentException($"node {node} is both a source and a sink; nothing lies between", nameof(sinks));
            }
        }
    }

    /// <summary>The edges in the order of the rows, an undirected one once.</summary>
    internal static List<int> EachEdgeOnce(CsrGraph graph)
    {
        var edges = new List<int>(graph.EdgeCount);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            foreach (var edge in graph.Edges(node))
            {
                if (graph.IsDirected || graph.From(edge) == node)
                {
                    edges.Add(edge);
                }
            }
        }

        return edges;
    }

    private static void RequireNodes(CsrGraph graph, IReadOnlyList<int> nodes, string parameter)
    {
        ArgumentNullException.ThrowIfNull(nodes, parameter);
        if (nodes.Count == 0)
        {
            throw new ArgumentException("the list is empty; give at least one node", parameter);
        }

        foreach (var node in nodes)
        {
            graph.RequireNode(node, parameter);
        }
    }
}
