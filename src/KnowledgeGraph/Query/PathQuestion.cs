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
        var paths = new List<DependencyPath>();
        foreach (var length in Lengths(search, from, to, budget))
        {
            paths.AddRange(Evaluate(search, length, budget));
        }

        return paths.Count > 0 ? Found(paths) : WhyNoPath.Explain(this, search, from, to, budget);
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
    internal List<int[]> Enumerate(DependencySearch search, int from, int to, SearchBudget budget) =>
        [.. Lengths(search, from, to, budget).SelectMany(length => length)];

    /// <summary>The node sequences length by length, each searched when it is asked for, so that evaluating it counts as well.</summary>
    private IEnumerable<List<int[]>> Lengths(DependencySearch search, int from, int to, SearchBudget budget)
    {
        if (from == to)
        {
            yield return [[from]];
            yield break;
        }

        var hopsLeft = search.HopsTo(to, MaxHops, budget);
        var space = SearchSpace.Explore(search, from, MaxHops, (node, depth) => hopsLeft.TryGetValue(node, out var hops) && depth + hops <= MaxHops, budget);
        var enumeration = new PathEnumeration(new PathAutomaton(space, space.DistancesTo(to)), from, to, budget);
        var left = Mode == PathMode.KShortest ? Math.Min(K, budget.Bounds.Limit) : budget.Bounds.Limit;
        for (var hops = 1; hops <= MaxHops && budget.Stopped == StopReason.None; hops++)
        {
            var length = enumeration.OfLength(hops, left + 1);
            if (budget.Stopped != StopReason.None)
            {
                yield break;
            }

            yield return length[..Math.Min(left, length.Count)];
            left -= length.Count;
            if (left < 0 && IsLimited)
            {
                budget.Stop(StopReason.Limit);
            }

            if (left < 0 || (left == 0 && !IsLimited) || (Mode == PathMode.Shortest && length.Count > 0))
            {
                yield break;
            }
        }
    }

    /// <summary>Whether the limit, and not k, says how many paths are listed.</summary>
    private bool IsLimited => Mode != PathMode.KShortest || K > Bounds.Limit;

    private static List<DependencyPath> Evaluate(DependencySearch search, List<int[]> length, SearchBudget budget)
    {
        var paths = length.TakeWhile(_ => budget.Step()).Select(nodes => PathEvaluation.Evaluate(search, nodes)).ToList();
        return budget.Stopped == StopReason.None ? paths : [];
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
