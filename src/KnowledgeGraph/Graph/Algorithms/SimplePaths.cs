namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which simple paths of at most so many hops lead from one node to another?</summary>
public static class SimplePaths
{
    /// <summary>Lists paths. A path is a sequence of nodes, none twice: parallel edges are one step; source = target is one path of one node.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="source">Where paths start.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="maxHops">Longer ones are not looked for.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Looked at once a step.</param>
    /// <returns>The first paths by hops, then by node numbers.</returns>
    /// <remarks>
    /// Only nodes and edges on ways of at most so many hops are looked at more than once (<see cref="HopCorridor"/>), and a path is given
    /// up once the target is too far; in all, time linear in the edges near both ends and in the beginnings of paths that may still end
    /// in time. Invariant: every beginning on the stack is simple and can be completed to a walk of the length searched. Literature: Korf,
    /// "Depth-first iterative-deepening", 1985; Hart, Nilsson and Raphael 1968 for pruning by what is left.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node, or fewer than one path is asked for.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static SimplePathList Between(
        CsrGraph graph, int source, int target, int maxHops, int most, CancellationToken cancellation = default) =>
        Between(graph, default(AllEdges), source, target, maxHops, most, cancellation);

    /// <summary>As <see cref="Between(CsrGraph, int, int, int, int, CancellationToken)"/>, over the edges that a filter admits.</summary>
    /// <typeparam name="TFilter">The kind of filter.</typeparam>
    /// <param name="graph">The graph.</param>
    /// <param name="filter">Which edges count.</param>
    /// <param name="source">Where paths start.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="maxHops">Longer ones are not looked for.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Looked at once a step.</param>
    /// <returns>The first paths by hops, then by node numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node, or fewer than one path is asked for.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static SimplePathList Between<TFilter>(
        CsrGraph graph, TFilter filter, int source, int target, int maxHops, int most, CancellationToken cancellation = default)
        where TFilter : struct, IEdgeFilter
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.RequireNode(source, nameof(source));
        graph.RequireNode(target, nameof(target));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (source == target)
        {
            return new SimplePathList([[source]], IsCutShort: false);
        }

        var corridor = HopCorridor.Between(graph.TwoWays, filter, source, target, maxHops, cancellation);
        var paths = new List<IReadOnlyList<int>>();
        for (var hops = corridor.HopsLeft(HopCorridor.Source); hops <= maxHops && paths.Count <= most; hops++)
        {
            AddOfLength(corridor, hops, most + 1, paths, cancellation);
        }

        return paths.Count <= most ? new SimplePathList(paths, IsCutShort: false) : new SimplePathList(paths[..most], IsCutShort: true);
    }

    private static void AddOfLength(HopCorridor corridor, int hops, int most, List<IReadOnlyList<int>> paths, CancellationToken cancellation)
    {
        // For each node of the beginning of a path its place in the corridor, and the edge by which to go on.
        var (stack, next, depth) = (new int[hops + 1], new int[hops + 1], 0);
        (stack[0], next[0]) = (HopCorridor.Source, corridor.FirstEdge(HopCorridor.Source));
        while (depth >= 0 && paths.Count < most)
        {
            cancellation.ThrowIfCancellationRequested();
            if (next[depth] == corridor.FirstEdge(stack[depth] + 1))
            {
                depth--;
                continue;
            }

            var place = corridor.Head(next[depth]++);
            var left = hops - depth - 1;
            if (corridor.HopsLeft(place) > left || (corridor.HopsLeft(place) == 0) != (left == 0) || stack.AsSpan(0, depth + 1).Contains(place))
            {
                continue;
            }

            (stack[++depth], next[depth]) = (place, corridor.FirstEdge(place));
            if (left == 0)
            {
                paths.Add([.. stack.Select(corridor.Node)]);
                depth--;
            }
        }
    }
}
