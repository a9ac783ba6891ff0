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

    /// <summary>Items, those with any of some texts in the JSON of <see cref="FactJson"/> among them; others only where looking is no cheaper than reading.</summary>
    /// <param name="texts">The texts, as they stand there.</param>
    /// <param name="goesOn">Asked before each item is looked at.</param>
    public virtual IEnumerable<T> Holding(IReadOnlyList<string> texts, Func<bool> goesOn) => this.TakeWhile(_ => goesOn());

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
