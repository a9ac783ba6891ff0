namespace KnowledgeGraph.Query;

/// <summary>
/// What can be reached from a node within a number of hops: states (node, product track), found breadth first, and the hops between
/// them. A filter or the product rule never sees a hop that this space does not hold.
/// </summary>
internal sealed class SearchSpace
{
    private readonly Dictionary<(int Node, int Track), int> stateOf = [];
    private readonly List<(int Node, int Track, int Depth)> states = [];
    private readonly List<(int Edge, int State)> hops = [];
    private readonly List<int> firstHop = [0];

    private SearchSpace()
    {
    }

    /// <summary>Number of states; state 0 is the start.</summary>
    internal int Count => states.Count;

    /// <summary>Whether more could be reached with more hops.</summary>
    internal bool IsCutShort { get; private set; }

    /// <summary>Explores from a node. Linear in the states and hops met.</summary>
    /// <param name="search">What to follow.</param>
    /// <param name="start">Node index.</param>
    /// <param name="maxHops">Greatest depth.</param>
    /// <param name="mayEnter">Whether a node may be entered at a depth; null for all.</param>
    /// <param name="budget">Watches the bounds; when one is reached the space is incomplete and the budget says so.</param>
    internal static SearchSpace Explore(DependencySearch search, int start, int maxHops, Func<int, int, bool>? mayEnter, SearchBudget budget)
    {
        var space = new SearchSpace();
        space.Add(start, search.Tracker.Start(start), 0);
        for (var state = 0; state < space.Count && budget.Stopped == StopReason.None; state++)
        {
            space.Expand(search, state, maxHops, mayEnter, budget);
            space.firstHop.Add(space.hops.Count);
        }

        return space;
    }

    internal int NodeOf(int state) => states[state].Node;

    /// <summary>Every node met, each once, nearest first, with the fewest hops to it; a walk of so many hops may not be simple.</summary>
    internal IEnumerable<(int Node, int Hops)> ReachedNodes() => states.DistinctBy(state => state.Node).Select(state => (state.Node, state.Depth));

    internal IEnumerable<int> StatesOf(int node) => Enumerable.Range(0, Count).Where(state => states[state].Node == node);

    /// <summary>The hops out of a state: edges and the states they lead to, ascending by node.</summary>
    internal ReadOnlySpan<(int Edge, int State)> HopsFrom(int state) =>
        state + 1 < firstHop.Count
            ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hops)[firstHop[state]..firstHop[state + 1]]
            : [];

    /// <summary>For every state the fewest hops to a node, or <see cref="int.MaxValue"/>. Breadth first against the hops.</summary>
    internal int[] DistancesTo(int node)
    {
        var distance = new int[Count];
        Array.Fill(distance, int.MaxValue);
        var before = Predecessors();
        var open = new Queue<int>(StatesOf(node));
        foreach (var state in open)
        {
            distance[state] = 0;
        }

        while (open.TryDequeue(out var state))
        {
            foreach (var previous in before[state].Where(previous => distance[previous] == int.MaxValue))
            {
                distance[previous] = distance[state] + 1;
                open.Enqueue(previous);
            }
        }

        return distance;
    }

    private void Expand(DependencySearch search, int state, int maxHops, Func<int, int, bool>? mayEnter, SearchBudget budget)
    {
        var (node, track, depth) = states[state];
        var neighbours = search.Steps.Neighbours(node);
        var edges = search.Steps.Edges(node);
        for (var i = 0; i < edges.Length; i++)
        {
            if (!budget.Step())
            {
                return;
            }

            var neighbour = neighbours[i];
            if (neighbour == node || !search.Mask.Admits(edges[i]) || (mayEnter is not null && !mayEnter(neighbour, depth + 1)))
            {
                continue;
            }

            var next = search.Tracker.Next(track, edges[i]);
            if (next != ProductTracker.Broken)
            {
                Connect(neighbour, next, depth, maxHops, edges[i], budget);
            }
        }
    }

    private void Connect(int neighbour, int track, int depth, int maxHops, int edge, SearchBudget budget)
    {
        if (!stateOf.TryGetValue((neighbour, track), out var next))
        {
            if (depth == maxHops)
            {
                IsCutShort = true;
                return;
            }

            next = Add(neighbour, track, depth + 1);
        }

        hops.Add((edge, next));
        if (states.Count + hops.Count > budget.Bounds.MaxStates)
        {
            budget.Stop(StopReason.Memory);
        }
    }

    private int Add(int node, int track, int depth)
    {
        stateOf.Add((node, track), states.Count);
        states.Add((node, track, depth));
        return states.Count - 1;
    }

    private List<int>[] Predecessors()
    {
        var before = new List<int>[Count];
        for (var state = 0; state < Count; state++)
        {
            before[state] = [];
        }

        for (var state = 0; state < Count; state++)
        {
            foreach (var (_, next) in HopsFrom(state))
            {
                before[next].Add(state);
            }
        }

        return before;
    }
}
