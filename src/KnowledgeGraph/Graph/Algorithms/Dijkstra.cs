using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>How far is each node from a node, by the sum of weights?</summary>
public static class Dijkstra
{
    /// <summary>Settles nodes by distance, those of equal distance by number.</summary>
    /// <typeparam name="T">The kind of weight: <see cref="long"/> for exact sums, <see cref="double"/> else.</typeparam>
    /// <param name="graph">The graph; of parallel edges the lightest counts.</param>
    /// <param name="weights">By edge number; finite, not below 0.</param>
    /// <param name="source">Where to start: at distance 0.</param>
    /// <param name="target">Stops once this node is settled; whatever would be settled after it counts as not reached. Null for all.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    /// <returns>Distances, summed from the source on; a node's predecessor is the first settled of those on a shortest path.</returns>
    /// <remarks>
    /// O((n + m) log m) time and O(n + m) memory for n nodes and m edges reached, plus a look at every weight. Invariant: a settled node's
    /// distance is final and no greater than that of any node still open; an entry of the heap that names a settled node is stale.
    /// Literature: Dijkstra, "A note on two problems in connexion with graphs", 1959; Johnson 1977 for the heap.
    /// </remarks>
    /// <exception cref="ArgumentException">The column does not fit the graph, or a weight is negative or no finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="OverflowException">A distance is greater than <see cref="long.MaxValue"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static ShortestPathTree<T> From<T>(
        CsrGraph graph, T[] weights, int source, int? target = null, CancellationToken cancellation = default)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(graph);
        Weights.Require(graph, weights);
        graph.RequireNode(source, nameof(source));
        graph.RequireNode(target ?? source, nameof(target));
        var search = new Search<T>(graph, weights, source);
        search.Run(target, cancellation);
        return search.Tree();
    }

    private sealed class Search<T>
        where T : struct, INumber<T>
    {
        private readonly CsrGraph graph;
        private readonly T[] weights;
        private readonly T[] distances;
        private readonly int[] previous;
        private readonly bool[] isSettled;
        private readonly List<int> settled = [];
        private readonly PriorityQueue<int, (T Distance, int Node)> open = new();

        internal Search(CsrGraph graph, T[] weights, int source)
        {
            (this.graph, this.weights) = (graph, weights);
            (distances, previous, isSettled) = (new T[graph.NodeCount], new int[graph.NodeCount], new bool[graph.NodeCount]);
            Array.Fill(previous, ShortestPathTree<T>.Unreached);
            previous[source] = source;
            open.Enqueue(source, (T.Zero, source));
        }

        internal void Run(int? target, CancellationToken cancellation)
        {
            while (open.TryDequeue(out var node, out _))
            {
                if (isSettled[node])
                {
                    continue;
                }

                cancellation.ThrowIfCancellationRequested();
                isSettled[node] = true;
                settled.Add(node);
                if (node == target)
                {
                    return;
                }

                Relax(node);
            }
        }

        internal ShortestPathTree<T> Tree()
        {
            foreach (var (node, _) in open.UnorderedItems)
            {
                previous[node] = isSettled[node] ? previous[node] : ShortestPathTree<T>.Unreached;
            }

            return new ShortestPathTree<T>(distances, previous, settled);
        }

        private void Relax(int node)
        {
            var neighbours = graph.Neighbours(node);
            var edges = graph.Edges(node);
            for (var i = 0; i < neighbours.Length; i++)
            {
                var neighbour = neighbours[i];
                if (isSettled[neighbour])
                {
                    continue;
                }

                var distance = checked(distances[node] + weights[edges[i]]);
                if (previous[neighbour] == ShortestPathTree<T>.Unreached || distance < distances[neighbour])
                {
                    (distances[neighbour], previous[neighbour]) = (distance, node);
                    open.Enqueue(neighbour, (distance, neighbour));
                }
            }
        }
    }
}
