using System.Runtime.InteropServices;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// What can be reached from a node within a number of hops: states (node, what was gathered on the way), found breadth first, and
/// the hops between them. What a filter or a rule refuses is no hop of this space.
/// </summary>
internal sealed class SearchSpace
{
    private const int None = -1;

    private readonly PathRules rules;
    private readonly List<int> nodes = [];
    private readonly List<int> kinds = [];
    private readonly List<int> depths = [];
    private readonly Dictionary<Travel, int> kindOf = [];
    private readonly List<Travel> travels = [];
    private readonly List<int[]?> coverings = [];
    private readonly Dictionary<(int Node, int Kind), int> stateOf = [];
    private readonly Dictionary<int, int> lastAt = [];
    private readonly List<int> beforeAt = [];
    private readonly List<int> hopEdges = [];
    private readonly List<int> hopStates = [];
    private readonly List<int> firstHop = [0];

    private SearchSpace(PathRules rules) => this.rules = rules;

    /// <summary>The states of another space, as far as it was explored, without its hops.</summary>
    private SearchSpace(SearchSpace other)
    {
        (rules, nodes, kinds, travels, depths) = (other.rules, other.nodes, other.kinds, other.travels, other.depths);
        (lastAt, beforeAt, IsCutShort) = (other.lastAt, other.beforeAt, other.IsCutShort);
    }

    /// <summary>Number of states; state 0 is the start, or the first of several.</summary>
    internal int Count => nodes.Count;

    /// <summary>Whether more could be reached with more hops; where only the shortest walks count, what is left out is no more.</summary>
    internal bool IsCutShort { get; private set; }

    /// <summary>Explores from nodes, all at once: what they have in common is explored once. The first states are the starts, in order.</summary>
    /// <param name="exploration">What to follow, and how far.</param>
    /// <param name="starts">Node indices.</param>
    /// <param name="budget">Watches the bounds; when one is reached the space is incomplete and the budget says so.</param>
    internal static SearchSpace Explore(Exploration exploration, IReadOnlyList<int> starts, SearchBudget budget)
    {
        var space = new SearchSpace(exploration.Search.Rules);
        foreach (var start in starts)
        {
            space.Add(start, space.KindOf(space.rules.Start(start)), 0);
        }

        for (var state = 0; state < space.Count && budget.Stopped == StopReason.None; state++)
        {
            space.Expand(exploration, state, budget);
            space.firstHop.Add(space.hopEdges.Count);
        }

        return space;
    }

    /// <summary>Explores no farther than tells which nodes walks from one lead to, how near they are, and whether more hops would lead on.</summary>
    internal static SearchSpace Reach(DependencySearch search, int start, int maxHops, SearchBudget budget) =>
        Explore(new Exploration(search, maxHops) { IsForShortestWalks = true }, [start], budget);

    internal int NodeOf(int state) => nodes[state];

    /// <summary>What was gathered on the way to a state.</summary>
    internal Travel TravelOf(int state) => travels[kinds[state]];

    /// <summary>The fewest hops from a start to a state; states are numbered by it, ascending.</summary>
    internal int DepthOf(int state) => depths[state];

    /// <summary>Every node met, each once, nearest first, with the fewest hops to it; a walk of so many hops may not be simple.</summary>
    internal IEnumerable<(int Node, int Hops)> ReachedNodes()
    {
        for (var state = 0; state < Count; state++)
        {
            if (beforeAt[state] == None)
            {
                yield return (nodes[state], depths[state]);
            }
        }
    }

    /// <summary>The edges of all hops, each once.</summary>
    internal IEnumerable<int> Edges => hopEdges.Distinct();

    /// <summary>The states in which a path may end at a node.</summary>
    internal List<int> EndsAt(int node)
    {
        var ends = new List<int>();
        for (var state = lastAt.GetValueOrDefault(node, None); state != None; state = beforeAt[state])
        {
            if (rules.Accepts(TravelOf(state)))
            {
                ends.Insert(0, state);
            }
        }

        return ends;
    }

