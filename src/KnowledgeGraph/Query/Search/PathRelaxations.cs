using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// What would be found if one condition of a question about paths were dropped. Layers and types stay, named or avoided: other types
/// would be another question.
/// </summary>
internal static class PathRelaxations
{
    /// <summary>The first path by hops without each condition, where there is one.</summary>
    internal static IEnumerable<Relaxation> Of(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget)
    {
        var dropped = WithOneRuleDropped(question, search).Concat(
            WithOneFilterDropped(question.Filter).Select(pair => (pair.Without, question with { Filter = pair.Filter })));
        foreach (var (without, wider) in dropped)
        {
            var relaxed = wider with { Mode = PathMode.KShortest, Order = PathOrder.Hops, K = 1 };
            var relaxedSearch = DependencySearch.Along(search.Graph, relaxed);
            if (PathSearch.Find(relaxed, relaxedSearch, from, to, budget) is [var path, ..])
            {
                var isProductRule = relaxed.Filter.Products != question.Filter.Products;
                yield return Describe(without, path, search, relaxedSearch, isProductRule);
            }
        }
    }

    private static IEnumerable<(string Without, PathQuestion Question)> WithOneRuleDropped(PathQuestion question, DependencySearch search)
    {
        if (question.Via.Count > 0)
        {
            yield return ($"--via {string.Join(" --via ", question.Via)}", question with { Via = [] });
        }

        if (question.Edges is { } edges)
        {
            yield return ($"--edges \"{edges}\"", question with { Edges = null, Filter = search.Filter });
        }

        if (question.IsOrderedInTime)
        {
            yield return ("--in-time-order", question with { IsOrderedInTime = false });
        }
    }

    private static IEnumerable<(string Without, GraphFilter Filter)> WithOneFilterDropped(GraphFilter filter)
    {
        if (filter.AvoidNodes.Count > 0)
        {
            yield return (Each("--avoid", filter.AvoidNodes), filter with { AvoidNodes = [] });
        }

        if (filter.AvoidFacts.Count > 0)
        {
            yield return ($"--avoid-fact {string.Join(',', filter.AvoidFacts.Order(StringComparer.Ordinal))}", filter with { AvoidFacts = [] });
        }

        if (filter.AvoidCountries.Count > 0)
        {
            yield return (Each("--avoid-country", filter.AvoidCountries), filter with { AvoidCountries = [] });
        }

        if (filter.AvoidNodeTypes.Count > 0)
        {
            yield return ($"--avoid-node-type {string.Join(',', filter.AvoidNodeTypes)}", filter with { AvoidNodeTypes = [] });
        }

        if (filter.Channels.Count > 0)
        {
            yield return (Each("--channel", filter.Channels), filter with { Channels = [] });
        }

        if (filter.KnownOn is { } known)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"--known-on {known:yyyy-MM-dd}"), filter with { KnownOn = null });
        }

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
            yield return ($"--source {string.Join(',', filter.Sources.Order(StringComparer.Ordinal))}", filter with { Sources = [] });
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

    private static string Each(string option, IEnumerable<string> values) => string.Join(' ', values.Order(StringComparer.Ordinal).Select(value => $"{option} {value}"));

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
