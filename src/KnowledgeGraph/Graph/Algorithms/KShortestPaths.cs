using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which simple paths lead from one node to another, the lightest first?</summary>
public static class KShortestPaths
{
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
    /// To stop early, stop enumerating. The k-th path costs one search for every hop of the path before it: O(k·h·(n + m) log m) time in
    /// all at worst, far less where few other ways are as light; O(n + m + k·h²) memory for n nodes, m edges and paths of h hops.
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
    {
        ArgumentNullException.ThrowIfNull(graph);
        Weights.Require(graph, weights);
        graph.RequireNode(source, nameof(source));
        graph.RequireNode(target, nameof(target));
        return Enumerate(graph, weights, source, target, cancellation);
    }

    private static IEnumerable<WeightedPath<T>> Enumerate<T>(
        CsrGraph graph, T[] weights, int source, int target, CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        var search = new SpurSearch<T>(graph, weights, source, target, cancellation);
        var candidates = new PriorityQueue<Candidate<T>, Candidate<T>>(Comparer<Candidate<T>>.Create(Candidate<T>.Compare));
        Offer(candidates, search, [source], [], cancellation);
        while (candidates.TryDequeue(out var best, out _))
        {
            yield return new WeightedPath<T>(best.Weight, best.Nodes);
            for (var spur = best.Spur; spur + 1 < best.Nodes.Length; spur++)
            {
                int[] closed = spur == best.Spur ? [.. best.Closed, best.Nodes[spur + 1]] : [best.Nodes[spur + 1]];
                Offer(candidates, search, best.Nodes[..(spur + 1)], closed, cancellation);
            }
        }
    }

    private static void Offer<T>(
        PriorityQueue<Candidate<T>, Candidate<T>> candidates, SpurSearch<T> search, int[] prefix, int[] closed, CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        if (search.Best(prefix, closed, cancellation) is { } path)
        {
            var candidate = new Candidate<T>(path.Weight, path.Nodes, prefix.Length - 1, closed);
            candidates.Enqueue(candidate, candidate);
        }
    }

    /// <summary>The first path of its class.</summary>
    /// <param name="Weight">What it weighs.</param>
    /// <param name="Nodes">Its nodes.</param>
    /// <param name="Spur">Position of the last node that all paths of the class share.</param>
    /// <param name="Closed">The nodes by which no path of the class goes on from there.</param>
    private sealed record Candidate<T>(T Weight, int[] Nodes, int Spur, int[] Closed)
        where T : struct, INumber<T>
    {
        internal static int Compare(Candidate<T> a, Candidate<T> b)
        {
            var byWeight = a.Weight.CompareTo(b.Weight);
            var byHops = byWeight != 0 ? byWeight : a.Nodes.Length.CompareTo(b.Nodes.Length);
            return byHops != 0 ? byHops : a.Nodes.AsSpan().SequenceCompareTo(b.Nodes);
        }
    }
}
