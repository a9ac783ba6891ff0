namespace KnowledgeGraph.Facts;

/// <summary>Items in memory.</summary>
/// <typeparam name="T">Nodes, sources, facts or conflicts.</typeparam>
internal sealed class HeldCatalog<T> : Catalog<T>
    where T : class
{
    private readonly T[] items;
    private readonly Dictionary<string, int> indexById;

    /// <param name="items">The items, in any order.</param>
    /// <param name="id">An item's id.</param>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public HeldCatalog(IEnumerable<T> items, Func<T, string> id)
    {
        this.items = [.. items.OrderBy(id, StringComparer.Ordinal)];
        indexById = new Dictionary<string, int>(this.items.Length, StringComparer.Ordinal);
        for (var i = 0; i < this.items.Length; i++)
        {
            indexById.Add(id(this.items[i]), i);
        }
    }

    public override int Count => items.Length;

    public override T this[int index] => items[index];

    public override int IndexOf(string id) => indexById.GetValueOrDefault(id, -1);
}
