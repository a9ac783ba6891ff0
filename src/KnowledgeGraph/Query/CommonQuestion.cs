using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// What do several nodes all depend on? Each node that is in a tier upstream of every one of them, with the first shortest path from
/// each as evidence; for causes, what all of them have as a cause.
/// </summary>
/// <remarks>
/// By the hops of all paths together, then by id. A node asked about is in no tier of its own, so that none is listed. Nothing found is an empty answer that says what keeps it from being a no.
/// Time: that of a <see cref="TierQuestion"/> for each node asked about.
/// </remarks>
public sealed record CommonQuestion : Question<CommonResult>
{
    /// <summary>Ids of the nodes asked about, two or more, each once; paths come in their order.</summary>
    public required IReadOnlyList<string> Anchors { get; init; }

    /// <summary>Most hops from each, 1 to <see cref="PathQuestion.GreatestMaxHops"/>. Belongs to the question.</summary>
    public int MaxHops { get; init; } = 8;

    /// <summary>Whether facts must be possible in the order of dependence, as <see cref="PathQuestion.IsOrderedInTime"/> has it.</summary>
    public bool IsOrderedInTime { get; init; }

    /// <summary>Which facts may be used.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => "common";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.All(
        [.. Anchors.Select(anchor => new DataNeed.Reach(anchor, IsTowardsDependents: false, MaxHops, Filter, Target: null))]);

    internal override Question<CommonResult> Without(string factId) => this with { Filter = Filter.Without(factId) };

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("anchors", Anchors);
        writer.Field("maxHops", MaxHops);
        writer.Flag("inTimeOrder", IsOrderedInTime);
        writer.Object("filter", Filter, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<CommonResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        Check();
        var search = DependencySearch.Along(graph, Filter, IsOrderedInTime);
        var common = Common(search, [.. Anchors.Select(graph.IndexOf)], budget);
        var kept = common.Take(budget.Bounds.Limit).ToList();
        if (kept.Count < common.Count)
        {
            budget.Stop(StopReason.Limit);
        }

        var members = kept.ConvertAll(paths => Describe(search, paths));
        var gaps = members.Count > 0 || budget.Stopped != StopReason.None ? [] : Gaps(search, budget).ToList();
        var frontier = members.Count > 0 || budget.Stopped != StopReason.None ? [] : Frontier(search, budget);
        return new Finding<CommonResult>(
            new CommonResult { Members = members, Gaps = gaps, Frontier = frontier },
            members.Count > 0 ? Outcome.Found : gaps.Count == 0 && budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided,
            members.SelectMany(member => member.Paths).SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn),
            [.. Anchors, .. frontier, .. members.SelectMany(member => member.Paths).SelectMany(path => path.Nodes)]);
    }

    /// <summary>Paths read from dependents on, causal ones from causes on: these end at the effect asked about.</summary>
    private static bool RunsAlong(DependencySearch search) => !search.Scope.IsCausal;

    /// <summary>The paths to each common node, one from each anchor, in the order of the answer; none where the budget stopped before all were known.</summary>
    private List<int[][]> Common(DependencySearch search, int[] anchors, SearchBudget budget)
    {
        var byNode = Array.ConvertAll(anchors, anchor => PathsOf(search, anchor, budget).ToDictionary(path => MemberOf(search, path)));
        return budget.Stopped != StopReason.None ? []
            : [.. byNode[0].Keys
                .Where(node => Array.TrueForAll(byNode, paths => paths.ContainsKey(node)))
                .Select(node => (Node: node, Paths: Array.ConvertAll(byNode, paths => paths[node])))
                .OrderBy(common => common.Paths.Sum(path => path.Length - 1))
                .ThenBy(common => common.Node)
                .Select(common => common.Paths)];
    }

    private List<int[]> PathsOf(DependencySearch search, int anchor, SearchBudget budget)
    {
        var tiers = new TierSearch(search, anchor, MaxHops, budget);
        return RunsAlong(search) ? tiers.FromAnchor() : tiers.ToAnchor();
    }

    private static int MemberOf(DependencySearch search, int[] path) => RunsAlong(search) ? path[^1] : path[0];

    private static CommonNode Describe(DependencySearch search, int[][] paths) => new(
        search.Graph.NodeAt(MemberOf(search, paths[0])).Id,
        paths.Sum(path => path.Length - 1),
        [.. paths.Select(path => PathEvaluation.Evaluate(search, path))]);

    /// <summary>The nodes reached from any anchor at which knowledge ends.</summary>
    private List<string> Frontier(DependencySearch search, SearchBudget budget) =>
        [.. Anchors
            .SelectMany(anchor => PathsOf(search, search.Graph.IndexOf(anchor), budget).Select(path => MemberOf(search, path)))
            .Distinct()
            .Where(node => !(RunsAlong(search) ? search.HasFactsFrom(node) : search.HasFactsTo(node)))
            .Order()
            .Select(node => search.Graph.NodeAt(node).Id)];

    /// <summary>The anchors of which too little is known, or reached, to say no.</summary>
    private IEnumerable<CommonGap> Gaps(DependencySearch search, SearchBudget budget)
    {
        foreach (var id in Anchors)
        {
            var anchor = search.Graph.IndexOf(id);
            if (!(RunsAlong(search) ? search.HasFactsFrom(anchor) : search.HasFactsTo(anchor)))
            {
                yield return new CommonGap(id, RunsAlong(search) ? KnowledgeGap.FromHasNoFacts : KnowledgeGap.ToHasNoFacts);
            }
            else if (new TierSearch(search, anchor, MaxHops, budget).IsCutShort(RunsAlong(search)))
            {
                yield return new CommonGap(id, KnowledgeGap.MaxHops);
            }
        }
    }

    /// <exception cref="QuestionException">There are fewer than two nodes, or one stands twice.</exception>
    private void Check()
    {
        if (Anchors.Count < 2)
        {
            throw new QuestionException($"what nodes have in common is asked of two or more; found {Anchors.Count}");
        }

        if (Anchors.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new QuestionException($"\"{twice.Key}\" is asked about {twice.Count()} times; name different nodes");
        }
    }
}
