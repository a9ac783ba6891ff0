namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which nodes can all reach one another?</summary>
public static class StrongComponents
{
    /// <summary>Searches depth first, once over every edge.</summary>
    /// <param name="graph">The graph; of an undirected one these are the weak components.</param>
    /// <param name="cancellation">Looked at once in some thousand nodes.</param>
    /// <returns>The components, numbered by their least nodes; a node on no cycle is one of its own.</returns>
    /// <remarks>
    /// O(n + m) time and O(n) memory for n nodes and m edges, without recursion; there is no early stop but cancellation. Invariant: the
    /// open nodes are those visited whose component is not complete, in order of visit, and every one of them can reach the node on top
    /// of the path. Literature: Tarjan, "Depth-first search and linear graph algorithms", 1972; Pearce, "A space-efficient algorithm for
    /// finding strongly connected components", 2016 (one mark a node, what else it takes stands on the path).
    /// </remarks>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static Components Of(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var search = new Search(graph, cancellation);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            search.Visit(node);
        }

        return new Components(search.Labels());
    }

    private sealed class Search(CsrGraph graph, CancellationToken cancellation)
    {
        private const uint Unseen = 0;
        private const int NodesPerLook = 4096;

        /// <summary>What the marks of complete nodes start from: beyond the order of every visit, so that they lower nothing.</summary>
        private readonly uint complete = (uint)graph.NodeCount + 1;

        /// <summary>Unseen, or in which order a node was visited, or the number of its component, counted from <see cref="complete"/>.</summary>
        private readonly uint[] marks = new uint[graph.NodeCount];
        private readonly Stack<Visited> path = new();
        private readonly Stack<int> open = new();
        private uint visits;
        private uint components;

        internal void Visit(int root)
        {
            if (marks[root] != Unseen)
            {
                return;
            }

            ReadOnlySpan<int> starts = graph.Starts, neighbours = graph.AllNeighbours;
            for (var current = Enter(root, starts); ;)
            {
                if (NextUnseen(ref current, neighbours) is >= 0 and var node)
                {
                    path.Push(current);
                    current = Enter(node, starts);
                    continue;
                }

                Leave(current);
                if (!path.TryPop(out var above))
                {
                    return;
                }

                above.Lowest = Math.Min(above.Lowest, current.Lowest);
                current = above;
            }
        }

        internal int[] Labels() => Array.ConvertAll(marks, mark => (int)(mark - complete));

        private Visited Enter(int node, ReadOnlySpan<int> starts)
        {
            if (visits++ % NodesPerLook == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            marks[node] = visits;
            open.Push(node);
            return new Visited { Node = node, Next = starts[node], End = starts[node + 1], Lowest = visits };
        }

        /// <summary>Looks at neighbours up to one that was not seen; −1 if there is none left.</summary>
        private int NextUnseen(ref Visited visited, ReadOnlySpan<int> neighbours)
        {
            var lowest = visited.Lowest;
            for (var at = visited.Next; at < visited.End; at++)
            {
                var neighbour = neighbours[at];
                var mark = marks[neighbour];
                if (mark >= lowest)
                {
                    continue;
                }

                if (mark == Unseen)
                {
                    (visited.Next, visited.Lowest) = (at + 1, lowest);
                    return neighbour;
                }

                lowest = mark;
            }

            visited.Lowest = lowest;
            return -1;
        }

        /// <summary>Where nothing earlier can be reached, all that was opened since belongs together.</summary>
        private void Leave(in Visited visited)
        {
            if (visited.Lowest != marks[visited.Node])
            {
                return;
            }

            int node;
            do
            {
                node = open.Pop();
                marks[node] = complete + components;
            }
            while (node != visited.Node);
            components++;
        }
    }

    /// <summary>A node on the path: where to look on in its row, and the earliest open node that it is known to reach.</summary>
    private struct Visited
    {
        internal int Node;
        internal int Next;
        internal int End;
        internal uint Lowest;
    }
}
