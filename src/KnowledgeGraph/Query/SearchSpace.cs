namespace KnowledgeGraph.Query;

/// <summary>
/// What can be reached from a node within a number of hops: states (node, what was gathered on the way), found breadth first, and
/// the hops between them. What a filter or a rule refuses is no hop of this space.
/// </summary>
internal sealed class SearchSpace
{
    private readonly Dictionary<(int Node, Travel Travel), int> stateOf = [];
    private readonly List<(int Node, Travel Travel, int Depth)> states = [];
    private readonly List<(int Edge, int State)> hops = [];
    private readonly List<int> firstHop = [0];

    private readonly PathRules rules;

    private SearchSpace(PathRules rules)
    {
        this.rules = rules;
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
        var space = new SearchSpace(search.Rules);
        space.Add(start, search.Rules.Start(start), 0);
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

    /// <summary>The edges of all hops, each once.</summary>
    internal IEnumerable<int> Edges => hops.Select(hop => hop.Edge).Distinct();

    /// <summary>The states in which a path may end at a node.</summary>
    internal IEnumerable<int> EndsAt(int node) =>
        Enumerable.Range(0, Count).Where(state => states[state].Node == node && rules.Accepts(states[state].Travel));

    /// <summary>The same states with the hops over some edges alone.</summary>
    internal SearchSpace Over(Func<int, bool> isKept)
    {
        var part = new SearchSpace(rules) { IsCutShort = IsCutShort };
        part.states.AddRange(states);
        for (var state = 0; state < Count; state++)
        {
            foreach (var hop in HopsFrom(state))
            {
                if (isKept(hop.Edge))
                {
                    part.hops.Add(hop);
                }
            }

            part.firstHop.Add(part.hops.Count);
        }

        return part;
    }

    /// <summary>The hops out of a state: edges and the states they lead to, ascending by node.</summary>
    internal ReadOnlySpan<(int Edge, int State)> HopsFrom(int state) =>
        state + 1 < firstHop.Count
            ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hops)[firstHop[state]..firstHop[state + 1]]
            : [];

    /// <summary>For every state the fewest hops to the end of a path at a node, or <see cref="int.MaxValue"/>. Breadth first against the hops.</summary>
    internal int[] DistancesTo(int node)
    {
        var distance = new int[Count];
        Array.Fill(distance, int.MaxValue);
        var before = Predecessors();
        var open = new Queue<int>(EndsAt(node));
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
        var (node, travel, depth) = states[state];
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

            if (rules.Next(travel, edges[i], neighbour) is { } next)
            {
                Connect(neighbour, next, depth, maxHops, edges[i], budget);
            }
        }
    }

    private void Connect(int neighbour, Travel travel, int depth, int maxHops, int edge, SearchBudget budget)
    {
        if (!stateOf.TryGetValue((neighbour, travel), out var next))
        {
            if (depth == maxHops)
            {
                IsCutShort = true;
                return;
            }

            next = Add(neighbour, travel, depth + 1);
        }

        hops.Add((edge, next));
        if (states.Count + hops.Count > budget.Bounds.MaxStates)
        {
            budget.Stop(StopReason.Memory);
        }
    }

    private int Add(int node, Travel travel, int depth)
    {
        stateOf.Add((node, travel), states.Count);
        states.Add((node, travel, depth));
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
