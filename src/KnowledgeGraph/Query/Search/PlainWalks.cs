namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The first shortest walks between an anchor and all nodes, where no rule looks beyond a hop: each node is met once, breadth first, and
/// its walk is a path. Linear in the rows of the nodes met.
/// </summary>
internal sealed class PlainWalks
{
    private readonly DependencySearch search;
    private readonly bool isFromAnchor;
    private readonly Dictionary<int, int> numberOf = [];
    private readonly List<int> nodes = [];
    private readonly List<int> before = [];
    private readonly List<int> hops = [];

    /// <summary>Searches; the budget says if a bound was reached, and then nodes are missing.</summary>
    /// <param name="search">What to follow; plain.</param>
    /// <param name="anchor">Node index.</param>
    /// <param name="isFromAnchor">Whether walks start at the anchor, rather than end there.</param>
    /// <param name="maxHops">Most hops.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal PlainWalks(DependencySearch search, int anchor, bool isFromAnchor, int maxHops, SearchBudget budget)
    {
        (this.search, this.isFromAnchor) = (search, isFromAnchor);
        Add(anchor, 0, 0);
        for (var number = 0; number < nodes.Count && hops[number] < maxHops && budget.Stopped == StopReason.None; number++)
        {
            Expand(number, budget);
        }
    }

    /// <summary>The nodes met but the anchor, nearest first, with their hops.</summary>
    internal IEnumerable<(int Node, int Hops)> Reached => Enumerable.Range(1, nodes.Count - 1).Select(number => (nodes[number], hops[number]));

    /// <summary>The first shortest walk of a node that was met, in the order of a path.</summary>
    internal int[] WalkOf(int node)
    {
        var walk = new int[hops[numberOf[node]] + 1];
        for (var left = walk.Length - 1; left >= 0; left--)
        {
            walk[isFromAnchor ? left : walk.Length - 1 - left] = node;
            node = left == 0 ? node : isFromAnchor ? nodes[before[numberOf[node]]] : FirstNearer(node, left - 1);
        }

        return walk;
    }

    /// <summary>
    /// Meets the neighbours of a node. From the anchor on, nodes are met in the order of their first walks, since their predecessors were
    /// and rows ascend, so that the one they are met from is that of the first walk.
    /// </summary>
    private void Expand(int number, SearchBudget budget)
    {
        foreach (var step in (isFromAnchor ? search.Steps : search.StepsBack).From(nodes[number]))
        {
            if (!budget.Step())
            {
                return;
            }

            if (!numberOf.ContainsKey(step.Neighbour) && search.Mask.Admits(step.Edge))
            {
                Add(step.Neighbour, number, hops[number] + 1);
            }
        }

        if (nodes.Count > budget.Bounds.MaxStates)
        {
            budget.Stop(StopReason.Memory);
        }
    }

    /// <summary>The first neighbour from which the anchor is so many hops off.</summary>
    private int FirstNearer(int node, int left)
    {
        foreach (var step in search.Steps.From(node))
        {
            if (numberOf.TryGetValue(step.Neighbour, out var number) && hops[number] == left && search.Mask.Admits(step.Edge))
            {
                return step.Neighbour;
            }
        }

        return node;
    }

    private void Add(int node, int from, int distance)
    {
        numberOf.Add(node, nodes.Count);
        nodes.Add(node);
        before.Add(from);
        hops.Add(distance);
    }
}
