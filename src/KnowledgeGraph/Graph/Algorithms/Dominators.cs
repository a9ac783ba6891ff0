namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which nodes can nothing that comes from a root avoid?</summary>
public static class Dominators
{
    /// <summary>
    /// The dominator tree of a flow graph. For the chokepoints between a target and all its suppliers, ask it of the dependency view
    /// with the target as root; for post-dominators of the reversed graph.
    /// </summary>
    /// <param name="graph">The graph; self-loops and parallel edges change nothing.</param>
    /// <param name="root">Where all paths start.</param>
    /// <param name="cancellation">Looked at once in some thousand nodes.</param>
    /// <returns>The tree; nodes that the root does not reach are outside.</returns>
    /// <remarks>
    /// O(m log n + n·d) time for n nodes and m edges reached and a dominator tree of depth d, in practice linear, and O(n + m) memory,
    /// without recursion; there is no early stop but cancellation. Nodes are handled by their preorder numbers. Invariants: semidominators
    /// are found from the last number down; a node's dominator is the deepest of its parent's dominators that is no later than its
    /// semidominator. Literature: Lengauer and Tarjan, "A fast algorithm for finding dominators in a flowgraph", 1979; Georgiadis,
    /// "Linear-time algorithms for dominators and related problems", 2005 (semi-NCA).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static DominatorTree From(CsrGraph graph, int root, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.RequireNode(root, nameof(root));
        var search = new Search(graph, cancellation);
        search.NumberFrom(root);
        return new DominatorTree(root, search.FindDominators(search.FindSemidominators()));
    }

    private sealed class Search(CsrGraph graph, CancellationToken cancellation)
    {
        private const int NodesPerLook = 4096;
        private const int RootNumber = 1;

        /// <summary>In which order nodes were met, from 1; 0 for those that the root does not reach.</summary>
        private readonly int[] numberOf = new int[graph.NodeCount];

        /// <summary>By number; the first stands for nothing, so that the root has a parent before it.</summary>
        private readonly List<int> nodes = [DominatorTree.None];
        private readonly List<int> parents = [0];
        private readonly Stack<(int Node, int Next)> path = new();
        private readonly Stack<int> above = new();

        /// <summary>Numbers the nodes in the order in which a depth-first search first meets them.</summary>
        internal void NumberFrom(int root)
        {
            ReadOnlySpan<int> starts = graph.Starts, neighbours = graph.AllNeighbours;
            Enter(root, parent: 0);
            for (var (node, at) = (root, starts[root]); ;)
            {
                while (at < starts[node + 1] && numberOf[neighbours[at]] != 0)
                {
                    at++;
                }

                if (at < starts[node + 1])
                {
                    path.Push((node, at + 1));
                    Enter(neighbours[at], numberOf[node]);
                    (node, at) = (neighbours[at], starts[neighbours[at]]);
                }
                else if (path.TryPop(out var top))
                {
                    (node, at) = top;
                }
                else
                {
                    return;
                }
            }
        }

        /// <summary>The semidominators, all by number.</summary>
        internal int[] FindSemidominators()
        {
            var before = graph.Reversed();
            ReadOnlySpan<int> starts = before.Starts, neighbours = before.AllNeighbours;
            int[] semi = [.. parents];
            var links = parents.ConvertAll(parent => new Link { Ancestor = parent }).ToArray();
            for (var number = nodes.Count - 1; number > 1; number--)
            {
                Look(number);
                var (node, least) = (nodes[number], semi[number]);
                for (var at = starts[node]; at < starts[node + 1] && least > RootNumber; at++)
                {
                    if (numberOf[neighbours[at]] is > 0 and var from)
                    {
                        least = Math.Min(least, from <= number ? from : LeastAbove(links, from, number));
                    }
                }

                semi[number] = links[number].Least = least;
            }

            return semi;
        }

        /// <summary>The immediate dominators, by node.</summary>
        internal int[] FindDominators(int[] semi)
        {
            int[] dominator = [.. parents];
            var immediate = new int[graph.NodeCount];
            Array.Fill(immediate, DominatorTree.None);
            for (var number = 2; number < dominator.Length; number++)
            {
                Look(number);
                while (dominator[number] > semi[number])
                {
                    dominator[number] = dominator[dominator[number]];
                }

                immediate[nodes[number]] = nodes[dominator[number]];
            }

            return immediate;
        }

        private void Enter(int node, int parent)
        {
            Look(nodes.Count);
            numberOf[node] = nodes.Count;
            nodes.Add(node);
            parents.Add(parent);
        }

        private void Look(int number)
        {
            if (number % NodesPerLook == 1)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        /// <summary>
        /// The least semidominator on the tree path from a number up to, not including, the first ancestor not later than
        /// <paramref name="current"/>; the path is compressed.
        /// </summary>
        private int LeastAbove(Link[] links, int number, int current)
        {
            while (links[number].Ancestor > current)
            {
                above.Push(number);
                number = links[number].Ancestor;
            }

            var top = links[number];
            while (above.TryPop(out var below))
            {
                ref var link = ref links[below];
                link.Least = Math.Min(link.Least, top.Least);
                link.Ancestor = top.Ancestor;
                top = link;
            }

            return top.Least;
        }
    }

    /// <summary>How far up the tree a number's path has been compressed, and the least semidominator on what was left out.</summary>
    private struct Link
    {
        internal int Ancestor;
        internal int Least;
    }
}
