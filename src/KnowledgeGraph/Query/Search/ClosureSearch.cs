namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Every node that walks lead to from an anchor, or from which they lead to it, at any distance, each with the fewest hops. A walk obeys
/// every rule of a path but may meet a node twice, so that nothing need be enumerated: the states (node, what was gathered) are
/// searched breadth first, once each.
/// </summary>
internal sealed class ClosureSearch
{
    private readonly Func<int, int[]> walkOf;

    /// <summary>Searches. Linear in the states and the hops between them; the budget says if a bound was reached, and then nothing is reached.</summary>
    /// <param name="search">What to follow.</param>
    /// <param name="anchor">Node index.</param>
    /// <param name="isFromAnchor">Whether walks start at the anchor, rather than end there.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal ClosureSearch(DependencySearch search, int anchor, bool isFromAnchor, SearchBudget budget)
    {
        (Reached, walkOf) = search.IsPlain ? Plain(search, anchor, isFromAnchor, budget) : isFromAnchor ? From(search, anchor, budget) : To(search, anchor, budget);
    }

    /// <summary>The nodes but the anchor with the fewest hops, nearest first, then by id.</summary>
    internal IReadOnlyList<(int Node, int Hops)> Reached { get; }

    /// <summary>The first shortest walk of a node that was reached, in the order of a path.</summary>
    internal int[] WalkOf(int node) => walkOf(node);

    private static (IReadOnlyList<(int Node, int Hops)> Reached, Func<int, int[]> WalkOf) Plain(
        DependencySearch search, int anchor, bool isFromAnchor, SearchBudget budget)
    {
        var walks = new PlainWalks(search, anchor, isFromAnchor, int.MaxValue, budget);
        return budget.Stopped != StopReason.None ? ([], _ => []) : (Sorted(walks.Reached), walks.WalkOf);
    }

    private static (IReadOnlyList<(int Node, int Hops)> Reached, Func<int, int[]> WalkOf) From(DependencySearch search, int anchor, SearchBudget budget)
    {
        var space = SearchSpace.Reach(search, anchor, int.MaxValue, budget);
        if (budget.Stopped != StopReason.None)
        {
            return ([], _ => []);
        }

        return (Sorted(space.ReachedNodes().Where(reached => reached.Node != anchor)), new FirstWalksFrom(space).To);
    }

    private static (IReadOnlyList<(int Node, int Hops)> Reached, Func<int, int[]> WalkOf) To(DependencySearch search, int anchor, SearchBudget budget)
    {
        var hopsLeft = search.HopsTo(anchor, int.MaxValue, budget);
        int[] starts = [.. hopsLeft.Nodes.Where(node => node != anchor).Order()];
        var space = SearchSpace.Explore(new Exploration(search, int.MaxValue) { Towards = hopsLeft }, starts, budget);
        if (budget.Stopped != StopReason.None)
        {
            return ([], _ => []);
        }

        var walks = new FirstWalksTo(space, anchor);
        var reached = starts.Select((node, start) => (Node: node, Hops: walks.HopsFrom(start))).Where(found => found.Hops != int.MaxValue);
        return (Sorted(reached), node => walks.From(Array.BinarySearch(starts, node)));
    }

    private static List<(int Node, int Hops)> Sorted(IEnumerable<(int Node, int Hops)> reached) =>
        [.. reached.OrderBy(found => found.Hops).ThenBy(found => found.Node)];
}
