namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// A heap of nodes by key with four children to an entry, which lie in one cache line; the least comes first, of equal keys the least node.
/// A node may stand in it several times. Literature: Johnson 1975; LaMarca and Ladner, "The influence of caches on the performance of
/// heaps", 1996.
/// </summary>
/// <typeparam name="T">The kind of key.</typeparam>
internal sealed class QuaternaryHeap<T>
    where T : struct, IComparable<T>
{
    private const int Children = 4;
    private (T Key, int Node)[] entries = new (T, int)[256];

    /// <summary>How many entries there are.</summary>
    internal int Count { get; private set; }

    /// <summary>The first entry; only if there is one.</summary>
    internal (T Key, int Node) First => entries[0];

    /// <summary>Takes all entries out.</summary>
    internal void Clear() => Count = 0;

    /// <summary>Adds an entry. O(log n).</summary>
    internal void Add(T key, int node)
    {
        if (Count == entries.Length)
        {
            Array.Resize(ref entries, 2 * Count);
        }

        var (heap, at) = (entries, Count++);
        while (at > 0)
        {
            var parent = (at - 1) / Children;
            if (!IsBefore(key, node, heap[parent]))
            {
                break;
            }

            heap[at] = heap[parent];
            at = parent;
        }

        heap[at] = (key, node);
    }

    /// <summary>Takes the first entry out. O(log n).</summary>
    internal (T Key, int Node) Take()
    {
        var (heap, first) = (entries, entries[0]);
        var (last, count, at) = (heap[--Count], Count, 0);
        for (var child = 1; child < count; child = (at * Children) + 1)
        {
            var least = child;
            for (var other = child + 1; other < Math.Min(child + Children, count); other++)
            {
                least = IsBefore(heap[other].Key, heap[other].Node, heap[least]) ? other : least;
            }

            if (!IsBefore(heap[least].Key, heap[least].Node, last))
            {
                break;
            }

            heap[at] = heap[least];
            at = least;
        }

        heap[at] = last;
        return first;
    }

    private static bool IsBefore(T key, int node, (T Key, int Node) other)
    {
        var byKey = key.CompareTo(other.Key);
        return byKey != 0 ? byKey < 0 : node < other.Node;
    }
}
