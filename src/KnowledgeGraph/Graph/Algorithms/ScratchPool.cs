namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Keeps the arrays of searches that have ended for the next ones. Safe for any number of threads, without a lock; keeps no more than
/// twice as many as there are processors, what is given back beyond that is left to the garbage collector.
/// </summary>
/// <param name="nodeCount">Number of nodes of the graph that is searched.</param>
internal sealed class ScratchPool(int nodeCount)
{
    private readonly SearchScratch?[] kept = new SearchScratch?[2 * Environment.ProcessorCount];

    /// <summary>Arrays for one search, as an earlier one has left them or new; to be disposed of once its result is no longer read.</summary>
    internal SearchScratch Rent()
    {
        foreach (ref var place in kept.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } scratch)
            {
                return scratch.Rented();
            }
        }

        return new SearchScratch(this, nodeCount).Rented();
    }

    /// <summary>Takes arrays back.</summary>
    internal void Return(SearchScratch scratch)
    {
        foreach (ref var place in kept.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, scratch, null) is null)
            {
                return;
            }
        }
    }
}
