using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query;

/// <summary>
/// Tells the kinds of "no" apart: no path at all, knowledge that ends, hops that ran out; and what would be found if one condition
/// were dropped.
/// </summary>
internal static class WhyNoPath
{
    internal static Finding<PathsResult> Explain(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget)
    {
        var space = SearchSpace.Explore(search, from, question.MaxHops, null, budget);
        var gaps = GapsOf(question, search, space, from, to).ToList();
        var relaxations = budget.Stopped == StopReason.None ? RelaxationsOf(question, search, from, to, budget.Spare()).ToList() : [];
        var frontier = space.ReachedNodes()
            .Select(reached => reached.Node)
            .Where(node => node != from && !search.HasFactsFrom(node))
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

    private static IEnumerable<KnowledgeGap> GapsOf(PathQuestion question, DependencySearch search, SearchSpace space, int from, int to)
    {
        if (space.IsCutShort || MayHoldLonger(space, to, question.MaxHops))
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

    private static IEnumerable<Relaxation> RelaxationsOf(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget)
    {
        foreach (var (without, filter) in WithOneConditionDropped(question.Filter))
        {
            var relaxed = question with { Filter = filter, Mode = PathMode.KShortest, K = 1 };
            var relaxedSearch = DependencySearch.Along(search.Graph, filter);
            if (relaxed.Enumerate(relaxedSearch, from, to, budget) is [var path, ..])
            {
                yield return Describe(without, path, search, relaxedSearch, filter.Products == ProductRule.Any);
            }
        }
    }

    private static IEnumerable<(string Without, GraphFilter Filter)> WithOneConditionDropped(GraphFilter filter)
    {
        if (filter.MinConfidence > 0)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"--min-confidence {filter.MinConfidence}"), filter with { MinConfidence = 0 });
        }

        if (filter.Statuses.Count < FactStatusText.All.Count)
        {
            var statuses = string.Join(',', filter.Statuses.Order().Select(status => status.ToText()));
            yield return ($"--status {statuses}", filter with { Statuses = Enum.GetValues<FactStatus>() });
        }

        if (filter.AsOf is { } day)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"--as-of {day:yyyy-MM-dd}"), filter with { AsOf = null, CertainOnly = false });
        }

        if (filter.Sources.Count > 0)
        {
            yield return ($"--source {string.Join(',', filter.Sources)}", filter with { Sources = [] });
        }

        if (!filter.IncludeCurator)
        {
            yield return ("--no-curator", filter with { IncludeCurator = true });
        }

        if (filter.Products != ProductRule.Any)
        {
            yield return ("the same product along supply", filter with { Products = ProductRule.Any });
        }
    }

    private static Relaxation Describe(string without, int[] path, DependencySearch strict, DependencySearch relaxed, bool isProductRule)
    {
        var choices = new PathChoices(relaxed, path);
        var facts = Enumerable.Range(0, path.Length - 1).Select(hop => choices.FactsOf(hop)[0].Id).ToList();
        var ids = path.Select(node => strict.Graph.NodeAt(node).Id).ToList();
        string? brokenAt = null;
        if (isProductRule && new PathChoices(strict, path).FirstBroken is >= 0 and var hop)
        {
            brokenAt = HopReading.Of(strict.Graph.Facts, facts[hop], ids[hop]);
        }

        return new Relaxation(without, ids, brokenAt, facts);
    }
}
