using System.Runtime.CompilerServices;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>What lies within a few hops of a node?</summary>
public static class Neighbourhood
{
    /// <summary>Gathers nodes breadth first.</summary>
    /// <param name="graph">The graph; self-loops and parallel edges change nothing.</param>
    /// <param name="source">Where to start.</param>
    /// <param name="hops">How far to go.</param>
    /// <param name="nodes">Takes the nodes, the source first, by hops and then by the nodes of their first paths; emptied before.</param>
    /// <param name="cancellation">Looked at once a level.</param>
    /// <remarks>
    /// O(n + m) time for the n nodes found and the m edges out of all but the outermost; nothing is allocated once the graph was searched before and the
    /// list has room. Literature: Moore 1959.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static void Within(CsrGraph graph, int source, int hops, List<int> nodes, CancellationToken cancellation = default) =>
        Within(graph, default(AllEdges), source, hops, nodes, cancellation);

    /// <summary>As <see cref="Within(CsrGraph, int, int, List{int}, CancellationToken)"/>, over the edges that a filter admits.</summary>
    /// <typeparam name="TFilter">The kind of filter.</typeparam>
    /// <param name="graph">The graph.</param>
    /// <param name="filter">Asked about edges that lead to a node not met before.</param>
    /// <param name="source">Where to start.</param>
    /// <param name="hops">How far to go.</param>
    /// <param name="nodes">Takes the nodes.</param>
    /// <param name="cancellation">Looked at once a level.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static void Within<TFilter>(
        CsrGraph graph, TFilter filter, int source, int hops, List<int> nodes, CancellationToken cancellation = default)
        where TFilter : struct, IEdgeFilter
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(nodes);
        graph.RequireNode(source, nameof(source));
        using var scratch = graph.TwoWays.Pool.Rent();
        var side = scratch.Ahead;
        var first = side.Marks.Take(1);
        side.Start(source);
        side.Marks.Stamps[source] = first;
        for (var hop = 0; hop < hops && side.Outermost.Length > 0; hop++)
        {
            cancellation.ThrowIfCancellationRequested();
            Expand(graph.TwoWays.Ahead, filter, side, first);
        }

        nodes.Clear();
        nodes.AddRange(side.Nodes.AsSpan(0, side.Count));
    }

    /// <summary>One level more. Compiled in full at once: the first three hundred questions of a process would take twice as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Expand<TFilter>(Adjacency rows, TFilter filter, SearchSide side, uint first)
        where TFilter : struct, IEdgeFilter
    {
        var (stamps, nodes, end) = (side.Marks.Stamps, side.Nodes, side.Count);
        var count = end;
        for (var position = side.Levels[^2]; position < end; position++)
        {
            rows.Prefetch(nodes, position, end);
            var row = rows.Neighbours(nodes[position]);
            var edges = typeof(TFilter) == typeof(AllEdges) ? default : rows.Edges(nodes[position]);
            for (var i = 0; i < row.Length; i++)
            {
                var neighbour = row[i];
                if (stamps[neighbour] != first && (typeof(TFilter) == typeof(AllEdges) || filter.Admits(edges[i])))
                {
                    stamps[neighbour] = first;
                    nodes[count++] = neighbour;
                }
            }
        }

        side.Count = count;
        side.Levels.Add(count);
    }
}
