using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// Which single nodes, and which single links, hold together what a node is connected with? The articulation points and bridges of its
/// component, each with what is cut off from the node without it. Facts of any type are read either way: connections, not dependences.
/// </summary>
/// <remarks>
/// All facts between two nodes are one link; a fact from a node to itself is none. Layers and types of the filter restrict, and bring in
/// types on which nobody depends as well; products are ignored. Within <see cref="MaxHops"/> only the part so near is looked at, and
/// what holds it together need not hold the whole together: the answer says whether there is more. By the number of nodes cut off,
/// greatest first, then by id. Nothing found is an empty answer that says what keeps it from being a no. Time: nearly linear in the
/// nodes and links of the part (Hopcroft and Tarjan 1973; Lengauer and Tarjan 1979); the bound on memory counts both.
/// </remarks>
public sealed record BridgesQuestion : Question<BridgesResult>
{
    /// <summary>Id of the node from which is looked.</summary>
    public required string Anchor { get; init; }

    /// <summary>Most hops from the anchor, 1 to <see cref="PathQuestion.GreatestMaxHops"/>; null for any distance. Belongs to the question.</summary>
    public int? MaxHops { get; init; }

    /// <summary>Which facts may be used; its rule for products is not.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => "bridges";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.Around(Anchor, MaxHops ?? int.MaxValue, Filter, Target: null);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("anchor", Anchor);
        writer.Field("maxHops", (decimal?)MaxHops);
        writer.Object("filter", Filter with { Products = ProductRule.Any }, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<BridgesResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var search = DependencySearch.Around(graph, Filter);
        var part = ConnectedPart.Around(search, graph.IndexOf(Anchor), MaxHops ?? int.MaxValue, budget);
        var result = part is null ? new BridgesResult() : new BridgeFinding(search, part, budget).Describe();
        if (part is { Count: 1 } && !search.HasFactsFrom(graph.IndexOf(Anchor)))
        {
            result = result with { Gaps = [KnowledgeGap.FromHasNoFacts] };
        }

        var isFound = result.Points.Count + result.Bridges.Count > 0;
        return new Finding<BridgesResult>(
            result,
            isFound ? Outcome.Found : result.Gaps.Count == 0 && budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided,
            DependencyPath.RestsOn(result.Members.Select(member => member.Path)),
            [Anchor, .. result.Members.SelectMany(member => member.Path.Nodes)]);
    }
}
