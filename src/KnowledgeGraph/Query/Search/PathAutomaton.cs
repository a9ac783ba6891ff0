namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The node sequences of a search space, each met once. A node sequence may be travelled with several product tracks; the subset
/// construction (Rabin and Scott 1959) follows them all at once, so that parallel facts and tracks never multiply paths.
/// </summary>
internal sealed class PathAutomaton
{
    private readonly SearchSpace space;
    private readonly int[] distance;
    private readonly Dictionary<string, int> setOf = new(StringComparer.Ordinal);
    private readonly List<int[]> members = [];
    private readonly List<Successor[]?> successors = [];
    private readonly SearchBudget budget;
    private long held;

    /// <param name="space">The states.</param>
    /// <param name="distance">For each state the fewest hops to the target.</param>
    /// <param name="budget">Told when the sets outgrow the memory allowed.</param>
    internal PathAutomaton(SearchSpace space, int[] distance, SearchBudget budget)
    {
        (this.space, this.distance, this.budget) = (space, distance, budget);
        Start = SetOf([0]);
    }

    /// <summary>The set that paths start in.</summary>
    internal int Start { get; }

    /// <summary>The least hops from a set to the target.</summary>
    internal int DistanceOf(int set)
    {
        var least = int.MaxValue;
        foreach (var state in members[set])
        {
            least = Math.Min(least, distance[state]);
        }

        return least;
    }

    /// <summary>The nodes that may follow, ascending, each with the set of states it is entered in; those that lead nowhere left out.</summary>
    internal Successor[] SuccessorsOf(int set) => successors[set] ??= FindSuccessors(set);

    private Successor[] FindSuccessors(int set)
    {
        var following = new List<int>();
        foreach (var state in members[set])
        {
            for (var hop = space.FirstHop(state); hop < space.EndOfHops(state); hop++)
            {
                var next = space.StateAfter(hop);
                if (distance[next] != int.MaxValue)
                {
                    following.Add(next);
                }
            }
        }

        following.Sort((a, b) => space.NodeOf(a) != space.NodeOf(b) ? space.NodeOf(a) - space.NodeOf(b) : a - b);
        return ByNode(following);
    }

    /// <summary>Groups states that come sorted by node.</summary>
    private Successor[] ByNode(List<int> states)
    {
        var found = new List<Successor>();
        for (var start = 0; start < states.Count;)
        {
            var node = space.NodeOf(states[start]);
            var end = start + 1;
            while (end < states.Count && space.NodeOf(states[end]) == node)
            {
                end++;
            }

            var entered = SetOf(Distinct(states, start, end));
            found.Add(new Successor(node, entered, DistanceOf(entered)));
            start = end;
        }

        return [.. found];
    }

    private static int[] Distinct(List<int> sorted, int start, int end)
    {
        var distinct = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (i == start || sorted[i] != sorted[i - 1])
            {
                distinct.Add(sorted[i]);
            }
        }

        return [.. distinct];
    }

    private int SetOf(int[] states)
    {
        var key = string.Join(',', states);
        if (!setOf.TryGetValue(key, out var set))
        {
            set = members.Count;
            setOf.Add(key, set);
            members.Add(states);
            successors.Add(null);
            held += states.Length;
            if (held > budget.Bounds.MaxStates)
            {
                budget.Stop(StopReason.Memory);
            }
        }

        return set;
    }

    /// <param name="Node">Node index.</param>
    /// <param name="Set">The set of states.</param>
    /// <param name="Distance">The least hops from there to the target.</param>
    internal sealed record Successor(int Node, int Set, int Distance);
}
