using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// The part of a graph through which ways of at most some weight lead from one node to another: its nodes in their order, renumbered, and
/// its edges with their weights.
/// </summary>
/// <remarks>
/// Three searches by weight: ahead from the source up to about half the bound; back from the target, where a node counts if its label and
/// what the first says it is from the source, or at least the radius of the first, stay within the bound; ahead once more, where the
/// second says exactly what is left. Together they meet two balls of half the radius and the corridor, not the ball of the whole. Invariant: every node
/// of a way within the bound keeps its exact label in the second and third, since all nodes of its shortest ways lie within the bound too.
/// </remarks>
/// <typeparam name="T">The kind of weight.</typeparam>
/// <param name="Graph">The part.</param>
/// <param name="Weights">By edge number of the part.</param>
/// <param name="Nodes">For each node of the part its number in the whole, ascending.</param>
/// <param name="IsWhole">Whether no way at all leads outside.</param>
internal sealed record Corridor<T>(CsrGraph Graph, T[] Weights, int[] Nodes, bool IsWhole)
    where T : struct, INumber<T>
{
    /// <summary>Finds it.</summary>
    /// <param name="graph">The whole.</param>
    /// <param name="source">Where ways start.</param>
    /// <param name="target">Where they end; can be reached.</param>
    /// <param name="radius">How far the first search goes; any will do, half the bound is best.</param>
    /// <param name="bound">The greatest weight of a way; null for all.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    internal static Corridor<T> Between(WeightedGraph<T> graph, int source, int target, T radius, T? bound, CancellationToken cancellation)
    {
        using var scratch = graph.Graph.TwoWays.Pool.Rent();
        var sides = scratch.Of(count => new BothSides<T>(count));
        var (ahead, back) = (sides.Ahead, sides.Back);
        if (bound is not null)
        {
            Spread(graph.Ahead, ahead, source, other: null, otherwise: null, radius, cancellation);
        }

        var isCutBack = Spread(graph.Back, back, target, bound is null ? null : ahead, radius, bound, cancellation);
        var isCutAhead = Spread(graph.Ahead, ahead, source, back, otherwise: null, bound, cancellation);
        return Cut(graph, ahead, back, bound, isCutBack || isCutAhead);
    }

    /// <summary>
    /// Settles the nodes whose label and what the other side says is left stay within a bound; returns whether any did not.
    /// </summary>
    /// <param name="rows">Where edges lead.</param>
    /// <param name="side">Takes the labels.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="other">Tells what is left for the nodes it has settled; null if nothing does.</param>
    /// <param name="otherwise">What is left at least for the others; null if they do not count.</param>
    /// <param name="bound">Null for none.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    private static bool Spread(
        WeightedRows<T> rows, WeightedSide<T> side, int start, WeightedSide<T>? other, T? otherwise, T? bound, CancellationToken cancellation)
    {
        var isCut = false;
        side.Start(start);
        while (side.HasOpen())
        {
            cancellation.ThrowIfCancellationRequested();
            var node = side.Settle();
            var row = rows.Rows.Neighbours(node);
            var weights = rows.Weights(node);
            for (var i = 0; i < row.Length; i++)
            {
                var through = checked(side.Distance(node) + weights[i]);
                var left = other is null ? T.Zero : other.IsSettled(row[i]) ? other.Distance(row[i]) : otherwise;
                if (left is null)
                {
                    continue;
                }

                if (bound is { } most && through > most - left)
                {
                    isCut = true;
                    continue;
                }

                side.Improve(row[i], through, node);
            }
        }

        return isCut;
    }

    private static Corridor<T> Cut(WeightedGraph<T> graph, WeightedSide<T> ahead, WeightedSide<T> back, T? bound, bool isCut)
    {
        int[] nodes = [.. ahead.Settled];
        Array.Sort(nodes);
        var (from, to, kept) = (new List<int>(), new List<int>(), new List<T>());
        for (var node = 0; node < nodes.Length; node++)
        {
            var row = graph.Ahead.Rows.Neighbours(nodes[node]);
            var weights = graph.Ahead.Weights(nodes[node]);
            for (var i = 0; i < row.Length; i++)
            {
                if (ahead.IsSettled(row[i]) && !(bound is { } most && ahead.Distance(nodes[node]) + weights[i] > most - back.Distance(row[i])))
                {
                    from.Add(node);
                    to.Add(Array.BinarySearch(nodes, row[i]));
                    kept.Add(weights[i]);
                }
            }
        }

        return new Corridor<T>(CsrGraph.Directed(nodes.Length, from, to), [.. kept], nodes, !isCut);
    }
}
