namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Sets that share an element with every set of a family. The least are hard to find (Karp 1972); branching on the smallest set not met
/// yet, with disjoint sets as the bound, does well where they are small. Incomplete once the budget has stopped.
/// </summary>
/// <param name="family">The sets to meet, each ascending.</param>
/// <param name="budget">Watches the bounds.</param>
internal sealed class HittingSets(IReadOnlyList<long[]> family, SearchBudget budget)
{
    /// <summary>Those of exactly one size, none of whose elements can be spared, each ascending, in lexicographic order; all, if none is smaller.</summary>
    internal IEnumerable<long[]> OfSize(int size) => Choose([], [.. family], size);

    /// <summary>Whether there is one of no more than a size.</summary>
    internal bool IsThereOneOf(int size) => CanMeet([.. family], size);

    private IEnumerable<long[]> Choose(long[] chosen, List<long[]> unmet, int left)
    {
        if (left == 0)
        {
            if (unmet.Count == 0)
            {
                yield return chosen;
            }

            yield break;
        }

        foreach (var element in unmet.SelectMany(set => set).Distinct().Order())
        {
            var rest = Without(unmet, element, set => Array.FindAll(set, other => other > element));
            foreach (var whole in CanMeet(rest, left - 1) ? Choose([.. chosen, element], rest, left - 1) : [])
            {
                yield return whole;
            }
        }
    }

    private bool CanMeet(List<long[]> unmet, int left)
    {
        if (!budget.Step() || unmet.Count == 0)
        {
            return unmet.Count == 0;
        }

        var smallest = unmet.MinBy(set => set.Length)!;
        return Disjoint(unmet) <= left && Array.Exists(smallest, element => CanMeet(Without(unmet, element, set => set), left - 1));
    }

    private static List<long[]> Without(List<long[]> sets, long element, Func<long[], long[]> narrow) =>
        [.. sets.Where(set => Array.BinarySearch(set, element) < 0).Select(narrow)];

    /// <summary>How many sets, taken as they come, share nothing: each needs an element of its own.</summary>
    private static int Disjoint(List<long[]> sets)
    {
        var taken = new HashSet<long>();
        var count = 0;
        foreach (var set in sets.Where(set => !taken.Overlaps(set)))
        {
            taken.UnionWith(set);
            count++;
        }

        return count;
    }
}
