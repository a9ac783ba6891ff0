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
/// the states reachable within <see cref="MaxHops"/>, plus a path search for each node returned, and for downstream with the product
/// rule a path search for each node that may depend on the anchor.
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
        var members = Members(search, anchor, budget);
        var kept = members.Take(budget.Bounds.Limit).ToList();
        if (kept.Count < members.Count)
        {
            budget.Stop(StopReason.Limit);
        }

        return Describe(search, anchor, members, kept, budget);
    }

    /// <summary>Paths read from dependents on, causal ones from causes on: upstream of an effect runs against its paths.</summary>
    private bool RunsAlong(DependencySearch search) => IsDownstream == search.Scope.IsCausal;

    /// <summary>The nodes with their first shortest paths, by tier, then by node. A tier that the budget cut into is left out whole.</summary>
    private List<(int Node, int[] Path)> Members(DependencySearch search, int anchor, SearchBudget budget)
    {
        var isAlong = RunsAlong(search);
        var reached = isAlong
            ? SearchSpace.Explore(search, anchor, MaxHops, null, budget).ReachedNodes()
            : search.HopsTo(anchor, MaxHops, budget).Select(pair => (Node: pair.Key, Hops: pair.Value)).OrderBy(pair => pair.Hops);
        var members = new List<(int Node, int[] Path)>();
        var complete = 0;
        foreach (var (node, hops) in reached.Where(pair => pair.Node != anchor))
        {
            complete = hops - 1;
            var path = isAlong ? ShortestPath(search, anchor, node, budget) : ShortestPath(search, node, anchor, budget);
            if (budget.Stopped != StopReason.None)
            {
                return Sorted(members.Where(member => member.Path.Length - 1 <= complete));
            }

            if (path.Length > 0)
            {
                members.Add((node, path));
            }
        }

        return Sorted(members);
    }

    private static List<(int Node, int[] Path)> Sorted(IEnumerable<(int Node, int[] Path)> members) =>
        [.. members.OrderBy(member => member.Path.Length).ThenBy(member => member.Node)];

    private int[] ShortestPath(DependencySearch search, int from, int to, SearchBudget budget)
    {
        var question = new PathQuestion { From = Anchor, To = Anchor, Mode = PathMode.KShortest, K = 1, MaxHops = MaxHops, Filter = Filter };
        return PathSearch.Find(question, search, from, to, budget) is [var path, ..] ? path : [];
    }

    private Finding<TiersResult> Describe(
        DependencySearch search, int anchor, List<(int Node, int[] Path)> members, List<(int Node, int[] Path)> kept, SearchBudget budget)
    {
        var tiers = kept
            .Select(pair => new TierMember(search.Graph.NodeAt(pair.Node).Id, pair.Path.Length - 1, PathEvaluation.Evaluate(search, pair.Path)))
            .ToList();
        var counts = members.CountBy(pair => pair.Path.Length - 1).OrderBy(pair => pair.Key).Select(pair => new TierCount(pair.Key, pair.Value)).ToList();
        var isKnown = RunsAlong(search) ? search.HasFactsFrom(anchor) : search.HasFactsTo(anchor);
        KnowledgeGap gap = RunsAlong(search) ? KnowledgeGap.FromHasNoFacts : KnowledgeGap.ToHasNoFacts;
        var result = new TiersResult { Tiers = counts, Members = tiers, Gaps = isKnown ? [] : [gap] };
        var outcome = tiers.Count > 0 ? Outcome.Found : isKnown && budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided;
        return new Finding<TiersResult>(
            result,
            outcome,
            tiers.SelectMany(member => member.Path.Hops).SelectMany(hop => hop.RestsOn),
            [Anchor, .. tiers.SelectMany(member => member.Path.Nodes)]);
    }
}
