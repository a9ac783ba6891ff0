using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// How does FROM depend on TO? Simple paths from the dependent to the one depended on, by hops, then by node ids; causal paths read from
/// cause to effect.
/// </summary>
/// <remarks>
/// A path is a sequence of nodes, none twice; parallel facts do not multiply it, self-loops join none, and FROM = TO is one path
/// without hops. No path is an empty answer that says whether the search was exhaustive. Time: the states reachable within
/// <see cref="MaxHops"/> that can still reach TO, plus for each length the prefixes that can still reach it; memory: those states.
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

    /// <summary>How many paths, for <see cref="PathMode.KShortest"/>; at least 1.</summary>
    public int K { get; init; } = 1;

    /// <summary>Most hops of a path, 1 to <see cref="GreatestMaxHops"/>. Belongs to the question: longer paths are not asked for.</summary>
    public int MaxHops { get; init; } = 8;

    /// <summary>Which facts may be used.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => "path";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) =>
        new DataNeed.Reach(From, EdgeScope.Of(ontology, Filter).IsCausal, MaxHops, Filter, To);

    internal override Finding<PathsResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var search = DependencySearch.Along(graph, Filter);
        var (from, to) = (graph.IndexOf(From), graph.IndexOf(To));
        var paths = Enumerate(search, from, to, budget);
        var evaluated = paths.ConvertAll(nodes => PathEvaluation.Evaluate(search, nodes));
        return evaluated.Count > 0 ? Found(evaluated) : WhyNoPath.Explain(this, search, from, to, budget);
    }

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("from", From);
        writer.Field("to", To);
        writer.Field("mode", Mode switch { PathMode.Shortest => "shortest", PathMode.KShortest => "k-shortest", _ => "all" });
        if (Mode == PathMode.KShortest)
        {
            writer.Field("k", K);
        }

        writer.Field("maxHops", MaxHops);
        writer.Object("filter", Filter, static (w, filter) => filter.WriteTo(w));
    }

    /// <summary>The node sequences asked for. A length that the budget cut into is left out whole.</summary>
    internal List<int[]> Enumerate(DependencySearch search, int from, int to, SearchBudget budget)
    {
        if (from == to)
        {
            return [[from]];
        }

        var hopsLeft = search.HopsTo(to, MaxHops, budget);
        var space = SearchSpace.Explore(search, from, MaxHops, (node, depth) => hopsLeft.TryGetValue(node, out var hops) && depth + hops <= MaxHops, budget);
        var automaton = new PathAutomaton(space, space.DistancesTo(to));
        var enumeration = new PathEnumeration(automaton, from, to, budget);
        var wanted = Mode == PathMode.KShortest ? Math.Min(K, budget.Bounds.Limit) : budget.Bounds.Limit;
        var paths = new List<int[]>();
        for (var hops = 1; hops <= MaxHops && budget.Stopped == StopReason.None && !IsComplete(paths, wanted); hops++)
        {
            var longer = enumeration.OfLength(hops, wanted - paths.Count + 1);
            if (budget.Stopped == StopReason.None)
            {
                paths.AddRange(longer);
            }
        }

        return CutToLimit(paths, wanted, budget);
    }

    private bool IsComplete(List<int[]> paths, int wanted) => Mode switch
    {
        PathMode.Shortest => paths.Count > 0,
        PathMode.KShortest => paths.Count >= K || paths.Count > wanted,
        _ => paths.Count > wanted,
    };

    private List<int[]> CutToLimit(List<int[]> paths, int wanted, SearchBudget budget)
    {
        if (paths.Count <= wanted)
        {
            return paths;
        }

        if (Mode != PathMode.KShortest || K > wanted)
        {
            budget.Stop(StopReason.Limit);
        }

        return paths[..wanted];
    }

    private static Finding<PathsResult> Found(List<DependencyPath> paths) => new(
        new PathsResult { Paths = paths },
        Outcome.Found,
        paths.SelectMany(path => path.Hops).SelectMany(hop => hop.Facts).Select(fact => fact.Id),
        paths.SelectMany(path => path.Nodes));
}

/// <summary>Which paths between two nodes.</summary>
public enum PathMode
{
    /// <summary>All of the least length.</summary>
    Shortest,

    /// <summary>The k first by hops, then node ids.</summary>
    KShortest,

    /// <summary>All.</summary>
    All,
}
