using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Makes the answer of what holds a connected part together. In an undirected graph a node is cut off from node 0 by just the nodes that
/// dominate it, so that the dominator tree holds what lies behind each point and bridge.
/// </summary>
internal sealed class BridgeFinding
{
    private const int Anchor = 0;

    private readonly DependencySearch search;
    private readonly ConnectedPart part;
    private readonly SearchBudget budget;
    private readonly CutStructure structure;
    private readonly int[] behindCount;
    private readonly List<int>[] nearestBehind;

    /// <summary>Looks for all of them; nearly linear in the nodes and links of the part.</summary>
    /// <param name="search">What was followed.</param>
    /// <param name="part">The part.</param>
    /// <param name="budget">Says how many to list.</param>
    internal BridgeFinding(DependencySearch search, ConnectedPart part, SearchBudget budget)
    {
        (this.search, this.part, this.budget) = (search, part, budget);
        structure = Biconnectivity.Of(part.Links);
        (behindCount, nearestBehind) = Behind(Dominators.From(part.Links, Anchor), part.Count);
    }

    internal BridgesResult Describe()
    {
        var points = structure.ArticulationPoints.Where(node => node != Anchor).OrderByDescending(node => behindCount[node]).ThenBy(part.IndexOf).ToList();
        var bridges = structure.Bridges
            .OrderByDescending(edge => behindCount[part.Links.To(edge)])
            .ThenBy(edge => part.IndexOf(part.Links.From(edge)))
            .ThenBy(edge => part.IndexOf(part.Links.To(edge)))
            .ToList();
        var parts = structure.ArticulationPoints.Contains(Anchor) ? PartsWithoutAnchor() : [];
        var (keptPoints, keptBridges, keptParts) = (Kept(points), Kept(bridges), Kept(parts));
        int[] listed = [
            .. keptPoints.SelectMany(point => nearestBehind[point].Prepend(point)), .. keptBridges.SelectMany(FarSide), .. keptBridges.Select(part.Links.From),
            .. keptParts.SelectMany(Nearest)];
        return new BridgesResult
        {
            Nodes = part.Count,
            Links = part.Links.EdgeCount,
            PointCount = points.Count,
            BridgeCount = bridges.Count,
            PartCount = parts.Count,
            Points = keptPoints.ConvertAll(point => new CutPoint(IdOf(point), behindCount[point], Ids(nearestBehind[point]))),
            Bridges = keptBridges.ConvertAll(Describe),
            Parts = keptParts.ConvertAll(nodes => new SeparatePart(nodes.Count, Ids(Nearest(nodes)))),
            Members = Members(listed.Distinct().Where(node => node != Anchor).Order()),
            Gaps = part.IsCutShort ? [KnowledgeGap.MaxHops] : [],
        };
    }

    /// <summary>
    /// How many nodes each node dominates beside itself, and the nearest of them. Where a node's list is full, those of its dominators
    /// are, so that each node climbs no further than it is listed.
    /// </summary>
    private static (int[] Count, List<int>[] Nearest) Behind(DominatorTree tree, int count)
    {
        var counts = new int[count];
        var nearest = new List<int>[count];
        for (var node = count - 1; node > Anchor; node--)
        {
            nearest[node] = [];
            counts[tree.ImmediateDominatorOf(node)!.Value] += counts[node] + 1;
        }

        for (var node = Anchor + 1; node < count; node++)
        {
            for (var above = tree.ImmediateDominatorOf(node); above > Anchor && nearest[above.Value].Count < BridgesResult.MostListed; above = tree.ImmediateDominatorOf(above.Value))
            {
                nearest[above.Value].Add(node);
            }
        }

        return (counts, nearest);
    }

    /// <summary>What is left without the anchor, falling apart: the nodes of each part, ascending; the greatest part first.</summary>
    private List<List<int>> PartsWithoutAnchor()
    {
        var links = Enumerable.Range(0, part.Links.EdgeCount).Where(edge => part.Links.From(edge) != Anchor).ToList();
        var components = WeakComponents.Of(CsrGraph.Undirected(part.Count, links.ConvertAll(part.Links.From), links.ConvertAll(part.Links.To)));
        var parts = Enumerable.Range(Anchor + 1, part.Count - 1).GroupBy(components.Of).Select(nodes => nodes.ToList());
        return [.. parts.OrderByDescending(nodes => nodes.Count).ThenBy(nodes => nodes[0])];
    }

    private List<T> Kept<T>(List<T> all)
    {
        if (all.Count > budget.Bounds.Limit)
        {
            budget.Stop(StopReason.Limit);
        }

        return [.. all.Take(budget.Bounds.Limit)];
    }

    private Bridge Describe(int edge)
    {
        var (near, far) = (part.Links.From(edge), part.Links.To(edge));
        var link = PathEvaluation.Evaluate(search, [part.IndexOf(near), part.IndexOf(far)]).Hops[0];
        return new Bridge(link, behindCount[far] + 1, Ids(FarSide(edge)));
    }

    /// <summary>The nodes to list of those that are cut off without a bridge.</summary>
    private IEnumerable<int> FarSide(int edge) => nearestBehind[part.Links.To(edge)].Prepend(part.Links.To(edge)).Take(BridgesResult.MostListed);

    private static IEnumerable<int> Nearest(List<int> nodes) => nodes.Take(BridgesResult.MostListed);

    private List<TierMember> Members(IEnumerable<int> nodes)
    {
        var shortest = BreadthFirst.From(part.Links, Anchor);
        return [.. nodes.Select(node => shortest.PathTo(node)!).Select(Member)];
    }

    private TierMember Member(IReadOnlyList<int> path) =>
        new(IdOf(path[^1]), path.Count - 1, PathEvaluation.Evaluate(search, [.. path.Select(part.IndexOf)]));

    private List<string> Ids(IEnumerable<int> nodes) => [.. nodes.Select(IdOf)];

    private string IdOf(int node) => search.Graph.NodeAt(part.IndexOf(node)).Id;
}
