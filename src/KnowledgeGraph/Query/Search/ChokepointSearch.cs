using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Finds what no path from a target can avoid. A node is avoided in earnest: everything is looked for anew without it, since a walk
/// round it may be no simple path, or carry other products. Only where the bare hops leave no way round is there nothing to look for.
/// </summary>
internal sealed class ChokepointSearch
{
    private readonly DependencySearch search;
    private readonly int target;
    private readonly int maxHops;
    private readonly SearchBudget budget;
    private readonly OrderedDictionary<int, int[]> paths = [];

    /// <param name="search">What to follow.</param>
    /// <param name="target">Node index.</param>
    /// <param name="maxHops">Most hops of a path.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal ChokepointSearch(DependencySearch search, int target, int maxHops, SearchBudget budget)
    {
        (this.search, this.target, this.maxHops, this.budget) = (search, target, maxHops, budget);
        foreach (var path in PathsIn(search))
        {
            paths.Add(MemberOf(path), path);
        }
    }

    internal EmbeddedGraph Graph => search.Graph;

    /// <summary>How many nodes the target depends on.</summary>
    internal int Reached => paths.Count;

    /// <summary>Paths read from dependents on, causal ones from causes on: these end at the target.</summary>
    private bool RunsAlong => !search.Scope.IsCausal;

    /// <summary>The first shortest path to a node.</summary>
    internal int[] PathOf(int node) => paths[node];

    internal DependencyPath Evaluate(int node) => PathEvaluation.Evaluate(search, paths[node]);

    /// <summary>The chokepoints, each decided when it is asked for; none after the budget has stopped.</summary>
    internal IEnumerable<Point> Find()
    {
        if (budget.Stopped != StopReason.None)
        {
            yield break;
        }

        var tree = Dominators.From(CsrGraph.Of(Graph, search.Mask.Admits), target);
        foreach (var passing in Passing())
        {
            var cutOff = passing.All(node => tree.DominatorsOf(node).Contains(passing.Key)) ? [.. passing] : CutOffWithout(passing.Key, passing);
            if (budget.Stopped != StopReason.None)
            {
                yield break;
            }

            if (cutOff.Count > 0)
            {
                yield return new Point(passing.Key, cutOff);
            }
        }
    }

    /// <summary>Where no chokepoint was found: what keeps that from being a no.</summary>
    internal IEnumerable<KnowledgeGap> Gaps()
    {
        if (!(RunsAlong ? search.HasFactsFrom(target) : search.HasFactsTo(target)))
        {
            yield return RunsAlong ? KnowledgeGap.FromHasNoFacts : KnowledgeGap.ToHasNoFacts;
        }
        else if (new TierSearch(search, target, maxHops, budget).IsCutShort(RunsAlong))
        {
            yield return KnowledgeGap.MaxHops;
        }
    }

    /// <summary>For each node inside a path the nodes whose paths pass it: no others can be cut off.</summary>
    private IEnumerable<IGrouping<int, int>> Passing() => paths
        .SelectMany(pair => pair.Value.Where(node => node != pair.Key && paths.ContainsKey(node)).Select(inner => (inner, pair.Key)))
        .GroupBy(pair => pair.inner, pair => pair.Key);

    private List<int> CutOffWithout(int point, IEnumerable<int> passing)
    {
        var filter = search.Filter with { AvoidNodes = [.. search.Filter.AvoidNodes, Graph.NodeAt(point).Id] };
        var left = PathsIn(DependencySearch.Along(Graph, filter)).Select(MemberOf).ToHashSet();
        return [.. passing.Where(node => !left.Contains(node))];
    }

    private List<int[]> PathsIn(DependencySearch part)
    {
        var tiers = new TierSearch(part, target, maxHops, budget);
        return RunsAlong ? tiers.FromAnchor() : tiers.ToAnchor();
    }

    private int MemberOf(int[] path) => RunsAlong ? path[^1] : path[0];

    /// <param name="Node">Node index.</param>
    /// <param name="CutOff">The nodes that are cut off from the target without it, by tier, then by id; at least one.</param>
    internal sealed record Point(int Node, IReadOnlyList<int> CutOff);
}