    /// <summary>The same states with the hops over some edges alone.</summary>
    internal SearchSpace Over(Func<int, bool> isKept)
    {
        var part = new SearchSpace(this);
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

        var (first, before) = Predecessors();
        var open = new Queue<int>(EndsAt(node));
        foreach (var state in open)
        {
            distance[state] = 0;
        }

        while (open.TryDequeue(out var state))
        {
            for (var i = first[state]; i < first[state + 1]; i++)
            {
                if (distance[before[i]] == int.MaxValue)
                {
                    distance[before[i]] = distance[state] + 1;
                    open.Enqueue(before[i]);
                }
            }
        }

        return distance;
    }

    private void Expand(Exploration exploration, int state, SearchBudget budget)
    {
        var (node, hopsLeft) = (nodes[state], exploration.MaxHops - depths[state]);
        if (exploration.Towards is { } guide && guide.HoldsStepsFrom(node, hopsLeft))
        {
            foreach (var step in guide.StepsFrom(node, hopsLeft))
            {
                if (!budget.Step())
                {
                    return;
                }

                Consider(exploration, state, step, hopsLeft, budget);
            }

            return;
        }

        foreach (var step in exploration.Search.Steps.From(node))
        {
            if (!budget.Step())
            {
                return;
            }

            if (exploration.Admits(step.Edge))
            {
                Consider(exploration, state, step, hopsLeft, budget);
            }
        }
    }

    private void Consider(Exploration exploration, int state, Step step, int hopsLeft, SearchBudget budget)
    {
        var node = nodes[state];
        if (step.Neighbour != node && step.Neighbour != exploration.Barred && exploration.Towards?.MayStep(node, step, hopsLeft) != false)
        {
            Follow(exploration, state, step, budget);
        }
    }

    private void Follow(Exploration exploration, int state, Step step, SearchBudget budget)
    {
        var before = TravelOf(state);
        if (rules.Next(before, step.Edge, step.Neighbour) is not { } travel)
        {
            return;
        }

        var kind = ReferenceEquals(travel, before) ? kinds[state] : KindOf(travel);
        if (!stateOf.TryGetValue((step.Neighbour, kind), out var next))
        {
            if (exploration.IsForShortestWalks && IsCovered(step.Neighbour, kind, depths[state] + 1))
            {
                return;
            }

            if (depths[state] == exploration.MaxHops)
            {
                IsCutShort = true;
                return;
            }

            next = Add(step.Neighbour, kind, depths[state] + 1);
        }

        hopEdges.Add(step.Edge);
        hopStates.Add(next);
        if (nodes.Count + hopEdges.Count > budget.Bounds.MaxStates)
        {
            budget.Stop(StopReason.Memory);
        }
    }

    /// <summary>Whether a walk with fewer hops than so many reaches a node and may go on wherever this one may.</summary>
    private bool IsCovered(int node, int kind, int depth)
    {
        foreach (var covering in coverings[kind] ??= [.. rules.Covering(travels[kind]).Select(KindOf)])
        {
            if (stateOf.TryGetValue((node, covering), out var state) && depths[state] < depth)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of what was gathered; a new one if it was not met before.</summary>
    private int KindOf(Travel travel)
    {
        if (!kindOf.TryGetValue(travel, out var kind))
        {
            kindOf.Add(travel, kind = kindOf.Count);
            travels.Add(travel);
            coverings.Add(null);
        }

        return kind;
    }

    private int Add(int node, int kind, int depth)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(lastAt, node, out var isMet);
        beforeAt.Add(isMet ? last : None);
        last = Count;
        stateOf.TryAdd((node, kind), Count);
        kinds.Add(kind);
        nodes.Add(node);
        depths.Add(depth);
        return Count - 1;
    }

    /// <summary>For each state where those before it begin, and these.</summary>
    private (int[] First, int[] States) Predecessors()
    {
        var first = RowSort.Starts(Count, CollectionsMarshal.AsSpan(hopStates));
        var (next, before) = (first[..^1], new int[hopStates.Count]);
        for (var state = 0; state < Count; state++)
        {
            for (var hop = FirstHop(state); hop < EndOfHops(state); hop++)
            {
                before[next[hopStates[hop]]++] = state;
            }
        }

        return (first, before);
    }
}
