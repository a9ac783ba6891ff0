namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The first of the shortest walks from the start of a search space to each node, by node ids. A walk may meet a node twice; one that
/// does not is the first shortest path.
/// </summary>
/// <remarks>
/// Found depth by depth: states rank by their walks, and those that are reached over the same nodes share a rank, so that several
/// product tracks never hide an earlier walk. Linear in the hops, beside the sorting of each depth.
/// </remarks>
internal sealed class FirstWalksFrom
{
    private const int None = -1;

    private readonly SearchSpace space;
    private readonly int[] before;
    private readonly int[] rank;

    /// <param name="space">A space explored from one start.</param>
    internal FirstWalksFrom(SearchSpace space)
    {
        this.space = space;
        (before, rank) = (new int[space.Count], new int[space.Count]);
        Array.Fill(before, None);
        for (int first = 0, end = 1; first < space.Count; (first, end) = (end, EndOfDepth(end)))
        {
            Rank(first, end);
            for (var state = first; state < end; state++)
            {
                Lead(state);
            }
        }
    }

    /// <summary>The first shortest walk to a node, start and node included; empty if there is none.</summary>
    internal int[] To(int node)
    {
        var ends = space.EndsAt(node);
        if (ends.Count == 0)
        {
            return [];
        }

        var nodes = new int[space.DepthOf(ends[0]) + 1];
        var state = ends.Where(end => space.DepthOf(end) == nodes.Length - 1).MinBy(end => rank[end]);
        for (var i = nodes.Length - 1; i >= 0; i--, state = before[state])
        {
            nodes[i] = space.NodeOf(state);
        }

        return nodes;
    }

    private int EndOfDepth(int first)
    {
        var end = first;
        while (end < space.Count && space.DepthOf(end) == space.DepthOf(first))
        {
            end++;
        }

        return end;
    }

    /// <summary>Ranks the states of a depth by their walks: by the walk up to the state before, then by node.</summary>
    private void Rank(int first, int end)
    {
        var states = Enumerable.Range(first, end - first).ToArray();
        Array.Sort(states, Compare);
        for (var i = 1; i < states.Length; i++)
        {
            rank[states[i]] = rank[states[i - 1]] + (Compare(states[i - 1], states[i]) == 0 ? 0 : 1);
        }
    }

    private int Compare(int a, int b)
    {
        var byWalk = RankBefore(a).CompareTo(RankBefore(b));
        return byWalk != 0 ? byWalk : space.NodeOf(a).CompareTo(space.NodeOf(b));
    }

    private int RankBefore(int state) => before[state] == None ? 0 : rank[before[state]];

    /// <summary>Offers a state as the one before each state of the next depth that it leads to.</summary>
    private void Lead(int state)
    {
        foreach (var next in space.StatesAfter(state))
        {
            if (space.DepthOf(next) == space.DepthOf(state) + 1 && (before[next] == None || rank[state] < rank[before[next]]))
            {
                before[next] = state;
            }
        }
    }
}
