namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Tells the kinds of "no" apart: no path at all, knowledge that ends, hops that ran out, too much around to tell; and what would be
/// found if one condition were dropped.
/// </summary>
internal static class WhyNoPath
{
    /// <summary>
    /// How much is explored to explain, states and hops: a second or so. A graph of millions has several times that within a few hops,
    /// and hundreds of thousands of nodes where knowledge ends.
    /// </summary>
    internal const int MostExplored = 1_000_000;

    internal static Finding<PathsResult> Explain(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget)
    {
        var cut = new Finding<PathsResult>(new PathsResult { Paths = [] }, Outcome.Undecided, [], [question.From, question.To]);
        if (budget.Stopped != StopReason.None)
        {
            return cut;
        }

        var space = Around(search, from, question.MaxHops, budget);
        if (budget.Stopped != StopReason.None)
        {
            return cut;
        }

        List<KnowledgeGap> gaps = [.. GapsOf(question.MaxHops, search, space, from, to, budget)];
        var relaxations = PathRelaxations.Of(question, search, from, to, budget.Spare(MostExplored)).ToList();
        var frontier = space is null ? [] : Frontier(search, space, from);
        return new Finding<PathsResult>(
            new PathsResult { Paths = [], Frontier = frontier, Gaps = gaps, Relaxations = relaxations },
            gaps.Count > 0 ? Outcome.Undecided : Outcome.None,
            relaxations.SelectMany(relaxation => relaxation.Facts),
            [question.From, question.To, .. frontier, .. relaxations.SelectMany(relaxation => relaxation.Nodes)]);
    }

    /// <summary>
    /// What walks from a node lead to, to explain by; null where that is more than is explored to explain, or no time is left, which stops
    /// the budget.
    /// </summary>
    internal static SearchSpace? Around(DependencySearch search, int from, int maxHops, SearchBudget budget)
    {
        var spare = budget.Spare(MostExplored);
        var space = SearchSpace.Reach(search, from, maxHops, spare);
        if (spare.Stopped == StopReason.Timeout)
        {
            budget.Stop(StopReason.Timeout);
        }

        return spare.Stopped == StopReason.None ? space : null;
    }

    /// <summary>
    /// What keeps "nothing found" from being "no"; nothing once the budget has stopped, for then it is the bound that does, and a graph
    /// that was delivered in part may lack the facts of either end.
    /// </summary>
    internal static IEnumerable<KnowledgeGap> GapsOf(int maxHops, DependencySearch search, SearchSpace? space, int from, int to, SearchBudget budget)
    {
        if (budget.Stopped != StopReason.None)
        {
            yield break;
        }

        if (space is null)
        {
            yield return KnowledgeGap.Unexplored;
        }
        else if (space.IsCutShort || MayHoldLonger(space, to, maxHops))
        {
            yield return KnowledgeGap.MaxHops;
        }

        foreach (var gap in MissingFacts(search, from, to))
        {
            yield return gap;
        }
    }

    private static IEnumerable<KnowledgeGap> MissingFacts(DependencySearch search, int from, int to)
    {
        if (!search.HasFactsFrom(from))
        {
            yield return KnowledgeGap.FromHasNoFacts;
        }

        if (!search.HasFactsTo(to))
        {
            yield return KnowledgeGap.ToHasNoFacts;
        }
    }

    /// <summary>Where knowledge ends, by id.</summary>
    private static List<string> Frontier(DependencySearch search, SearchSpace space, int from) =>
    [
        .. space.ReachedNodes()
            .Select(reached => reached.Node)
            .Where(node => node != from && !search.HasFactsFrom(node))
            .Order()
            .Select(node => search.Graph.NodeAt(node).Id),
    ];

    /// <summary>Whether TO was reached, but only by walks that meet a node twice, and a simple path may be longer than was allowed.</summary>
    private static bool MayHoldLonger(SearchSpace space, int to, int maxHops)
    {
        var nodes = space.ReachedNodes().Select(reached => reached.Node).ToHashSet();
        return nodes.Contains(to) && nodes.Count - 1 > maxHops;
    }
}
