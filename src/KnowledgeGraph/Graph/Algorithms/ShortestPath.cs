using System.Runtime.InteropServices;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>How does one node lead to another in the fewest hops?</summary>
public static class ShortestPath
{
    /// <summary>Finds the first shortest path by node numbers, as <see cref="BreadthFirst"/> does, searching from both ends at once.</summary>
    /// <param name="graph">The graph; self-loops and parallel edges change nothing.</param>
    /// <param name="source">Where the path starts.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="path">Takes the nodes of the path, both ends included; emptied if there is none.</param>
    /// <param name="maxHops">Longer paths are not looked for.</param>
    /// <param name="cancellation">Looked at once a level.</param>
    /// <returns>The number of hops; 0 if source and target are the same, null if there is no path.</returns>
    /// <remarks>
    /// O(m) time for the m edges met from both ends; nothing is allocated once the graph was searched before and the list has room. The
    /// first search lays out the reverse of the graph. Literature: Pohl, "Bi-directional search", 1971.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static int? Between(
        CsrGraph graph, int source, int target, List<int> path, int maxHops = int.MaxValue, CancellationToken cancellation = default) =>
        Between(graph, default(AllEdges), source, target, path, maxHops, cancellation);

    /// <summary>As <see cref="Between(CsrGraph, int, int, List{int}, int, CancellationToken)"/>, over the edges that a filter admits.</summary>
    /// <typeparam name="TFilter">The kind of filter.</typeparam>
    /// <param name="graph">The graph.</param>
    /// <param name="filter">Asked about edges that lead to a node not met before.</param>
    /// <param name="source">Where the path starts.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="path">Takes the nodes of the path.</param>
    /// <param name="maxHops">Longer paths are not looked for.</param>
    /// <param name="cancellation">Looked at once a level.</param>
    /// <returns>The number of hops, or null if there is no path.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static int? Between<TFilter>(
        CsrGraph graph, TFilter filter, int source, int target, List<int> path, int maxHops = int.MaxValue, CancellationToken cancellation = default)
        where TFilter : struct, IEdgeFilter
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(path);
        graph.RequireNode(source, nameof(source));
        graph.RequireNode(target, nameof(target));
        var rows = graph.TwoWays;
        using var scratch = rows.Pool.Rent();
        var found = new BidirectionalSearch<TFilter>(rows.Ahead, rows.Back, filter, scratch).Between(source, target, maxHops, cancellation);
        path.Clear();
        path.AddRange(CollectionsMarshal.AsSpan(found));
        return found.Count == 0 ? null : found.Count - 1;
    }
}
