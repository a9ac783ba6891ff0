using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// Whose loss leaves a product without something it needs? It needs a maker and every component declared for it, and these need theirs,
/// down all levels; of a component's suppliers, and those of what can stand in for it, one will do. Minimal sets of suppliers whose loss
/// breaks that, up to a size, and for each component who supplies it.
/// </summary>
/// <remarks>
/// The tree of needs, with "and" over components and "or" over suppliers, is read from the facts that pass the filter: a hop on which a
/// node W depends and that carries a product P names a maker where P is W, a component as such where P stands at the other end, and a
/// supplier of the component P for W otherwise. A component that stands in the graph as such is supplied by its makers too. What can
/// stand in for a component is supplied by its own makers and whoever supplies it for W, and needs its own components; substitutes of
/// substitutes do not count. An unstated component is one of its own for each supplier, since nothing says that another could replace
/// it. A component of which no supplier is known is never lost; a product met again within itself adds no need. Any other node, such as
/// a firm, needs in the same way what facts say it is supplied with. By size, then by node ids; no set holds another. Nothing found is
/// an empty answer. Time and memory: cut sets are put together from the bottom up and cut at <see cref="MaxSize"/> (MICSUP: Pande,
/// Spector and Chatterjee 1975); exponential at worst, and a bound ends it.
/// </remarks>
public sealed record AlternativesQuestion : Question<AlternativesResult>
{
    /// <summary>The greatest <see cref="MaxSize"/>.</summary>
    public const int GreatestMaxSize = 10;

    /// <summary>Id of the node that needs.</summary>
    public required string Target { get; init; }

    /// <summary>Most suppliers lost together, 1 to <see cref="GreatestMaxSize"/>. Belongs to the question.</summary>
    public int MaxSize { get; init; } = 3;

    /// <summary>Which facts may be used; products are never ignored.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => "alternatives";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.Supplies(Target, Filter);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("target", Target);
        writer.Field("maxSize", MaxSize);
        writer.Object("filter", Filter, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<AlternativesResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        if (Filter.Products == ProductRule.Any)
        {
            throw new QuestionException("alternatives are counted product by product; they cannot be asked with products ignored");
        }

        var dependencies = DependencySearch.Along(graph, Filter);
        if (!dependencies.Scope.HasSupply)
        {
            throw new QuestionException("alternatives are read from supplies, and no layer or type asked for carries products; leave --layer and --type out");
        }

        var tree = new NeedTree(dependencies);
        var search = new LossSearch(tree, MaxSize, budget);
        var target = graph.IndexOf(Target);
        var losses = search.OfTarget(target);
        var needs = tree.AllOf(target);
        var lossesOf = needs.ToDictionary(need => need.Need, need => search.OfNeed(need.Need));
        var kept = budget.Stopped == StopReason.None ? losses.Take(budget.Bounds.Limit).ToList() : [];
        if (kept.Count < losses.Count)
        {
            budget.Stop(StopReason.Limit);
        }

        var result = new AlternativesResult
        {
            Needs = [.. needs.Select(need => Describe(graph, need.Level, need.Need, lossesOf[need.Need]))],
            Losses = kept.ConvertAll(loss => Describe(graph, loss, [.. tree.NeedsOf(target).Where(need => lossesOf[need].Any(part => part.All(loss.Contains)))])),
            LeftOut = tree.LeftOut,
        };
        return new Finding<AlternativesResult>(
            result,
            budget.Stopped is StopReason.Timeout or StopReason.Memory || needs.Count == 0 ? Outcome.Undecided : kept.Count > 0 ? Outcome.Found : Outcome.None,
            result.DrawnFacts,
            [Target, .. result.Needs.SelectMany(need => need.Alternatives).Select(alternative => alternative.Product).OfType<string>()]);
    }

    private static Need Describe(EmbeddedGraph graph, int level, NeedTree.Need need, IReadOnlyList<int[]> losses) => new(
        level,
        graph.NodeAt(need.Whole).Id,
        IdOf(graph, need.Product),
        [.. need.Options.Select(option => new Alternative(
            IdOf(graph, option.Product),
            [.. option.Facts.Select(fact => graph.Facts.Facts[fact].Id)],
            [.. option.Suppliers.Select(supplier => new Supplier(graph.NodeAt(supplier.Key).Id, [.. supplier.Value.Select(fact => graph.Facts.Facts[fact].Id)]))]))],
        losses.Count > 0 ? losses.Min(loss => loss.Length) : null);

    private static Loss Describe(EmbeddedGraph graph, int[] loss, IReadOnlyList<NeedTree.Need> unmet) => new(
        [.. loss.Select(node => graph.NodeAt(node).Id)],
        [.. unmet.Select(need => IdOf(graph, need.Product)).OfType<string>()],
        unmet.Any(need => need.Product == EdgeColumns.NoProduct));

    private static string? IdOf(EmbeddedGraph graph, int product) => product == EdgeColumns.NoProduct ? null : graph.NodeAt(product).Id;
}
