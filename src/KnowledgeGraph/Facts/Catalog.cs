using System.Collections;

namespace KnowledgeGraph.Facts;

/// <summary>Items of one kind in the ordinal order of their ids, found by id; held in memory, or read from a file one by one.</summary>
/// <typeparam name="T">Nodes, sources, facts or conflicts.</typeparam>
internal abstract class Catalog<T> : IReadOnlyList<T>
    where T : class
{
    public abstract int Count { get; }

    /// <summary>The item at a position; two looks may give two equal objects.</summary>
    public abstract T this[int index] { get; }

    /// <summary>The position of the item with an id, or -1.</summary>
    public abstract int IndexOf(string id);

    /// <summary>The item with an id, or null.</summary>
    public T? Find(string id) => IndexOf(id) is var index and >= 0 ? this[index] : null;

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
