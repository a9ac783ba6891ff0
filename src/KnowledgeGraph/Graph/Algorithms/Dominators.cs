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
    /// <param name="cancellation">Looked at once a step.</param>
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
        var search = new Search(graph);
        search.NumberFrom(root, cancellation);
        search.FindSemidominators(cancellation);
        return new DominatorTree(root, search.FindDominators(cancellation));
    }

    private sealed class Search(CsrGraph graph)
    {
        private const int Unseen = -1;

        private readonly List<int> nodes = [];
        private readonly List<int> parents = [];
        private readonly int[] numberOf = Unnumbered(graph.NodeCount);
        private readonly Stack<int> path = new();
        private int[] ancestor = [];
        private int[] label = [];
        private int[] semi = [];

        /// <summary>Numbers the nodes in the order in which a depth-first search first meets them.</summary>
        internal void NumberFrom(int root, CancellationToken cancellation)
        {
            var next = new int[graph.NodeCount];
            Enter(root, 0);
            while (path.TryPeek(out var node))
            {
                cancellation.ThrowIfCancellationRequested();
                var neighbours = graph.Neighbours(node);
                if (next[node] == neighbours.Length)
                {
                    path.Pop();
                }
                else if (neighbours[next[node]++] is var neighbour && numberOf[neighbour] == Unseen)
                {
                    Enter(neighbour, numberOf[node]);
                }
            }
        }

        internal void FindSemidominators(CancellationToken cancellation)
        {
            var before = graph.Reversed();
            (ancestor, label, semi) = ([.. parents], [.. Enumerable.Range(0, nodes.Count)], [.. Enumerable.Range(0, nodes.Count)]);
            for (var number = nodes.Count - 1; number > 0; number--)
            {
                cancellation.ThrowIfCancellationRequested();
                semi[number] = parents[number];
                foreach (var previous in before.Neighbours(nodes[number]))
                {
                    if (numberOf[previous] != Unseen)
                    {
                        semi[number] = Math.Min(semi[number], semi[LeastAbove(numberOf[previous], number)]);
                    }
                }
            }
        }

        internal int[] FindDominators(CancellationToken cancellation)
        {
            var dominator = parents.ToArray();
            var immediate = Unnumbered(graph.NodeCount);
            for (var number = 1; number < nodes.Count; number++)
            {
                cancellation.ThrowIfCancellationRequested();
                while (dominator[number] > semi[number])
                {
                    dominator[number] = dominator[dominator[number]];
                }

                immediate[nodes[number]] = nodes[dominator[number]];
            }

            return immediate;
        }

        private static int[] Unnumbered(int count)
        {
            var numbers = new int[count];
            Array.Fill(numbers, Unseen);
            return numbers;
        }

        private void Enter(int node, int parent)
        {
            numberOf[node] = nodes.Count;
            nodes.Add(node);
            parents.Add(parent);
            path.Push(node);
        }

        /// <summary>
        /// The number of least semidominator on the tree path from a number up to, not including, the first ancestor not later than
        /// <paramref name="current"/>; the path is compressed.
        /// </summary>
        private int LeastAbove(int number, int current)
        {
            if (number <= current)
            {
                return number;
            }

            while (ancestor[number] > current)
            {
                path.Push(number);
                number = ancestor[number];
            }

            while (path.TryPop(out var below))
            {
                if (semi[label[number]] < semi[label[below]])
                {
                    label[below] = label[number];
                }

                ancestor[below] = ancestor[number];
                number = below;
            }

            return label[number];
        }
    }
}
