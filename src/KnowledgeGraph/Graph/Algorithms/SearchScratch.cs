namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// The arrays that a search needs, as long as the graph has nodes; for one search at a time. Rented from a <see cref="ScratchPool"/>
/// and given back by disposing. Each array is made when it is first asked for, so that a search touches no memory but its own.
/// </summary>
internal sealed class SearchScratch : IDisposable
{
    private readonly ScratchPool pool;
    private readonly int nodeCount;
    private readonly Dictionary<Type, object> more = [];
    private bool isRented;

    internal SearchScratch(ScratchPool pool, int nodeCount) =>
        (this.pool, this.nodeCount, Ahead, Back) = (pool, nodeCount, new(nodeCount), new(nodeCount));

    /// <summary>For the search from the source on.</summary>
    internal SearchSide Ahead { get; }

    /// <summary>For the search from the target back.</summary>
    internal SearchSide Back { get; }

    /// <summary>A path found; valid until the next search.</summary>
    internal List<int> Path { get; } = [];

    /// <summary>Whatever else an algorithm keeps from search to search: one object of each type.</summary>
    /// <param name="make">Makes it for a number of nodes.</param>
    internal T Of<T>(Func<int, T> make)
        where T : class
    {
        if (!more.TryGetValue(typeof(T), out var found))
        {
            more.Add(typeof(T), found = make(nodeCount));
        }

        return (T)found;
    }

    /// <summary>Gives it back to its pool. What was found in it may be overwritten from then on.</summary>
    public void Dispose()
    {
        if (isRented)
        {
            isRented = false;
            pool.Return(this);
        }
    }

    internal SearchScratch Rented()
    {
        isRented = true;
        return this;
    }
}
