namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Rows, and what stands beside each neighbour: the weight of the edge.</summary>
/// <typeparam name="T">The kind of weight.</typeparam>
/// <param name="rows">The rows.</param>
/// <param name="weights">Position by position of all rows.</param>
internal readonly ref struct WeightedRows<T>(Adjacency rows, T[] weights)
    where T : struct
{
    /// <summary>The rows without weights.</summary>
    internal Adjacency Rows => rows;

    /// <summary>The weights to <see cref="Adjacency.Neighbours"/> of a node.</summary>
    internal ReadOnlySpan<T> Weights(int node)
    {
        var first = rows.Offsets[node];
        return weights.AsSpan(first, rows.Offsets[node + 1] - first);
    }
}
