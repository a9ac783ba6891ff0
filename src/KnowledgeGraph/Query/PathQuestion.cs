using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// How does FROM depend on TO? Simple paths from the dependent to the one depended on, by the asked order, then by hops, then by node
/// ids; causal paths read from cause to effect.
/// </summary>
/// <remarks>
/// A path is a sequence of nodes, none twice; parallel facts do not multiply it, self-loops join none, and FROM = TO is one path
/// without hops. No path is an empty answer that says whether the search was exhaustive. Filters, products and every rule hold in every
/// mode and order. A path is reliable by its greatest product and wide by its best weakest link over the choices of facts; products are
/// ranked exactly. Time: what lies within half the hops of FROM and of TO, as far as the lengths that are needed, and the states of those
/// that may lie on a path, plus for each length the prefixes that can still reach TO; by reliability and width only what is as reliable, or
/// as wide, as the last path; where there is no path, all states within <see cref="MaxHops"/> of FROM, for the answer says where knowledge
/// ends. Memory: those states, and those prefixes. Disjoint paths are hard where lengths or products bind, and take exponential time at worst.
/// When a bound ends the search, only what is proven to stand in order is answered; of disjoint paths, the best set of a size that may be
/// too small.
/// </remarks>
public sealed record PathQuestion : Question<PathsResult>
{
    /// <summary>The greatest <see cref="MaxHops"/>.</summary>
    public const int GreatestMaxHops = 32;

    /// <summary>Id of the dependent node.</summary>
    public required string From { get; init; }

    /// <summary>Id of the node depended on.</summary>
    public required string To { get; init; }

    /// <summary>Which paths.</summary>
    public PathMode Mode { get; init; }

    /// <summary>What makes a path better; for disjoint paths it stays <see cref="PathOrder.Hops"/>.</summary>
    public PathOrder Order { get; init; }

    /// <summary>How many paths, for <see cref="PathMode.KShortest"/> and disjoint paths; at least 1.</summary>
    public int K { get; init; } = 1;

    /// <summary>Most hops of a path, 1 to <see cref="GreatestMaxHops"/>. Belongs to the question: longer paths are not asked for.</summary>
    public int MaxHops { get; init; } = 8;

    /// <summary>Which facts may be used.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <summary>Ids of nodes that each path passes through, in this order, each once; FROM and TO count as passed.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>
    /// An expression over edge types that the hops of each path fit, such as <c>SUPPLIES_COMPONENT_FOR . CONTROLS+ | OWNS*</c>: <c>.</c>
    /// joins, <c>|</c> chooses, <c>?</c>, <c>*</c> and <c>+</c> repeat, <c>_</c> is any followed type. The types it names are followed
    /// as if <see cref="Filter"/> named them. A hop fits by the type of its fact. Null for any.
    /// </summary>
    public string? Edges { get; init; }

    /// <summary>
    /// Whether facts must be possible in the order of dependence: each hop can be given a day on which its fact possibly holds, so that
    /// what is depended on comes no later than what depends on it (days fall or stay from FROM to TO), and a cause no later than its
    /// effect (days rise or stay). Several hops may share a day, so that facts that can all hold on one day are always in order.
    /// </summary>
    public bool IsOrderedInTime { get; init; }

    /// <summary>
    /// Whether the answer carries a <see cref="PathCertificate"/>, by which code that knows nothing of the search can check that no path
    /// is better than the first, or that there is none.
    /// </summary>
    public bool WantsCertificate { get; init; }

