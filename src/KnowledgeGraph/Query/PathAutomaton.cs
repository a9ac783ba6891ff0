namespace KnowledgeGraph.Query;

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
    internal int DistanceOf(int set) => members[set].Min(state => distance[state]);

    /// <summary>The nodes that may follow, ascending, each with the set of states it is entered in; those that lead nowhere left out.</summary>
    internal Successor[] SuccessorsOf(int set) => successors[set] ??= FindSuccessors(set);

    private Successor[] FindSuccessors(int set)
    {
        var byNode = new SortedDictionary<int, SortedSet<int>>();
        foreach (var state in members[set])
        {
            foreach (var (_, next) in space.HopsFrom(state))
            {
                if (distance[next] != int.MaxValue)
                {
                    var node = space.NodeOf(next);
                    if (!byNode.TryGetValue(node, out var states))
                    {
                        byNode.Add(node, states = []);
                    }

                    states.Add(next);
                }
            }
        }

        return [.. byNode.Select(pair => Enter(pair.Key, [.. pair.Value]))];
    }

    private Successor Enter(int node, int[] states)
    {
        var set = SetOf(states);
        return new Successor(node, set, DistanceOf(set));
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
    internal readonly record struct Successor(int Node, int Set, int Distance);
}
