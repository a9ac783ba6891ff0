namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The minimal sets of suppliers whose loss leaves a need unmet, put together from the bottom up: one of what a product needs is enough
/// to lose, but all that can stand in for each other must be lost together. Sets above the size wanted are dropped at once, as none they
/// grow into is smaller.
/// </summary>
/// <param name="tree">What needs what.</param>
/// <param name="maxSize">The greatest size.</param>
/// <param name="budget">Watches the bounds; once one is reached, nothing is found.</param>
internal sealed class LossSearch(NeedTree tree, int maxSize, SearchBudget budget)
{
    private readonly HashSet<int> open = [];
    private long held;

    /// <summary>What leaves a node with any need unmet, by size, then by nodes.</summary>
    internal IReadOnlyList<int[]> OfTarget(int target)
    {
        open.Add(target);
        var losses = Minimal(tree.NeedsOf(target).SelectMany(OfNeed));
        open.Remove(target);
        return budget.Stopped == StopReason.None ? losses : [];
    }

    /// <summary>What leaves one need unmet.</summary>
    internal IReadOnlyList<int[]> OfNeed(NeedTree.Need need)
    {
        List<int[]> losses = [[]];
        foreach (var option in need.Options)
        {
            var lost = OfOption(option, isMaker: need.Product == need.Whole);
            losses = Minimal(losses.SelectMany(loss => lost.Select(more => Union(loss, more))));
        }

        return budget.Stopped == StopReason.None ? losses : [];
    }

    /// <summary>Either all suppliers are lost, or something that the product needs. What is met again within itself is not lost there.</summary>
    private List<int[]> OfOption(NeedTree.Option option, bool isMaker)
    {
        List<int[]> losses = option.Suppliers.Count is > 0 and var count && count <= maxSize ? [[.. option.Suppliers.Keys]] : [];
        if (option.Product < 0 || isMaker || !open.Add(option.Product))
        {
            return losses;
        }

        losses = Minimal(tree.NeedsOf(option.Product).Where(need => need.Product != option.Product).SelectMany(OfNeed).Concat(losses));
        open.Remove(option.Product);
        return losses;
    }

    private static int[] Union(int[] one, int[] other) => [.. one.Union(other).Order()];

    /// <summary>The sets that hold no other, none above the size, by size, then by nodes.</summary>
    private List<int[]> Minimal(IEnumerable<int[]> sets)
    {
        var small = sets.TakeWhile(_ => IsInBounds()).Where(set => set.Length <= maxSize).ToList();
        small.Sort((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.AsSpan().SequenceCompareTo(b));
        var minimal = new List<int[]>();
        foreach (var set in small)
        {
            if (!minimal.Exists(less => less.All(set.Contains)))
            {
                minimal.Add(set);
            }
        }

        held += minimal.Count;
        return minimal;
    }

    private bool IsInBounds()
    {
        if (held > budget.Bounds.MaxStates)
        {
            budget.Stop(StopReason.Memory);
        }

        return budget.Step();
    }
}
