using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>A graph and what its edges weigh, made ready for many searches: the weights are looked at once and laid out as the rows are.</summary>
/// <typeparam name="T">The kind of weight: <see cref="long"/> for exact sums, <see cref="double"/> else.</typeparam>
/// <remarks>Takes a weight more for each edge of the rows either way, once a search needs it. Immutable; safe to search from many threads.</remarks>
public sealed class WeightedGraph<T>
    where T : struct, INumber<T>
{
    private T[]? ahead;
    private T[]? back;

    /// <summary>Looks at every weight. O(m) for m edges.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="weights">By edge number; finite, not below 0; not to be changed from then on.</param>
    /// <exception cref="ArgumentException">The column does not fit the graph, or a weight is negative or no finite number.</exception>
    public WeightedGraph(CsrGraph graph, T[] weights)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Algorithms.Weights.Require(graph, weights);
        (Graph, Weights) = (graph, weights);
    }

    /// <summary>The graph.</summary>
    public CsrGraph Graph { get; }

    /// <summary>By edge number.</summary>
    internal T[] Weights { get; }

    /// <summary>Rows ahead and what they weigh.</summary>
    internal WeightedRows<T> Ahead => new(Graph.TwoWays.Ahead, ahead ?? LaidOut(ref ahead, Graph.TwoWays.Ahead));

    /// <summary>Rows back and what they weigh.</summary>
    internal WeightedRows<T> Back => Graph.IsDirected ? new(Graph.TwoWays.Back, back ?? LaidOut(ref back, Graph.TwoWays.Back)) : Ahead;

    private T[] LaidOut(ref T[]? kept, Adjacency rows)
    {
        var laid = new T[rows.AllNeighbours.Count];
        for (var position = 0; position < laid.Length; position++)
        {
            laid[position] = Weights[rows.AllEdges is { } edges ? edges[position] : position];
        }

        return Interlocked.CompareExchange(ref kept, laid, null) ?? laid;
    }
}
