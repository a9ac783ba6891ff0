using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// Which nodes does everything that a node depends on hang from? Each node that every path from the target to some other passes, with
/// all that is cut off from the target without it: the dominators of a flow graph. For causes: which of them all others act through.
/// </summary>
/// <remarks>
/// Paths are those of <see cref="TierQuestion"/> upstream, so that no longer way round than <see cref="MaxHops"/> counts; the evidence of
/// a node is its first shortest one, and that there is no other is for the search to say. What comes after a chokepoint hangs from all
/// that this hangs from; where products bind, two chokepoints of a node may be passed in either order, and it hangs from both directly.
/// By the number of nodes cut off, greatest first, then by tier, then by id. Nothing found is an empty answer that says what keeps it
/// from being a no. Time: that of a <see cref="TierQuestion"/>, once for the target and once without each node inside the paths found,
/// but for those of which the dominator tree of the bare hops says all (Lengauer and Tarjan 1979).
/// </remarks>
public sealed record ChokepointsQuestion : Question<ChokepointsResult>
{
    /// <summary>Id of the dependent node.</summary>
    public required string Target { get; init; }

    /// <summary>Most hops of a path, 1 to <see cref="PathQuestion.GreatestMaxHops"/>. Belongs to the question.</summary>
    public int MaxHops { get; init; } = 8;

    /// <summary>Which facts may be used.</summary>
    public GraphFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public override string Kind => "chokepoints";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.Reach(Target, IsTowardsDependents: false, MaxHops, Filter, Target: null);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("target", Target);
        writer.Field("maxHops", MaxHops);
        writer.Object("filter", Filter, static (w, filter) => filter.WriteTo(w));
    }

    internal override Finding<ChokepointsResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var search = new ChokepointSearch(DependencySearch.Along(graph, Filter), graph.IndexOf(Target), MaxHops, budget);
        var found = search.Find().OrderByDescending(point => point.CutOff.Count).ThenBy(point => search.PathOf(point.Node).Length).ThenBy(point => point.Node).ToList();
        var kept = found.Take(budget.Bounds.Limit).ToList();
        if (kept.Count < found.Count)
        {
            budget.Stop(StopReason.Limit);
        }

        var gaps = kept.Count > 0 || budget.Stopped != StopReason.None ? [] : search.Gaps().ToList();
        var result = new ChokepointsResult
        {
            Reached = search.Reached,
            Chokepoints = kept.ConvertAll(point => new Chokepoint(IdOf(graph, point.Node), [.. point.CutOff.Select(node => IdOf(graph, node))])),
            Members = [.. Members(search, kept)],
            Gaps = gaps,
        };
        return new Finding<ChokepointsResult>(
            result,
            kept.Count > 0 ? Outcome.Found : gaps.Count == 0 && budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided,
            result.Members.SelectMany(member => member.Path.Hops).SelectMany(hop => hop.RestsOn),
            [Target, .. result.Members.SelectMany(member => member.Path.Nodes)]);
    }

    /// <summary>The chokepoints and what they cut off, each once, by tier, then by id.</summary>
    private static IEnumerable<HangingNode> Members(ChokepointSearch search, List<ChokepointSearch.Point> points)
    {
        var above = points.SelectMany(point => point.CutOff.Select(node => (node, point.Node))).ToLookup(pair => pair.node, pair => pair.Node);
        var members = points.Select(point => point.Node).Concat(points.SelectMany(point => point.CutOff)).Distinct();
        foreach (var node in members.OrderBy(node => search.PathOf(node).Length).ThenBy(node => node))
        {
            var direct = above[node].Where(point => !above[node].Any(other => above[other].Contains(point))).Order();
            var path = search.Evaluate(node);
            yield return new HangingNode(
                IdOf(search.Graph, node), path.Hops.Count, [.. direct.Select(point => IdOf(search.Graph, point))], path);
        }
    }

    private static string IdOf(EmbeddedGraph graph, int node) => graph.NodeAt(node).Id;
}
