using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which simple paths lead from one node to another, the lightest first?</summary>
public static class KShortestPaths
{
    /// <summary>The first corridor is wider than the lightest path by this share of it.</summary>
    private const int FirstSlackShare = 8;

    /// <summary>Sums of doubles that differ by less than this share may stand in another order in a wider corridor.</summary>
    private const double RoundingShare = 1e-9;

    /// <summary>
    /// Finds one path after the other. A path is a sequence of nodes: parallel edges are one step of the least weight, and source =
    /// target is one path of one node. With all weights 1 these are all simple paths by hops.
    /// </summary>
    /// <typeparam name="T">The kind of weight: <see cref="long"/> for exact sums, <see cref="double"/> else.</typeparam>
    /// <param name="graph">The graph.</param>
    /// <param name="weights">By edge number; finite, not below 0.</param>
    /// <param name="source">Where paths start.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>All simple paths by weight, then hops, then node numbers, each found when it is asked for; none if there is no path.</returns>
    /// <remarks>
    /// To stop early, stop enumerating. The paths are looked for in a corridor around the lightest (<see cref="Corridor{T}"/>), which is
    /// found from both ends and made twice as wide when it is used up. In it the k-th path costs one search for every hop of the path
    /// before it: O(k·h·(n + m) log m) time in all at worst; O(n + m + k·h²) memory for n nodes and m edges of the corridor and paths of h hops.
    /// Invariant: the candidates are the first paths of disjoint classes, each all paths with one prefix that go on by none of some nodes;
    /// together the classes hold every path not yet given. Where rounding makes sums of <see cref="double"/> equal or unequal, the order
    /// among these paths is fixed but may depart from weight, hops and nodes. Literature: Yen, "Finding the k shortest loopless paths in a
    /// network", 1971; Lawler 1972 for the classes.
    /// </remarks>
    /// <exception cref="ArgumentException">The column does not fit the graph, or a weight is negative or no finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OverflowException">While enumerating: the sum of the weights on a way is greater than <see cref="long.MaxValue"/>.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the caller gave up.</exception>
    public static IEnumerable<WeightedPath<T>> Between<T>(
        CsrGraph graph, T[] weights, int source, int target, CancellationToken cancellation = default)
        where T : struct, INumber<T>
        => Between(new WeightedGraph<T>(graph, weights), source, target, cancellation);

    /// <summary>
    /// As <see cref="Between{T}(CsrGraph, T[], int, int, CancellationToken)"/>, on a graph that is asked many times: looking at the weights
    /// and laying them out, which is most of a single question, is done once.
    /// </summary>
    /// <typeparam name="T">The kind of weight.</typeparam>
    /// <param name="graph">The graph and its weights.</param>
    /// <param name="source">Where paths start.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>All simple paths in their order, each found when it is asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OverflowException">While enumerating: the sum of the weights on a way is greater than <see cref="long.MaxValue"/>.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the caller gave up.</exception>
    public static IEnumerable<WeightedPath<T>> Between<T>(
        WeightedGraph<T> graph, int source, int target, CancellationToken cancellation = default)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Graph.RequireNode(source, nameof(source));
        graph.Graph.RequireNode(target, nameof(target));
        return WithinWideningBounds(graph, source, target, cancellation);
    }

    /// <summary>
    /// Searches the corridor of ways not much heavier than the lightest, then, if more paths are asked for, twice as wide ones: few paths
    /// never cost more than the part of the graph near them.
    /// </summary>
    private static IEnumerable<WeightedPath<T>> WithinWideningBounds<T>(WeightedGraph<T> graph, int source, int target, CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        if (Lightest(graph, source, target, cancellation) is not { } found)
        {
            yield break;
        }

        var (lightest, radius) = found;
        var given = new HashSet<string>(StringComparer.Ordinal);
        var slack = lightest / T.CreateChecked(2 * FirstSlackShare);
        slack = T.IsZero(slack) ? T.One : slack;
        for (var bound = Wider(lightest, ref slack); ; bound = bound is { } last ? Wider(last, ref slack) : null)
        {
            var reach = bound is null ? radius : radius + ((bound.Value - lightest) / T.CreateChecked(2));
            var corridor = Corridor<T>.Between(graph, source, target, reach, bound, cancellation);
            foreach (var path in In(corridor, source, target, cancellation))
            {
                if (!corridor.IsWhole && bound is { } most && path.Weight > most - (most * T.CreateTruncating(RoundingShare)))
                {
                    break;
                }

                if (given.Add(string.Join(' ', path.Nodes)))
                {
                    yield return path;
                }
            }

            if (corridor.IsWhole)
            {
                yield break;
            }
        }
    }

    private static (T Weight, T Radius)? Lightest<T>(WeightedGraph<T> graph, int source, int target, CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        using var scratch = graph.Graph.TwoWays.Pool.Rent();
        var search = new LightestPathSearch<T, AllEdges>(graph, default, scratch);
        if (search.Run(source, target, cancellation) is not { } junction)
        {
            return null;
        }

        search.Trace(junction, scratch.Path);
        return (search.WeightOf(scratch.Path), search.RadiusAhead);
    }

    private static IEnumerable<WeightedPath<T>> In<T>(Corridor<T> corridor, int source, int target, CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        var (from, to) = (Array.BinarySearch(corridor.Nodes, source), Array.BinarySearch(corridor.Nodes, target));
        return DeviationPaths.Between(corridor.Graph, corridor.Weights, from, to, cancellation)
            .Select(path => new WeightedPath<T>(path.Weight, [.. path.Nodes.Select(node => corridor.Nodes[node])]));
    }

    /// <summary>Twice the slack, and the bound with it; null where there is no such number and so no bound.</summary>
    private static T? Wider<T>(T bound, ref T slack)
        where T : struct, INumber<T>
    {
        try
        {
            slack = checked(slack + slack);
            return checked(bound + slack);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
