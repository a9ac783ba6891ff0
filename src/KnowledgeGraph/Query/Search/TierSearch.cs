namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The nodes around an anchor, each with its first shortest path. All are found in one search: the first shortest walk of a node is
/// its path wherever it meets no node twice; only where it does, as products can make it, a search of its own decides.
/// </summary>
/// <param name="search">What to follow.</param>
/// <param name="anchor">Node index.</param>
/// <param name="maxHops">Most hops.</param>
/// <param name="budget">Watches the bounds.</param>
internal sealed class TierSearch(DependencySearch search, int anchor, int maxHops, SearchBudget budget)
{
    /// <summary>The paths that start at the anchor, by length, then by the node they end at. A length that the budget cut into is left out whole.</summary>
    internal List<int[]> FromAnchor()
    {
        if (search.IsPlain)
        {
            return Plain(isFromAnchor: true);
        }

        var space = SearchSpace.Explore(new Exploration(search, maxHops) { Barred = anchor, IsForShortestWalks = true }, [anchor], budget);
        if (budget.Stopped != StopReason.None)
        {
            return [];
        }

        var walks = new FirstWalksFrom(space);
        return Paths(space.ReachedNodes().Where(reached => reached.Node != anchor).Select(reached => walks.To(reached.Node)), path => path[^1]);
    }

    /// <summary>The paths that end at the anchor, by length, then by the node they start at. A length that the budget cut into is left out whole.</summary>
    internal List<int[]> ToAnchor()
    {
        if (search.IsPlain)
        {
            return Plain(isFromAnchor: false);
        }

        var hopsLeft = search.HopsTo(anchor, maxHops, budget);
        int[] starts = [.. hopsLeft.Nodes.Where(node => node != anchor).Order()];
        var space = SearchSpace.Explore(new Exploration(search, maxHops) { Towards = hopsLeft }, starts, budget);
        if (budget.Stopped != StopReason.None)
        {
            return [];
        }

        var walks = new FirstWalksTo(space, anchor);
        var found = Enumerable.Range(0, starts.Length).Select(walks.From).Where(walk => walk.Length is > 0 && walk.Length <= maxHops + 1);
        return Paths(found.OrderBy(walk => walk.Length), path => path[0]);
    }

    /// <summary>
    /// Whether longer paths than allowed could lead from the anchor, or to it, to nodes that no path was found for: more can be reached
    /// beyond, or a walk reaches a node that no path within the hops does.
    /// </summary>
    internal bool IsCutShort(bool isFromAnchor)
    {
        var around = isFromAnchor ? 0 : search.HopsTo(anchor, maxHops, budget).Nodes.Count;
        var leadsFurther = isFromAnchor
            ? SearchSpace.Reach(search, anchor, maxHops, budget).IsCutShort
            : search.HopsTo(anchor, maxHops + 1, budget).Nodes.Count > around;
        if (leadsFurther)
        {
            return true;
        }

        var walked = new ClosureSearch(search, anchor, isFromAnchor, budget).Reached;
        var between = isFromAnchor ? walked.Count : around - 1;
        return between > maxHops && walked.Count > (isFromAnchor ? FromAnchor() : ToAnchor()).Count;
    }

    private List<int[]> Plain(bool isFromAnchor)
    {
        var walks = new PlainWalks(search, anchor, isFromAnchor, maxHops, budget);
        return budget.Stopped != StopReason.None ? []
            : Paths(walks.Reached.Select(reached => walks.WalkOf(reached.Node)), path => path[isFromAnchor ? ^1 : 0]);
    }

    /// <summary>Makes paths of walks that come by length: a path is never shorter than the walk.</summary>
    private List<int[]> Paths(IEnumerable<int[]> walks, Func<int[], int> nodeOf)
    {
        var paths = new List<int[]>();
        foreach (var walk in walks)
        {
            var path = walk.Distinct().Count() == walk.Length ? walk : Exact(walk[0], walk[^1]);
            if (!budget.Step())
            {
                paths.RemoveAll(whole => whole.Length >= walk.Length);
                break;
            }

            if (path.Length > 0)
            {
                paths.Add(path);
            }
        }

        return [.. paths.OrderBy(path => path.Length).ThenBy(nodeOf)];
    }

    private int[] Exact(int from, int to)
    {
        var question = new PathQuestion { From = "", To = "", Mode = PathMode.KShortest, K = 1, MaxHops = maxHops, Filter = search.Filter };
        return PathSearch.Find(question, search, from, to, budget) is [var path, ..] ? path : [];
    }
}
