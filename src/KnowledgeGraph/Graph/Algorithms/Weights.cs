using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>What shortest paths ask of a column of weights.</summary>
internal static class Weights
{
    /// <exception cref="ArgumentException">The column does not fit the graph, or a weight is negative or no finite number.</exception>
    internal static void Require<T>(CsrGraph graph, T[] weights)
        where T : struct, INumber<T>
    {
        graph.RequireColumn(weights, nameof(weights));
        for (var edge = 0; edge < weights.Length; edge++)
        {
            if (!T.IsFinite(weights[edge]) || weights[edge] < T.Zero)
            {
                var message = FormattableString.Invariant($"edge {edge} weighs {weights[edge]}; weights are finite and not below 0");
                throw new ArgumentException(message, nameof(weights));
            }
        }
    }
}
