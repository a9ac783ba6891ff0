using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// What is around a node? Every node within some hops, by facts of any type, read either way: connections, not dependences. The tier of
/// a node is the fewest hops; the first shortest connection by node ids is its evidence.
/// </summary>
/// <remarks>
/// Layers and types of the filter restrict, and bring in types on which nobody depends as well; products are ignored, and counted for
/// each tier. The anchor is in no tier. Nothing around it is an empty answer that says what keeps it from being a no. Linear in the
/// nodes and links within the hops.
/// </remarks>
public sealed record NeighbourhoodQuestion : Question<TiersResult>
{
    /// <summary>Id of the node asked about.</summary>
    public required string Anchor { get; init; }

    /// <summary>Most hops, 1 to <see cref="PathQuestion.GreatestMaxHops"/>. Belongs to the question.</summary>
    public required int MaxHops { get; init; }

    /// <summary>Which facts may be used; its rule for products is not.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => "neighbourhood";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.Around(Anchor, MaxHops, Filter, Target: null);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("anchor", Anchor);
        writer.Field("maxHops", MaxHops);
        writer.Object("filter", Filter with { Products = ProductRule.Any }, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<TiersResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget) =>
        new TierFinding(DependencySearch.Around(graph, Filter), graph.IndexOf(Anchor), isFromAnchor: true, budget).Within(MaxHops);
}
