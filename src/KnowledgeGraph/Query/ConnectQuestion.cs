using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// How are two nodes connected at all? Sequences of nodes, none twice, each tied to the next by a fact of any type, read either way:
/// a connection, not a dependence.
/// </summary>
/// <remarks>
/// Layers and types of the filter restrict, and bring in types on which nobody depends as well; products are ignored. By hops, then by
/// node ids; A = B is one connection without hops. No connection is an empty answer that says what keeps it from being a no. Time: the
/// nodes and links within <see cref="MaxHops"/>, plus for each length the prefixes that can still reach the end.
/// </remarks>
public sealed record ConnectQuestion : Question<ConnectionsResult>
{
    /// <summary>Id of the node at the one end.</summary>
    public required string From { get; init; }

    /// <summary>Id of the node at the other end.</summary>
    public required string To { get; init; }

    /// <summary>How many of the first, 1 or more; null for all with the fewest hops.</summary>
    public int? K { get; init; }

    /// <summary>Most hops, 1 to <see cref="PathQuestion.GreatestMaxHops"/>. Belongs to the question.</summary>
    public int MaxHops { get; init; } = 8;

    /// <summary>Which facts may be used; its rule for products is not.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <summary>Whether the answer carries a <see cref="PathCertificate"/>, as that of a <see cref="PathQuestion"/> does.</summary>
    public bool WantsCertificate { get; init; }

    /// <inheritdoc/>
    public override string Kind => "connect";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.Around(From, MaxHops, Filter, To);

    internal override Question<ConnectionsResult> Without(string factId) => this with { Filter = Filter.Without(factId), WantsCertificate = false };

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("from", From);
        writer.Field("to", To);
        writer.Field("k", (decimal?)K);
        writer.Field("maxHops", MaxHops);
        writer.Flag("certificate", WantsCertificate);
        writer.Object("filter", Filter with { Products = ProductRule.Any }, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<ConnectionsResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var search = DependencySearch.Around(graph, Filter);
        var (from, to) = (graph.IndexOf(From), graph.IndexOf(To));
        var paths = PathSearch.Find(AsPaths(), search, from, to, budget).ConvertAll(nodes => PathEvaluation.Evaluate(search, nodes));
        var gaps = paths.Count > 0 ? [] : GapsOf(search, from, to, budget);
        var certificate = WantsCertificate ? CertificateSearch.Of(AsPaths(), search, from, to, paths.FirstOrDefault(), budget) : null;
        return new Finding<ConnectionsResult>(
            new ConnectionsResult { Connections = paths, Gaps = gaps, Certificate = certificate },
            paths.Count > 0 ? Outcome.Found : gaps.Count == 0 && budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided,
            paths.SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn),
            [From, To, .. paths.SelectMany(path => path.Nodes)]);
    }

    private PathQuestion AsPaths() => new()
    {
        From = From,
        To = To,
        Mode = K is null ? PathMode.Shortest : PathMode.KShortest,
        K = K ?? 1,
        MaxHops = MaxHops,
    };

    private List<KnowledgeGap> GapsOf(DependencySearch search, int from, int to, SearchBudget budget) =>
        [.. WhyNoPath.GapsOf(MaxHops, search, SearchSpace.Reach(search, from, MaxHops, budget), from, to, budget)];
}
