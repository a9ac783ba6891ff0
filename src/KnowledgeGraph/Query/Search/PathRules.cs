using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The rules that look beyond a single hop, checked hop by hop: one product, an edge expression, nodes to pass through, days in order.
/// Every search and every choice of facts goes by these, so that no mode can forget one.
/// </summary>
internal sealed class PathRules
{
    private readonly EmbeddedGraph graph;
    private readonly ProductTracker products;
    private readonly EdgeAutomaton? pattern;
    private readonly int[] via;
    private readonly TimeOrder time;

    /// <param name="graph">The graph.</param>
    /// <param name="products">The product rule.</param>
    /// <param name="pattern">The edge expression; null for any edges.</param>
    /// <param name="via">Indices of the nodes to pass through, in order.</param>
    /// <param name="time">The order of days.</param>
    internal PathRules(EmbeddedGraph graph, ProductTracker products, EdgeAutomaton? pattern, int[] via, TimeOrder time)
    {
        (this.graph, this.products, this.pattern, this.via, this.time) = (graph, products, pattern, via, time);
    }

    /// <summary>What a path sets out with.</summary>
    internal Travel Start(int node) =>
        new(products.Start(node), EdgeAutomaton.Start, Passed(0, node) ?? 0, time.Start);

    /// <summary>What a path has gathered after a hop; null if the hop may not follow.</summary>
    /// <param name="travel">What it had before.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="node">The node that the hop leads to.</param>
    internal Travel? Next(Travel travel, int edge, int node)
    {
        var product = products.Next(travel.Product, edge);
        var step = pattern?.Next(travel.Pattern, graph.Edges.Type[edge]) ?? EdgeAutomaton.Start;
        var passed = Passed(travel.Passed, node) ?? -1;
        var day = time == TimeOrder.None ? travel.Day : time.Next(travel.Day, graph.Edges.Validity(edge)) ?? -1;
        return product == ProductTracker.Broken || step == EdgeAutomaton.Broken || passed < 0 || day < 0 ? null
            : product == travel.Product && step == travel.Pattern && passed == travel.Passed && day == travel.Day ? travel
            : new Travel(product, step, passed, day);
    }

    /// <summary>Whether no rule looks beyond a hop, for the edge types that are followed.</summary>
    internal bool IsPlain => pattern is null && via.Length == 0 && time == TimeOrder.None && !products.Binds;

    /// <summary>Whether a hop over an edge may follow anything at all.</summary>
    internal bool MayJoin(int edge) => products.MayJoin(edge);

    /// <summary>What else a walk may have gathered to go on, over the same nodes, wherever one may that gathered this.</summary>
    internal IEnumerable<Travel> Covering(Travel travel) => products.Covering(travel.Product).Select(track => travel with { Product = track });

    /// <summary>Whether a path that gathered this may end.</summary>
    internal bool Accepts(Travel travel) => travel.Passed == via.Length && (pattern?.Accepts(travel.Pattern) ?? true);

    /// <summary>A label with what a path has gathered, its product aside.</summary>
    internal PathLabel Describe(Travel travel, PathLabel label) => label with
    {
        Passed = travel.Passed,
        Places = pattern?.PlacesAt(travel.Pattern),
        FitsExpression = pattern?.Accepts(travel.Pattern) ?? false,
        Day = time == TimeOrder.None ? null : DateOnly.FromDayNumber(travel.Day),
    };

    /// <summary>Whether a hop qualifies only because unspecified products were allowed.</summary>
    internal bool NeedsAllowance(Travel travel, int edge) => products.NeedsAllowance(travel.Product, edge);

    /// <summary>The facts that declare what a hop carries to be a component of what is tracked; empty where none is needed.</summary>
    internal IReadOnlyList<string> DeclarationsFor(Travel travel, int edge) => products.DeclarationsFor(travel.Product, edge);

    /// <summary>How many nodes lie behind once a node is entered; null if it comes before its turn.</summary>
    private int? Passed(int passed, int node)
    {
        var turn = via.Length == 0 ? -1 : Array.IndexOf(via, node);
        return turn < 0 || turn < passed ? passed : turn == passed ? passed + 1 : null;
    }
}
