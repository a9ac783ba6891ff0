using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// How few nodes, or hops, have to go so that no path leads from FROM to TO any more? Both may be several nodes; none of them is cut.
/// The answer proves itself: the paths left are none, and paths are shown that no fewer nodes or hops meet.
/// </summary>
/// <remarks>
/// Paths are those of <see cref="PathQuestion"/>, all of them: simple, within <see cref="MaxHops"/>, filters and products kept. A hop goes
/// with all its facts. As many disjoint paths as the cut is large are the proof (Menger 1927) where there are so many; where lengths or
/// products bind there may be fewer, and a family of paths that share what they pass is shown instead. Cuts stand by the ids of their
/// nodes or hops. FROM that depends on TO directly is cut off by no node; that, and no path at all, are empty answers. Time: a least
/// hitting set of all paths is sought among those met so far, and a path around it, until there is none (the implicit hitting set of
/// Moreno-Centeno and Karp 2013); exponential in the size of the cut at worst, as the question is hard where lengths bind (Itai, Perl and
/// Shiloach 1982), and a bound ends it.
/// </remarks>
public sealed record CutQuestion : Question<CutResult>
{
    /// <summary>Ids of the dependent nodes, one or more, each once.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Ids of the nodes depended on, one or more, each once, none of them in <see cref="From"/>.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Whether to cut hops from one node to another instead of nodes.</summary>
    public bool IsByHops { get; init; }

    /// <summary>How many of the smallest cuts, at least 1.</summary>
    public int K { get; init; } = 1;

    /// <summary>Most hops of a path, 1 to <see cref="PathQuestion.GreatestMaxHops"/>. Belongs to the question: longer paths are left.</summary>
    public int MaxHops { get; init; } = 8;

    /// <summary>Which facts may be used.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => "cut";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology)
    {
        var isCausal = EdgeScope.Of(ontology, Filter).IsCausal;
        return new DataNeed.All([
            .. From.Select(from => new DataNeed.Reach(from, isCausal, MaxHops, Filter, Target: null)),
            .. To.Select(to => new DataNeed.Reach(to, !isCausal, MaxHops: 0, Filter, Target: null))]);
    }

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("from", From);
        writer.Field("to", To);
        writer.Field("by", IsByHops ? "hops" : "nodes");
        writer.Field("k", K);
        writer.Field("maxHops", MaxHops);
        writer.Object("filter", Filter, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<CutResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        Check();
        var search = DependencySearch.Along(graph, Filter);
        var cuts = new CutSearch(search, [.. From.Select(graph.IndexOf)], [.. To.Select(graph.IndexOf)], MaxHops, IsByHops, budget);
        var wanted = Math.Min(K, budget.Bounds.Limit);
        var found = cuts.Smallest(wanted);
        if (found.Cuts.Count > wanted && K > wanted)
        {
            budget.Stop(StopReason.Limit);
        }

        var result = new CutResult
        {
            Cuts = [.. found.Cuts.Take(wanted).Select(cut => Describe(graph, cut))],
            HasMore = found.Cuts.Count > wanted,
            Proof = found.Proof.ConvertAll(path => PathEvaluation.Evaluate(search, path)),
            IsProvedByDisjointPaths = found.IsDisjoint,
            Uncuttable = found.Uncuttable is { } path ? PathEvaluation.Evaluate(search, path) : null,
            Gaps = found.IsNoPath && budget.Stopped == StopReason.None ? [.. Gaps(search, budget).Distinct()] : [],
        };
        var paths = result.Paths.ToList();
        return new Finding<CutResult>(
            result,
            result.Cuts.Count > 0 ? Outcome.Found : result.Uncuttable is not null || (found.IsNoPath && result.Gaps.Count == 0) ? Outcome.None : Outcome.Undecided,
            paths.SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn),
            [.. From, .. To, .. paths.SelectMany(path => path.Nodes)]);
    }

    private Cut Describe(EmbeddedGraph graph, long[] cut) => IsByHops
        ? new Cut([], [.. cut.Select(hop => new CutHop(graph.NodeAt((int)(hop / graph.NodeCount)).Id, graph.NodeAt((int)(hop % graph.NodeCount)).Id))])
        : new Cut([.. cut.Select(node => graph.NodeAt((int)node).Id)], []);

    /// <summary>Where there is no path: the ends of which too little is known, or reached, for a no.</summary>
    private IEnumerable<CommonGap> Gaps(DependencySearch search, SearchBudget budget)
    {
        foreach (var from in From)
        {
            var space = WhyNoPath.Around(search, search.Graph.IndexOf(from), MaxHops, budget);
            foreach (var to in To)
            {
                foreach (var gap in WhyNoPath.GapsOf(MaxHops, search, space, search.Graph.IndexOf(from), search.Graph.IndexOf(to), budget))
                {
                    yield return new CommonGap(gap == KnowledgeGap.ToHasNoFacts ? to : from, gap);
                }
            }
        }
    }

    /// <exception cref="QuestionException">A side is empty, or a node stands twice.</exception>
    private void Check()
    {
        if (From.Count == 0 || To.Count == 0)
        {
            throw new QuestionException("a cut lies between two sides; name at least one node on each");
        }

        if (From.Concat(To).GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new QuestionException(
                From.Contains(twice.Key) && To.Contains(twice.Key)
                    ? $"\"{twice.Key}\" stands on both sides of the cut; nothing lies between"
                    : $"\"{twice.Key}\" stands {twice.Count()} times on one side of the cut; name different nodes");
        }
    }
}
