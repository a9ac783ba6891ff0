using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// What does a node depend on (upstream), or what depends on it (downstream), tier by tier? The tier of a node is the length of the
/// shortest simple path to it; the first such path by node ids is its evidence.
/// </summary>
/// <remarks>
/// The anchor itself is in no tier. Nothing found is an empty answer. For causes, upstream gives causes, downstream effects. Time:
/// linear in the states reachable within <see cref="MaxHops"/> and the hops between them, plus a path search for each node whose first
/// shortest walk meets a node twice, as products can make it.
/// </remarks>
public sealed record TierQuestion : Question<TiersResult>
{
    /// <summary>Id of the node asked about.</summary>
    public required string Anchor { get; init; }

    /// <summary>Whether to list what depends on the anchor instead of what it depends on.</summary>
    public bool IsDownstream { get; init; }

    /// <summary>The last tier, 1 to <see cref="PathQuestion.GreatestMaxHops"/>. Belongs to the question.</summary>
    public int MaxHops { get; init; } = 8;

    /// <summary>Which facts may be used.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => IsDownstream ? "downstream" : "upstream";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.Reach(Anchor, IsDownstream, MaxHops, Filter, Target: null);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("anchor", Anchor);
        writer.Field("maxHops", MaxHops);
        writer.Object("filter", Filter, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<TiersResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var search = DependencySearch.Along(graph, Filter);
        var anchor = graph.IndexOf(Anchor);
        var paths = new TierSearch(search, anchor, MaxHops, budget);
        return Describe(search, anchor, RunsAlong(search) ? paths.FromAnchor() : paths.ToAnchor(), budget);
    }

    /// <summary>Paths read from dependents on, causal ones from causes on: upstream of an effect runs against its paths.</summary>
    private bool RunsAlong(DependencySearch search) => IsDownstream == search.Scope.IsCausal;

    private Finding<TiersResult> Describe(DependencySearch search, int anchor, List<int[]> paths, SearchBudget budget)
    {
        var kept = paths.Take(budget.Bounds.Limit).ToList();
        if (kept.Count < paths.Count)
        {
            budget.Stop(StopReason.Limit);
        }

        var members = kept.Select(path => new TierMember(IdOf(search, MemberOf(search, path)), path.Length - 1, PathEvaluation.Evaluate(search, path))).ToList();
        var counts = paths.GroupBy(path => path.Length - 1).Select(tier => Count(search, tier.Key, [.. tier])).ToList();
        var isKnown = RunsAlong(search) ? search.HasFactsFrom(anchor) : search.HasFactsTo(anchor);
        KnowledgeGap gap = RunsAlong(search) ? KnowledgeGap.FromHasNoFacts : KnowledgeGap.ToHasNoFacts;
        var result = new TiersResult { Tiers = counts, Members = members, Gaps = isKnown ? [] : [gap] };
        var outcome = members.Count > 0 ? Outcome.Found : isKnown && budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided;
        return new Finding<TiersResult>(
            result,
            outcome,
            members.SelectMany(member => member.Path.Hops).SelectMany(hop => hop.RestsOn),
            [Anchor, .. members.SelectMany(member => member.Path.Nodes), .. counts.SelectMany(count => count.Products.Concat(count.Countries))]);
    }

    private TierCount Count(DependencySearch search, int tier, List<int[]> paths)
    {
        var products = paths.SelectMany(path => new PathChoices(search, path).FactsOf(RunsAlong(search) ? path.Length - 2 : 0)).SelectMany(fact => fact.Products);
        var countries = paths.SelectMany(path => search.Graph.Facts.CountriesOf(search.Graph.NodeAt(MemberOf(search, path))));
        return new TierCount(
            tier,
            paths.Count,
            [.. products.Distinct().Order(StringComparer.Ordinal)],
            [.. countries.Distinct().Order(StringComparer.Ordinal)]);
    }

    private int MemberOf(DependencySearch search, int[] path) => RunsAlong(search) ? path[^1] : path[0];

    private static string IdOf(DependencySearch search, int node) => search.Graph.NodeAt(node).Id;
}
