namespace KnowledgeGraph.Query.Search;

/// <summary>
/// What can be reached from a node within a number of hops: states (node, what was gathered on the way), found breadth first, and
/// the hops between them. What a filter or a rule refuses is no hop of this space.
/// </summary>
internal sealed class SearchSpace
{
    private readonly List<int>?[] statesAt;
    private readonly List<State> states = [];
    private readonly List<int> hopEdges = [];
    private readonly List<int> hopStates = [];
    private readonly List<int> firstHop = [0];

    private readonly PathRules rules;

    private SearchSpace(PathRules rules, int nodeCount)
    {
        (this.rules, statesAt) = (rules, new List<int>?[nodeCount]);
    }

    /// <summary>Number of states; state 0 is the start, or the first of several.</summary>
    internal int Count => states.Count;

    /// <summary>Whether more could be reached with more hops.</summary>
    internal bool IsCutShort { get; private set; }

    /// <summary>Explores from a node. Linear in the states and hops met.</summary>
    /// <param name="search">What to follow.</param>
    /// <param name="start">Node index.</param>
    /// <param name="maxHops">Greatest depth.</param>
    /// <param name="mayEnter">Whether a node may be entered at a depth; null for all.</param>
    /// <param name="budget">Watches the bounds; when one is reached the space is incomplete and the budget says so.</param>
    internal static SearchSpace Explore(DependencySearch search, int start, int maxHops, Func<int, int, bool>? mayEnter, SearchBudget budget) =>
        Explore(search, [start], maxHops, mayEnter, budget);

    /// <summary>As from one node, from several at once: what they have in common is explored once. The first states are the starts, in order.</summary>
    internal static SearchSpace Explore(
        DependencySearch search, IReadOnlyList<int> starts, int maxHops, Func<int, int, bool>? mayEnter, SearchBudget budget)
    {
        var space = new SearchSpace(search.Rules, search.Graph.NodeCount);
        foreach (var start in starts)
        {
            space.Add(start, search.Rules.Start(start), 0);
        }

        for (var state = 0; state < space.Count && budget.Stopped == StopReason.None; state++)
        {
            space.Expand(search, state, maxHops, mayEnter, budget);
            space.firstHop.Add(space.hopEdges.Count);
        }

        return space;
    }

    internal int NodeOf(int state) => states[state].Node;

    /// <summary>What was gathered on the way to a state.</summary>
    internal Travel TravelOf(int state) => states[state].Travel;

    /// <summary>The fewest hops from a start to a state; states are numbered by it, ascending.</summary>
    internal int DepthOf(int state) => states[state].Depth;

    /// <summary>Every node met, each once, nearest first, with the fewest hops to it; a walk of so many hops may not be simple.</summary>
    internal IEnumerable<(int Node, int Hops)> ReachedNodes() => states.DistinctBy(state => state.Node).Select(state => (state.Node, state.Depth));

    /// <summary>The edges of all hops, each once.</summary>
    internal IEnumerable<int> Edges => hopEdges.Distinct();

    /// <summary>The states in which a path may end at a node.</summary>
    internal List<int> EndsAt(int node) => (statesAt[node] ?? []).FindAll(state => rules.Accepts(states[state].Travel));

    /// <summary>The same states with the hops over some edges alone.</summary>
    internal SearchSpace Over(Func<int, bool> isKept)
    {
        var part = new SearchSpace(rules, statesAt.Length) { IsCutShort = IsCutShort };
        statesAt.CopyTo(part.statesAt, 0);
        part.states.AddRange(states);
        for (var state = 0; state < Count; state++)
        {
            for (var hop = FirstHop(state); hop < EndOfHops(state); hop++)
            {
                if (isKept(hopEdges[hop]))
                {
                    part.hopEdges.Add(hopEdges[hop]);
                    part.hopStates.Add(hopStates[hop]);
                }
            }

            part.firstHop.Add(part.hopEdges.Count);
        }

        return part;
    }

    /// <summary>The first hop out of a state; its hops follow each other, ascending by node.</summary>
    internal int FirstHop(int state) => firstHop[Math.Min(state, firstHop.Count - 1)];

    /// <summary>One past the last hop out of a state.</summary>
    internal int EndOfHops(int state) => firstHop[Math.Min(state + 1, firstHop.Count - 1)];

    /// <summary>The states that the hops out of a state lead to.</summary>
    internal IEnumerable<int> StatesAfter(int state)
    {
        for (var hop = FirstHop(state); hop < EndOfHops(state); hop++)
        {
            yield return hopStates[hop];
        }
    }

    /// <summary>The edge of a hop.</summary>
    internal int EdgeOf(int hop) => hopEdges[hop];

    /// <summary>The state that a hop leads to.</summary>
    internal int StateAfter(int hop) => hopStates[hop];

    /// <summary>For every state the fewest hops to the end of a path at a node, or <see cref="int.MaxValue"/>. Breadth first against the hops.</summary>
    internal int[] DistancesTo(int node)
    {
        var distance = new int[Count];
        for (var state = 0; state < distance.Length; state++)
        {
            distance[state] = int.MaxValue;
        }

        var before = Predecessors();
        var open = new Queue<int>(EndsAt(node));
        foreach (var state in open)
        {
            distance[state] = 0;
        }

        while (open.TryDequeue(out var state))
        {
            foreach (var previous in before[state])
            {
                if (distance[previous] == int.MaxValue)
                {
                    distance[previous] = distance[state] + 1;
                    open.Enqueue(previous);
                }
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
        var next = Find(neighbour, travel);
        if (next < 0)
        {
            if (depth == maxHops)
            {
                IsCutShort = true;
                return;
            }

            next = Add(neighbour, travel, depth + 1);
        }

        hopEdges.Add(edge);
        hopStates.Add(next);
        if (states.Count + hopEdges.Count > budget.Bounds.MaxStates)
        {
            budget.Stop(StopReason.Memory);
        }
    }

    /// <summary>The state of a node with the same gatherings, or -1. A node has few states, so they are looked through.</summary>
    private int Find(int node, Travel travel)
    {
        if (statesAt[node] is { } here)
        {
            foreach (var state in here)
            {
                if (states[state].Travel == travel)
                {
                    return state;
                }
            }
        }

        return -1;
    }

    private int Add(int node, Travel travel, int depth)
    {
        (statesAt[node] ??= []).Add(states.Count);
        states.Add(new State(node, travel, depth));
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
            for (var hop = FirstHop(state); hop < EndOfHops(state); hop++)
            {
                before[hopStates[hop]].Add(state);
            }
        }

        return before;
    }

    private sealed record State(int Node, Travel Travel, int Depth);
}
