using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>The labels of a search by weight from both ends.</summary>
/// <typeparam name="T">The kind of weight.</typeparam>
/// <param name="nodeCount">Number of nodes.</param>
internal sealed class BothSides<T>(int nodeCount)
    where T : struct, INumber<T>
{
    /// <summary>From the source on.</summary>
    internal WeightedSide<T> Ahead { get; } = new(nodeCount);

    /// <summary>From the target back.</summary>
    internal WeightedSide<T> Back { get; } = new(nodeCount);
}
