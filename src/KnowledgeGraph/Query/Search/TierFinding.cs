namespace KnowledgeGraph.Query.Search;

/// <summary>Makes the answer of the nodes around an anchor: tiers with their counts, members with their paths, where knowledge ends.</summary>
/// <param name="search">What to follow.</param>
/// <param name="anchor">Node index.</param>
/// <param name="isFromAnchor">Whether paths start at the anchor, rather than end there.</param>
/// <param name="budget">Watches the bounds.</param>
internal sealed class TierFinding(DependencySearch search, int anchor, bool isFromAnchor, SearchBudget budget)
{
    /// <summary>The tiers that a question asks for.</summary>
    internal Finding<TiersResult> Of(TierQuestion question) => question.IsClosure ? OfClosure() : Within(question.MaxHops);

    /// <summary>The tiers of simple paths within a number of hops.</summary>
    internal Finding<TiersResult> Within(int maxHops)
    {
        var tiers = new TierSearch(search, anchor, maxHops, budget);
        var paths = isFromAnchor ? tiers.FromAnchor() : tiers.ToAnchor();
        var counts = paths.GroupBy(path => path.Length - 1).Select(tier => Count(tier.Key, [.. tier.Select(MemberOf)], Products(tier))).ToList();
        var gaps = paths.Count > 0 ? [] : Gaps(tiers).ToList();
        return Describe(counts, Kept(paths.Count), number => paths[number], gaps);
    }

    private Finding<TiersResult> OfClosure()
    {
        var closure = new ClosureSearch(search, anchor, isFromAnchor, budget);
        var counts = closure.Reached.GroupBy(reached => reached.Hops).Select(tier => Count(tier.Key, [.. tier.Select(reached => reached.Node)], [])).ToList();
        var gaps = closure.Reached.Count > 0 ? [] : Gaps(tiers: null).ToList();
        return Describe(counts, Kept(closure.Reached.Count), number => closure.WalkOf(closure.Reached[number].Node), gaps);
    }

    /// <summary>Whether a bound may have kept facts from being delivered, so that a node without any proves nothing.</summary>
    private bool IsPartial => budget.Stopped is not (StopReason.None or StopReason.Limit);

    /// <summary>How many are listed; the budget says if the limit cuts any off.</summary>
    private int Kept(int count)
    {
        if (count > budget.Bounds.Limit)
        {
            budget.Stop(StopReason.Limit);
        }

        return Math.Min(count, budget.Bounds.Limit);
    }

    private Finding<TiersResult> Describe(List<TierCount> counts, int kept, Func<int, int[]> pathOf, List<KnowledgeGap> gaps)
    {
        var paths = Enumerable.Range(0, kept).Select(pathOf).ToList();
        var members = paths.ConvertAll(path => new TierMember(IdOf(MemberOf(path)), path.Length - 1, PathEvaluation.Evaluate(search, path)));
        var frontier = IsPartial ? [] : paths.Select(MemberOf).Where(node => !IsKnown(node)).Order().Select(IdOf).ToList();
        var outcome = members.Count > 0 ? Outcome.Found : gaps.Count == 0 && budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided;
        return new Finding<TiersResult>(
            new TiersResult { Tiers = counts, Members = members, Gaps = gaps, Frontier = frontier },
            outcome,
            DependencyPath.RestsOn(members.Select(member => member.Path)),
            [IdOf(anchor), .. members.SelectMany(member => member.Path.Nodes), .. counts.SelectMany(count => count.Products.Concat(count.Countries))]);
    }

    /// <summary>What keeps "nothing found" from being "no".</summary>
    /// <param name="tiers">The search within its hops; null where any distance counts.</param>
    private IEnumerable<KnowledgeGap> Gaps(TierSearch? tiers)
    {
        if (IsPartial)
        {
            yield break;
        }

        if (!IsKnown(anchor))
        {
            yield return isFromAnchor ? KnowledgeGap.FromHasNoFacts : KnowledgeGap.ToHasNoFacts;
        }
        else if (tiers?.IsCutShort(isFromAnchor) == true)
        {
            yield return KnowledgeGap.MaxHops;
        }
    }

    /// <summary>Whether any fact of the followed types leads on from a node, the way that is searched.</summary>
    private bool IsKnown(int node) => isFromAnchor ? search.HasFactsFrom(node) : search.HasFactsTo(node);

    private IEnumerable<string> Products(IEnumerable<int[]> paths) =>
        paths.SelectMany(path => new PathChoices(search, path).FactsOf(isFromAnchor ? path.Length - 2 : 0)).SelectMany(fact => fact.Products);

    private TierCount Count(int tier, List<int> nodes, IEnumerable<string> products)
    {
        var countries = nodes.SelectMany(node => search.Graph.Facts.CountriesOf(search.Graph.NodeAt(node)));
        return new TierCount(tier, nodes.Count, [.. products.Distinct().Order(StringComparer.Ordinal)], [.. countries.Distinct().Order(StringComparer.Ordinal)]);
    }

    private int MemberOf(int[] path) => isFromAnchor ? path[^1] : path[0];

    private string IdOf(int node) => search.Graph.NodeAt(node).Id;
}
