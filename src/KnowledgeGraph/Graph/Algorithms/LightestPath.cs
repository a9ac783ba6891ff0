using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>How does one node lead to another by the least sum of weights: with weights of −log confidence, by the most reliable path?</summary>
public static class LightestPath
{
    /// <summary>Searches from both ends at once.</summary>
    /// <typeparam name="T">The kind of weight.</typeparam>
    /// <param name="graph">The graph and its weights; of parallel edges the lightest counts.</param>
    /// <param name="source">Where the path starts.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="path">Takes the nodes of the path, both ends included; emptied if there is none.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>The sum of the weights, added from the target's end on; null if there is no path.</returns>
    /// <remarks>
    /// Of several lightest paths it is always the same one, but not always the first by nodes, which
    /// <see cref="KShortestPaths"/> gives; with <see cref="double"/> paths whose sums differ by rounding alone count as equal. O(m log m)
    /// time for the m edges met from both ends; nothing is allocated once the graph was searched before and list and heap have room.
    /// Invariant: labels of settled nodes are final on either side; once the least open labels of both sides add up to the best path
    /// found, none is lighter. Literature: Nicholson 1966; Pohl 1971; Goldberg and Harrelson 2005 for the pruning by the other side.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OverflowException">A sum is greater than <see cref="long.MaxValue"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static T? Between<T>(WeightedGraph<T> graph, int source, int target, List<int> path, CancellationToken cancellation = default)
        where T : struct, INumber<T>
        => Between(graph, default(AllEdges), source, target, path, cancellation);

    /// <summary>As <see cref="Between{T}(WeightedGraph{T}, int, int, List{int}, CancellationToken)"/>, over the edges that a filter admits.</summary>
    /// <typeparam name="T">The kind of weight.</typeparam>
    /// <typeparam name="TFilter">The kind of filter.</typeparam>
    /// <param name="graph">The graph and its weights.</param>
    /// <param name="filter">Asked about edges that shorten the way to a node.</param>
    /// <param name="source">Where the path starts.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="path">Takes the nodes of the path.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>The sum of the weights, or null if there is no path.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OverflowException">A sum is greater than <see cref="long.MaxValue"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static T? Between<T, TFilter>(
        WeightedGraph<T> graph, TFilter filter, int source, int target, List<int> path, CancellationToken cancellation = default)
        where T : struct, INumber<T>
        where TFilter : struct, IEdgeFilter
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(path);
        graph.Graph.RequireNode(source, nameof(source));
        graph.Graph.RequireNode(target, nameof(target));
        using var scratch = graph.Graph.TwoWays.Pool.Rent();
        var search = new LightestPathSearch<T, TFilter>(graph, filter, scratch);
        path.Clear();
        if (search.Run(source, target, cancellation) is not { } junction)
        {
            return null;
        }

        search.Trace(junction, path);
        return search.WeightOf(path);
    }
}
