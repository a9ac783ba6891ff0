using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Simple paths by weight, hops and node numbers, one after the other: each path splits the class it was the first of into classes of
/// paths that leave it at one of its nodes, and the first path of each is a candidate.
/// </summary>
/// <remarks>
/// Invariant: the candidates are the first paths of disjoint classes, each all paths with one prefix that go on by none of some nodes;
/// together the classes hold every path not yet given. Literature: Yen 1971; Lawler 1972 for the classes.
/// </remarks>
internal static class DeviationPaths
{
    /// <summary>All simple paths, each found when it is asked for.</summary>
    internal static IEnumerable<WeightedPath<T>> Between<T>(
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
