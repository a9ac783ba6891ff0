namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The largest set of disjoint paths up to a size; of those the one with the fewest hops in all; of those the first, path by path, by
/// hops and node ids. Two paths are edge-disjoint when they share no ordered pair of nodes, node-disjoint when they share no inner node.
/// </summary>
/// <remarks>
/// Branch and bound over paths in order. Bounded lengths and products make the question hard (Itai, Perl and Shiloach 1982), so that a
/// flow without them serves as the bound: no set is larger or shorter than it says. Where it is exact, hardly any path is tried in
/// vain; at worst the time is exponential, and a bound ends it.
/// </remarks>
/// <param name="enumeration">The paths.</param>
/// <param name="flow">The bound.</param>
/// <param name="maxHops">Most hops of a path.</param>
/// <param name="isByNodes">Whether no inner node may be shared.</param>
/// <param name="budget">Watches the bounds.</param>
internal sealed class DisjointPathSearch(PathEnumeration enumeration, DisjointFlow flow, int maxHops, bool isByNodes, SearchBudget budget)
{
    private readonly List<int[]> chosen = [];
    private readonly HashSet<(int From, int To)> takenPairs = [];
    private readonly HashSet<int> takenNodes = [];

    /// <summary>The set, its paths by hops, then by node ids. Once the budget has stopped it is the best of its size, which may be too small.</summary>
    /// <param name="most">The greatest size.</param>
    /// <param name="isMoreWanted">Whether a larger set was asked for, so that the budget must be told if there is one.</param>
    internal List<int[]> Largest(int most, bool isMoreWanted)
    {
        List<int[]> best = [];
        while (OfSize(best.Count + 1) is { } larger)
        {
            if (larger.Count > most)
            {
                budget.Stop(StopReason.Limit);
                break;
            }

            best = larger;
            if (best.Count == most && !isMoreWanted)
            {
                break;
            }
        }

        return best;
    }

    private List<int[]>? OfSize(int size)
    {
        var least = flow.LeastHops(size, IsFree) ?? int.MaxValue;
        for (var hops = least; hops <= size * maxHops && budget.Stopped == StopReason.None; hops++)
        {
            if (Choose(size, hops))
            {
                List<int[]> set = [.. chosen];
                set.ForEach(path => Take(path, isTaken: false));
                return set;
            }
        }

        return null;
    }

    /// <summary>Chooses further paths in order, with so many hops in all; as fewer hops were tried before, the first set found is the best.</summary>
    private bool Choose(int count, int hopsLeft)
    {
        if (count == 0)
        {
            return true;
        }

        if (flow.LeastHops(count, IsFree) is not { } least || least > hopsLeft)
        {
            return false;
        }

        var previous = chosen.Count > 0 ? chosen[^1] : null;
        for (var hops = previous?.Length - 1 ?? 1; hops <= maxHops && hops * count <= hopsLeft; hops++)
        {
            // Disjoint paths differ in their first step, so that the later of two equally long ones steps further.
            var after = previous is not null && previous.Length - 1 == hops ? previous[1] : -1;
            var start = previous?[0] ?? -1;
            foreach (var path in enumeration.OfLength(hops, (from, to) => IsFree(from, to) && (from != start || to > after)))
            {
                Take(path, isTaken: true);
                if (Choose(count - 1, hopsLeft - hops))
                {
                    return true;
                }

                Take(path, isTaken: false);
            }
        }

        return false;
    }

    private bool IsFree(int from, int to) => !takenPairs.Contains((from, to)) && !takenNodes.Contains(to);

    private void Take(int[] path, bool isTaken)
    {
        if (isTaken)
        {
            chosen.Add(path);
            takenPairs.UnionWith(path.Zip(path.Skip(1)));
            takenNodes.UnionWith(isByNodes ? path[1..^1] : []);
        }
        else
        {
            chosen.Remove(path);
            takenPairs.ExceptWith(path.Zip(path.Skip(1)));
            takenNodes.ExceptWith(isByNodes ? path[1..^1] : []);
        }
    }
}