    /// <inheritdoc/>
    public override string Kind => "path";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology)
    {
        var filter = FollowedIn(ontology);
        return new DataNeed.Reach(From, EdgeScope.Of(ontology, filter).IsCausal, MaxHops, filter, To) { Others = Via };
    }

    /// <summary>The edge types that are followed, those that <see cref="Edges"/> names among them.</summary>
    /// <param name="ontology">The vocabulary.</param>
    /// <exception cref="QuestionException">Filter or expression name something unknown, or what does not mix.</exception>
    public EdgeScope ScopeIn(OntologyModel ontology) => EdgeScope.Of(ontology, FollowedIn(ontology));

    internal override Finding<PathsResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        Check();
        var search = DependencySearch.Along(graph, this);
        var (from, to) = (graph.IndexOf(From), graph.IndexOf(To));
        var paths = new List<DependencyPath>();
        foreach (var group in PathSearch.Groups(this, search, from, to, budget))
        {
            paths.AddRange(Evaluate(search, group, budget));
        }

        var finding = paths.Count > 0 ? Found(paths) : WhyNoPath.Explain(this, search, from, to, budget);
        return WantsCertificate
            ? finding with { Result = finding.Result with { Certificate = CertificateSearch.Of(this, search, from, to, paths.FirstOrDefault(), budget) } }
            : finding;
    }

    /// <summary>The answer where an engine has found the node sequences itself, in order.</summary>
    /// <param name="graph">At least the facts between the nodes that follow each other.</param>
    /// <param name="groups">Node ids; one group for each length searched whole.</param>
    /// <param name="isLimited">Whether there are more than the limit lists.</param>
    /// <param name="budget">What is left of the bounds.</param>
    internal Finding<PathsResult> AnswerOf(
        EmbeddedGraph graph, IEnumerable<IReadOnlyList<IReadOnlyList<string>>> groups, bool isLimited, SearchBudget budget)
    {
        var search = DependencySearch.Along(graph, this);
        var before = budget.Stopped;
        var paths = groups
            .TakeWhile(_ => budget.Stopped == before)
            .SelectMany(group => Evaluate(search, [.. group.Select(ids => ids.Select(graph.IndexOf).ToArray())], budget))
            .ToList();
        if (isLimited)
        {
            budget.Stop(StopReason.Limit);
        }

        return Found(paths) with { Outcome = paths.Count > 0 ? Outcome.Found : Outcome.Undecided };
    }

    internal override Question<PathsResult> Without(string factId) => this with { Filter = Filter.Without(factId), WantsCertificate = false };

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("from", From);
        writer.Field("to", To);
        writer.Field("mode", Mode switch
        {
            PathMode.Shortest => "shortest",
            PathMode.KShortest => "k-shortest",
            PathMode.All => "all",
            PathMode.EdgeDisjoint => "edge-disjoint",
            _ => "node-disjoint",
        });
        writer.Field("order", Order switch { PathOrder.Hops => "hops", PathOrder.Reliability => "reliability", _ => "width" });
        if (Mode is not (PathMode.Shortest or PathMode.All))
        {
            writer.Field("k", K);
        }

        writer.Field("maxHops", MaxHops);
        writer.Field("via", Via);
        writer.Field("edges", Edges);
        writer.Flag("inTimeOrder", IsOrderedInTime);
        writer.Flag("certificate", WantsCertificate);
        writer.Object("filter", Filter, static (w, filter) => filter.WriteTo(w));
    }

    /// <summary>The filter with the types that the expression names.</summary>
    internal GraphFilter FollowedIn(OntologyModel ontology) =>
        Edges is null ? Filter : EdgeExpressionParser.Parse(Edges, ontology).Widen(Filter, ontology);

    /// <exception cref="QuestionException">The parts of the question do not go together.</exception>
    private void Check()
    {
        if (Order != PathOrder.Hops && Mode is (PathMode.EdgeDisjoint or PathMode.NodeDisjoint))
        {
            throw new QuestionException("disjoint paths are chosen by their hops in all; leave out the other order, or the disjointness");
        }

        if (Via.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new QuestionException($"a path passes through \"{twice.Key}\" once; it is asked to do so {twice.Count()} times");
        }
    }

    /// <summary>A group whose evaluation the budget cuts into is left out whole. One found last, on a bound, is small and evaluated all the same.</summary>
    private static List<DependencyPath> Evaluate(DependencySearch search, List<int[]> group, SearchBudget budget)
    {
        var before = budget.Stopped;
        var paths = group.TakeWhile(_ => budget.Step() || budget.Stopped == before).Select(nodes => PathEvaluation.Evaluate(search, nodes)).ToList();
        return budget.Stopped == before ? paths : [];
    }

    private static Finding<PathsResult> Found(List<DependencyPath> paths) => new(
        new PathsResult { Paths = paths },
        Outcome.Found,
        paths.SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn),
        paths.SelectMany(path => path.Nodes));
}

/// <summary>Which paths between two nodes.</summary>
public enum PathMode
{
    /// <summary>All of the best: of the least length, or equal in what <see cref="PathQuestion.Order"/> ranks by.</summary>
    Shortest,

    /// <summary>The k first.</summary>
    KShortest,

    /// <summary>All.</summary>
    All,

    /// <summary>
    /// The largest set, up to k, of paths no two of which share a hop from one node to another; of those the one with the fewest hops in
    /// all, then the first, path by path.
    /// </summary>
    EdgeDisjoint,

    /// <summary>As <see cref="EdgeDisjoint"/>, of paths that share no node but FROM and TO.</summary>
    NodeDisjoint,
}
