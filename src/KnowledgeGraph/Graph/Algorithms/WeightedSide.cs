using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>One side of a search by weight: labels, and the heap of those still open.</summary>
/// <typeparam name="T">The kind of weight.</typeparam>
/// <remarks>A label is one entry of 16 bytes, so that meeting a node costs one miss of the cache; old ones are told by their round.</remarks>
/// <param name="nodeCount">Number of nodes.</param>
internal sealed class WeightedSide<T>(int nodeCount)
    where T : struct, INumber<T>
{
    private readonly Label[] labels = new Label[nodeCount];
    private uint round;

    /// <summary>Labels that are not settled, and some that are.</summary>
    internal QuaternaryHeap<T> Open { get; } = new();

    /// <summary>The nodes settled, nearest first.</summary>
    internal List<int> Settled { get; } = [];

    /// <summary>Forgets all labels and begins at a node.</summary>
    internal void Start(int node)
    {
        if (round >= uint.MaxValue - 2)
        {
            Array.Clear(labels);
            round = 0;
        }

        // A label of this search carries the round, and one more once it is settled.
        round += 2;
        Open.Clear();
        Settled.Clear();
        Improve(node, T.Zero, node);
    }

    /// <summary>Whether a node has a label, final or not.</summary>
    internal bool IsLabelled(int node) => labels[node].Round >= round;

    /// <summary>Whether a node's label is final.</summary>
    internal bool IsSettled(int node) => labels[node].Round > round;

    /// <summary>The distance of a node that has a label.</summary>
    internal T Distance(int node) => labels[node].Distance;

    /// <summary>The node before one that has a label; the start's is itself.</summary>
    internal int Previous(int node) => labels[node].Previous;

    /// <summary>Labels a node if the distance is less than the one it has; returns whether it was.</summary>
    internal bool Improve(int node, T distance, int previous)
    {
        ref var label = ref labels[node];
        if (label.Round > round || (label.Round == round && distance >= label.Distance))
        {
            return false;
        }

        label = new Label(distance, previous, round);
        Open.Add(distance, node);
        return true;
    }

    /// <summary>Takes stale entries from the top of the heap; returns whether any label is open.</summary>
    internal bool HasOpen()
    {
        while (Open.Count > 0 && IsSettled(Open.First.Node))
        {
            Open.Take();
        }

        return Open.Count > 0;
    }

    /// <summary>Settles the nearest open node; after <see cref="HasOpen"/> alone.</summary>
    internal int Settle()
    {
        var node = Open.Take().Node;
        labels[node].Round = round + 1;
        Settled.Add(node);
        return node;
    }

    /// <param name="Distance">From the start.</param>
    /// <param name="Previous">The node before.</param>
    /// <param name="Round">When it was set.</param>
    private record struct Label(T Distance, int Previous, uint Round);
}
