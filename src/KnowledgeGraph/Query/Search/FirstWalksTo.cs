namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The first of the shortest walks to a node from each start of a search space, by node ids. A walk may meet a node twice; one that
/// does not is the first shortest path.
/// </summary>
/// <param name="space">A space explored from one start or several.</param>
/// <param name="target">Node index.</param>
internal sealed class FirstWalksTo(SearchSpace space, int target)
{
    private readonly int[] distance = space.DistancesTo(target);

    /// <summary>The fewest hops from a start, or <see cref="int.MaxValue"/>.</summary>
    /// <param name="start">The start's state.</param>
    internal int HopsFrom(int start) => distance[start];

    /// <summary>
    /// The first shortest walk from a start, start and target included; empty if there is none. Follows every state that the same
    /// nodes lead to, so that several product tracks never hide an earlier walk. Linear in the hops out of these states.
    /// </summary>
    /// <param name="start">The start's state.</param>
    internal int[] From(int start)
    {
        if (distance[start] == int.MaxValue)
        {
            return [];
        }

        var nodes = new int[distance[start] + 1];
        nodes[0] = space.NodeOf(start);
        List<int> states = [start];
        for (var i = 1; i < nodes.Length; i++)
        {
            states = Next(states, nodes.Length - 1 - i);
            nodes[i] = space.NodeOf(states[0]);
        }

        return nodes;
    }

    /// <summary>The states at the first node that is one hop nearer.</summary>
    private List<int> Next(List<int> states, int left)
    {
        var next = new List<int>();
        foreach (var state in states.SelectMany(space.StatesAfter).Where(state => distance[state] == left))
        {
            if (next.Count > 0 && space.NodeOf(state) < space.NodeOf(next[0]))
            {
                next.Clear();
            }

            if ((next.Count == 0 || space.NodeOf(state) == space.NodeOf(next[0])) && !next.Contains(state))
            {
                next.Add(state);
            }
        }

        return next;
    }
}
