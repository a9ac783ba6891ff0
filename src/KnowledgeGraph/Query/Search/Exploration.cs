namespace KnowledgeGraph.Query.Search;

/// <summary>How a <see cref="SearchSpace"/> is explored.</summary>
/// <param name="Search">What to follow.</param>
/// <param name="MaxHops">Greatest depth.</param>
internal sealed record Exploration(DependencySearch Search, int MaxHops)
{
    /// <summary>Which edges are followed; those of the search unless said.</summary>
    internal Predicate<int> Admits { get; init; } = Search.Mask.Admits;

    /// <summary>What keeps it to ways that lead to some end; null for all ways.</summary>
    internal Guide? Towards { get; init; }

    /// <summary>
    /// Whether only the shortest walks count: a state is left out where the same node is reached in fewer hops by a walk that may go on
    /// wherever it may, as no shortest walk comes by it.
    /// </summary>
    internal bool IsForShortestWalks { get; init; }

    /// <summary>A node that is not entered; null for none.</summary>
    internal int? Barred { get; init; }
}
