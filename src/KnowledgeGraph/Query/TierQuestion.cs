using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// What does a node depend on (upstream), or what depends on it (downstream), tier by tier? The tier of a node is the length of the
/// shortest simple path to it; the first such path by node ids is its evidence. As a closure: everything at any distance, by walks.
/// </summary>
/// <remarks>
/// The anchor itself is in no tier. Nothing found is an empty answer. For causes, upstream gives causes, downstream effects. Time:
/// linear in the states reachable within <see cref="MaxHops"/> and the hops between them, plus a path search for each node whose first
/// shortest walk meets a node twice, as products can make it; for a closure linear in all states reachable, plus the walks listed.
/// </remarks>
public sealed record TierQuestion : Question<TiersResult>
{
    /// <summary>Id of the node asked about.</summary>
    public required string Anchor { get; init; }

    /// <summary>Whether to list what depends on the anchor instead of what it depends on.</summary>
    public bool IsDownstream { get; init; }

    /// <summary>The last tier, 1 to <see cref="PathQuestion.GreatestMaxHops"/>. Belongs to the question.</summary>
    public int MaxHops { get; init; } = 8;

    /// <summary>
    /// Whether to list the transitive closure instead: every node at any distance, <see cref="MaxHops"/> aside, in the tier of the fewest
    /// hops. It counts walks, which obey every rule of a path but may meet a node twice: what a part of a part depends on stays in even
    /// where the same firm stands twice on the way. A node's evidence is its first shortest walk; the products of tiers are left out.
    /// </summary>
    public bool IsClosure { get; init; }

    /// <summary>Whether facts must be possible in the order of dependence, as <see cref="PathQuestion.IsOrderedInTime"/> has it.</summary>
    public bool IsOrderedInTime { get; init; }

    /// <summary>Which facts may be used.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => IsDownstream ? "downstream" : "upstream";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) =>
        new DataNeed.Reach(Anchor, IsDownstream, IsClosure ? int.MaxValue : MaxHops, Filter, Target: null);

    internal override Question<TiersResult> Without(string factId) => this with { Filter = Filter.Without(factId) };

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("anchor", Anchor);
        writer.Flag("closure", IsClosure);
        writer.Field("maxHops", IsClosure ? null : (decimal?)MaxHops);
        writer.Flag("inTimeOrder", IsOrderedInTime);
        writer.Object("filter", Filter, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<TiersResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var search = DependencySearch.Along(graph, Filter, IsOrderedInTime);
        return new TierFinding(search, graph.IndexOf(Anchor), RunsAlong(search), budget).Of(this);
    }

    /// <summary>Paths read from dependents on, causal ones from causes on: upstream of an effect runs against its paths.</summary>
    private bool RunsAlong(DependencySearch search) => IsDownstream == search.Scope.IsCausal;
}
