using System.Numerics;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>Answers about small graphs by trying everything, from the definitions.</summary>
internal static class BruteGraph
{
    /// <summary>The nodes reached from some, without going through removed nodes or edges.</summary>
    internal static HashSet<int> Reach(RandomGraph graph, IEnumerable<int> starts, int removedNodes = 0, Predicate<int>? isRemoved = null)
    {
        var reached = starts.Where(node => (removedNodes >> node & 1) == 0).ToHashSet();
        for (var count = 0; count < reached.Count;)
        {
            count = reached.Count;
            reached.UnionWith(graph.Steps()
                .Where(step => reached.Contains(step.From) && (removedNodes >> step.To & 1) == 0 && isRemoved?.Invoke(step.Edge) != true)
                .Select(step => step.To)
                .ToList());
        }

        return reached;
    }

    /// <summary>Number of components of an undirected graph without some nodes and edges.</summary>
    internal static int ComponentCount(RandomGraph graph, int removedNodes = 0, Predicate<int>? isRemoved = null) =>
        Enumerable.Range(0, graph.NodeCount)
            .Where(node => (removedNodes >> node & 1) == 0)
            .Select(node => Reach(graph, [node], removedNodes, isRemoved).Min())
            .Distinct()
            .Count();

    /// <summary>All simple paths from source to target, each node sequence once with its least weight, in the order of the contract.</summary>
    internal static List<(long Weight, int[] Nodes)> SimplePaths(RandomGraph graph)
    {
        var found = new List<(long Weight, int[] Nodes)>();
        Extend(graph, [graph.Source], 0, found);
        return [.. found
            .GroupBy(path => string.Join(' ', path.Nodes), StringComparer.Ordinal)
            .Select(group => group.MinBy(path => path.Weight))
            .OrderBy(path => path.Weight)
            .ThenBy(path => path.Nodes.Length)
            .ThenBy(path => string.Join(' ', path.Nodes), StringComparer.Ordinal)];
    }

    /// <summary>The least capacity of a cut and, of the cuts with it, the smallest source side.</summary>
    internal static (long Capacity, int[] SourceSide) MinCut(RandomGraph graph, Func<int, long> capacityOf)
    {
        var best = Subsets(graph.NodeCount)
            .Where(side => (side >> graph.Source & 1) == 1 && (side >> graph.Target & 1) == 0)
            .Select(side => (Side: side, Capacity: graph.Steps()
                .Where(step => (side >> step.From & 1) == 1 && (side >> step.To & 1) == 0)
                .Sum(step => capacityOf(step.Edge))))
            .OrderBy(cut => cut.Capacity)
            .ThenBy(cut => BitOperations.PopCount((uint)cut.Side))
            .First();
        return (best.Capacity, [.. Enumerable.Range(0, graph.NodeCount).Where(node => (best.Side >> node & 1) == 1)]);
    }

    /// <summary>The least number of nodes, ends aside, without which the target is not reached; null if nothing helps.</summary>
    internal static int? NodeCutSize(RandomGraph graph)
    {
        var ends = 1 << graph.Source | 1 << graph.Target;
        var cuts = Subsets(graph.NodeCount)
            .Where(removed => (removed & ends) == 0 && !Reach(graph, [graph.Source], removed).Contains(graph.Target))
            .ToList();
        return cuts.Count == 0 ? null : cuts.Min(removed => BitOperations.PopCount((uint)removed));
    }

    private static IEnumerable<int> Subsets(int count) => Enumerable.Range(0, 1 << count);

    private static void Extend(RandomGraph graph, int[] path, long weight, List<(long Weight, int[] Nodes)> found)
    {
        if (path[^1] == graph.Target)
        {
            found.Add((weight, path));
            return;
        }

        foreach (var (_, to, edge) in graph.Steps().Where(step => step.From == path[^1] && !path.Contains(step.To)))
        {
            Extend(graph, [.. path, to], weight + graph.Weights[edge], found);
        }
    }
}
