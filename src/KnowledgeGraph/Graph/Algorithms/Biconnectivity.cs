namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which single nodes and edges hold a graph together?</summary>
public static class Biconnectivity
{
    /// <summary>Searches depth first, once over every edge.</summary>
    /// <param name="graph">An undirected graph. Parallel edges are no bridges; a self-loop changes nothing.</param>
    /// <param name="cancellation">Looked at once in some thousand nodes.</param>
    /// <returns>Articulation points and bridges; none for a graph without edges.</returns>
    /// <remarks>
    /// O(n + m) time and O(n) memory for n nodes and m edges, without recursion; there is no early stop but cancellation. Invariant:
    /// <c>Lowest</c> of a node on the path is the earliest visit that an edge from its subtree is known to lead to, the tree edge into it
    /// aside; what has left the path needs its order alone. Literature: Hopcroft and Tarjan, "Algorithm 447: efficient algorithms for
    /// graph manipulation", 1973; Tarjan, "A note on finding the bridges of a graph", 1974.
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

        var search = new Search(graph, cancellation);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            search.Visit(node);
        }

        return search.Found();
    }

    private sealed class Search(CsrGraph graph, CancellationToken cancellation)
    {
        private const int None = -1;
        private const int NodesPerLook = 4096;

        /// <summary>In which order nodes were visited, from 1; 0 for those that were not.</summary>
        private readonly int[] order = new int[graph.NodeCount];
        private readonly bool[] isPoint = new bool[graph.NodeCount];
        private readonly Stack<Visited> path = new();
        private readonly List<int> bridges = [];
        private int visits;
        private int blocks;

        internal void Visit(int root)
        {
            if (order[root] != 0)
            {
                return;
            }

            ReadOnlySpan<int> starts = graph.Starts, neighbours = graph.AllNeighbours;

            // A root has nothing above it to be cut off from, so its first block does not count.
            var current = Enter(root, None, None, starts) with { BlocksBelow = -1 };
            while (true)
            {
                if (NextUnseen(ref current, neighbours) is >= 0 and var at)
                {
                    path.Push(current);
                    current = Enter(neighbours[at], current.Node, graph.EdgeAt(at), starts);
                    continue;
                }

                isPoint[current.Node] = current.BlocksBelow > 0;
                if (!path.TryPop(out var parent))
                {
                    return;
                }

                Leave(current, ref parent);
                current = parent;
            }
        }

        internal CutStructure Found()
        {
            var points = new List<int>();
            for (var node = 0; node < isPoint.Length; node++)
            {
                if (isPoint[node])
                {
                    points.Add(node);
                }
            }

            bridges.Sort();
            return new CutStructure(points, bridges, blocks);
        }

        private Visited Enter(int node, int parent, int edge, ReadOnlySpan<int> starts)
        {
            if (visits++ % NodesPerLook == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            order[node] = visits;
            return new Visited { Node = node, Parent = parent, EdgeInto = edge, Next = starts[node], End = starts[node + 1], Lowest = visits };
        }

        /// <summary>Looks at neighbours up to one that was not seen, and says at which position it stands; −1 if there is none left.</summary>
        private int NextUnseen(ref Visited visited, ReadOnlySpan<int> neighbours)
        {
            var lowest = visited.Lowest;
            for (var at = visited.Next; at < visited.End; at++)
            {
                var neighbour = neighbours[at];
                var visit = order[neighbour];
                if (visit >= lowest)
                {
                    continue;
                }

                if (visit == 0)
                {
                    (visited.Next, visited.Lowest) = (at + 1, lowest);
                    return at;
                }

                if (neighbour != visited.Parent || graph.EdgeAt(at) != visited.EdgeInto)
                {
                    lowest = visit;
                }
            }

            visited.Lowest = lowest;
            return -1;
        }

        private void Leave(in Visited visited, ref Visited parent)
        {
            parent.Lowest = Math.Min(parent.Lowest, visited.Lowest);
            if (visited.Lowest >= order[parent.Node])
            {
                parent.BlocksBelow++;
                blocks++;
            }

            if (visited.Lowest > order[parent.Node])
            {
                bridges.Add(visited.EdgeInto);
            }
        }
    }

    /// <summary>A node on the path, how it was come by, where to look on in its row, and what is known of its subtree.</summary>
    private struct Visited
    {
        internal int Node;
        internal int Parent;
        internal int EdgeInto;
        internal int Next;
        internal int End;
        internal int Lowest;
        internal int BlocksBelow;
    }
}
