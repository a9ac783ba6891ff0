namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Tells the kinds of "no" apart: no path at all, knowledge that ends, hops that ran out; and what would be found if one condition
/// were dropped.
/// </summary>
internal static class WhyNoPath
{
    internal static Finding<PathsResult> Explain(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget)
    {
        var space = SearchSpace.Reach(search, from, question.MaxHops, budget);
        var gaps = GapsOf(question.MaxHops, search, space, from, to, budget).ToList();
        var relaxations = budget.Stopped == StopReason.None ? PathRelaxations.Of(question, search, from, to, budget.Spare()).ToList() : [];
        var frontier = space.ReachedNodes()
            .Select(reached => reached.Node)
            .Where(node => budget.Stopped == StopReason.None && node != from && !search.HasFactsFrom(node))
            .Order()
            .Select(node => search.Graph.NodeAt(node).Id)
            .ToList();
        var isOpen = gaps.Count > 0 || budget.Stopped != StopReason.None;
        return new Finding<PathsResult>(
            new PathsResult { Paths = [], Frontier = frontier, Gaps = gaps, Relaxations = relaxations },
            isOpen ? Outcome.Undecided : Outcome.None,
            relaxations.SelectMany(relaxation => relaxation.Facts),
            [question.From, question.To, .. frontier, .. relaxations.SelectMany(relaxation => relaxation.Nodes)]);
    }

    /// <summary>
    /// What keeps "nothing found" from being "no"; nothing once the budget has stopped, for then it is the bound that does, and a graph
    /// that was delivered in part may lack the facts of either end.
    /// </summary>
    internal static IEnumerable<KnowledgeGap> GapsOf(int maxHops, DependencySearch search, SearchSpace space, int from, int to, SearchBudget budget)
    {
        if (budget.Stopped != StopReason.None)
        {
            yield break;
        }

        if (space.IsCutShort || MayHoldLonger(space, to, maxHops))
        {
            yield return KnowledgeGap.MaxHops;
        }

        if (!search.HasFactsFrom(from))
        {
            yield return KnowledgeGap.FromHasNoFacts;
        }

        if (!search.HasFactsTo(to))
        {
            yield return KnowledgeGap.ToHasNoFacts;
        }
    }

    /// <summary>Whether TO was reached, but only by walks that meet a node twice, and a simple path may be longer than was allowed.</summary>
    private static bool MayHoldLonger(SearchSpace space, int to, int maxHops)
    {
        var nodes = space.ReachedNodes().Select(reached => reached.Node).ToHashSet();
        return nodes.Contains(to) && nodes.Count - 1 > maxHops;
    }
}
