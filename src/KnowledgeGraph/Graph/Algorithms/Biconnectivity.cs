namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which single nodes and edges hold a graph together?</summary>
public static class Biconnectivity
{
    /// <summary>Searches depth first, once over every edge.</summary>
    /// <param name="graph">An undirected graph. Parallel edges are no bridges; a self-loop changes nothing.</param>
    /// <param name="cancellation">Looked at once a step.</param>
    /// <returns>Articulation points and bridges; none for a graph without edges.</returns>
    /// <remarks>
    /// O(n + m) time and O(n) memory for n nodes and m edges, without recursion; there is no early stop but cancellation. Invariant:
    /// <c>lowest</c> of a node is the earliest visit that an edge from its subtree leads to, the tree edge into it aside. Literature:
    /// Hopcroft and Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", 1973; Tarjan, "A note on finding the bridges of
    /// a graph", 1974.
    /// </remarks>
    /// <exception cref="ArgumentException">The graph is directed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static CutStructure Of(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.IsDirected)
        {
            throw new ArgumentException("the graph is directed; articulation points and bridges belong to undirected graphs: ask AsUndirected() of it", nameof(graph));
        }

        var search = new Search(graph);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            search.Visit(node, cancellation);
        }

        return search.Found();
    }

    private sealed class Search(CsrGraph graph)
    {
        private const int NoEdge = -1;

        private readonly int[] next = new int[graph.NodeCount];
        private readonly int[] order = new int[graph.NodeCount];
        private readonly int[] lowest = new int[graph.NodeCount];
        private readonly int[] edgeInto = new int[graph.NodeCount];
        private readonly int[] blocksBelow = new int[graph.NodeCount];
        private readonly Stack<int> path = new();
        private readonly List<int> bridges = [];
        private int visited;
        private int blocks;

        internal void Visit(int root, CancellationToken cancellation)
        {
            if (order[root] != 0)
            {
                return;
            }

            Enter(root, NoEdge);
            while (path.TryPeek(out var node))
            {
                cancellation.ThrowIfCancellationRequested();
                var i = next[node]++;
                if (i == graph.Neighbours(node).Length)
                {
                    Leave(node);
                }
                else
                {
                    Look(node, graph.Neighbours(node)[i], graph.Edges(node)[i]);
                }
            }

            // A root has nothing above it to be cut off from, so its first block does not count.
            blocksBelow[root]--;
        }

        internal CutStructure Found()
        {
            var points = Enumerable.Range(0, graph.NodeCount).Where(node => blocksBelow[node] > 0);
            bridges.Sort();
            return new CutStructure([.. points], bridges, blocks);
        }

        private void Enter(int node, int edge)
        {
            order[node] = lowest[node] = ++visited;
            edgeInto[node] = edge;
            path.Push(node);
        }

        private void Look(int node, int neighbour, int edge)
        {
            if (order[neighbour] == 0)
            {
                Enter(neighbour, edge);
            }
            else if (edge != edgeInto[node])
            {
                lowest[node] = Math.Min(lowest[node], order[neighbour]);
            }
        }

        private void Leave(int node)
        {
            path.Pop();
            if (!path.TryPeek(out var parent))
            {
                return;
            }

            lowest[parent] = Math.Min(lowest[parent], lowest[node]);
            if (lowest[node] >= order[parent])
            {
                blocksBelow[parent]++;
                blocks++;
            }

            if (lowest[node] > order[parent])
            {
                bridges.Add(edgeInto[node]);
            }
        }
    }
}
