namespace KnowledgeGraph.Verify;

/// <summary>The largest set of disjoint paths, found by trying every set; of those the one with the fewest hops in all, then the first.</summary>
/// <param name="paths">All paths, by hops, then by node ids.</param>
/// <param name="isByNodes">Whether no inner node may be shared, or no hop.</param>
/// <param name="steps">The work allowed.</param>
internal sealed class DisjointSets(IReadOnlyList<IReadOnlyList<string>> paths, bool isByNodes, StepCount steps)
{
    private List<IReadOnlyList<string>> best = [];

    /// <summary>The set, no larger than the limit, and whether a larger one was wanted and is there; null once the steps are spent.</summary>
    internal (IReadOnlyList<IReadOnlyList<string>> Paths, bool IsLimited)? Largest(int wanted, int limit)
    {
        Grow([], 0, Math.Min(wanted, limit));
        var largest = best;
        best = [];
        if (wanted > limit)
        {
            Grow([], 0, limit + 1);
        }

        return steps.IsSpent ? null : (largest, best.Count > limit);
    }

    /// <summary>Whether two paths share no hop, or no inner node.</summary>
    internal static bool AreDisjoint(IReadOnlyList<string> a, IReadOnlyList<string> b, bool isByNodes) => isByNodes
        ? !a.Skip(1).SkipLast(1).Intersect(b.Skip(1).SkipLast(1)).Any() && !(a.Count == 2 && b.Count == 2)
        : !a.Zip(a.Skip(1)).Intersect(b.Zip(b.Skip(1))).Any();

    private void Grow(List<IReadOnlyList<string>> chosen, int next, int most)
    {
        if (chosen.Count > best.Count || (chosen.Count == best.Count && Hops(chosen) < Hops(best)))
        {
            best = chosen;
        }

        for (var i = next; i < paths.Count && chosen.Count < most && steps.Take(); i++)
        {
            if (chosen.TrueForAll(other => AreDisjoint(other, paths[i], isByNodes)))
            {
                Grow([.. chosen, paths[i]], i + 1, most);
            }
        }
    }

    private static int Hops(List<IReadOnlyList<string>> set) => set.Sum(path => path.Count - 1);
}
