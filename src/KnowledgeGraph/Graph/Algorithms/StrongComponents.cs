namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which nodes can all reach one another?</summary>
public static class StrongComponents
{
    /// <summary>Searches depth first, once over every edge.</summary>
    /// <param name="graph">The graph; of an undirected one these are the weak components.</param>
    /// <param name="cancellation">Looked at once a step.</param>
    /// <returns>The components, numbered by their least nodes; a node on no cycle is one of its own.</returns>
    /// <remarks>
    /// O(n + m) time and O(n) memory for n nodes and m edges, without recursion; there is no early stop but cancellation. Invariant: the
    /// open nodes are those visited whose component is not complete, in order of visit, and every one of them can reach the node on top
    /// of the path. Literature: Tarjan, "Depth-first search and linear graph algorithms", 1972.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static Components Of(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var search = new Search(graph);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            search.Visit(node, cancellation);
        }

        return new Components(search.Labels);
    }

    private sealed class Search(CsrGraph graph)
    {
        private const int Unseen = 0;
        private const int Complete = int.MaxValue;

        private readonly int[] next = new int[graph.NodeCount];
        private readonly int[] order = new int[graph.NodeCount];
        private readonly int[] lowest = new int[graph.NodeCount];
        private readonly Stack<int> path = new();
        private readonly Stack<int> open = new();
        private int visited;

        internal int[] Labels { get; } = new int[graph.NodeCount];

        internal void Visit(int root, CancellationToken cancellation)
        {
            if (order[root] == Unseen)
            {
                Enter(root);
            }

            while (path.TryPeek(out var node))
            {
                cancellation.ThrowIfCancellationRequested();
                var neighbours = graph.Neighbours(node);
                if (next[node] == neighbours.Length)
                {
                    Leave(node);
                }
                else
                {
                    Look(node, neighbours[next[node]++]);
                }
            }
        }

        private void Enter(int node)
        {
            order[node] = lowest[node] = ++visited;
            path.Push(node);
            open.Push(node);
        }

        private void Look(int node, int neighbour)
        {
            if (order[neighbour] == Unseen)
            {
                Enter(neighbour);
            }
            else
            {
                // A complete node's order is beyond every other, so it lowers nothing.
                lowest[node] = Math.Min(lowest[node], order[neighbour]);
            }
        }

        private void Leave(int node)
        {
            path.Pop();
            if (lowest[node] == order[node])
            {
                Close(node);
            }
            else
            {
                lowest[path.Peek()] = Math.Min(lowest[path.Peek()], lowest[node]);
            }
        }

        private void Close(int root)
        {
            int node;
            do
            {
                node = open.Pop();
                Labels[node] = root;
                order[node] = Complete;
            }
            while (node != root);
        }
    }
}
