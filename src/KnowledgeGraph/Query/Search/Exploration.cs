namespace KnowledgeGraph.Query.Search;

/// <summary>How a <see cref="SearchSpace"/> is explored.</summary>
/// <param name="Search">What to follow.</param>
/// <param name="MaxHops">Greatest depth.</param>
internal sealed record Exploration(DependencySearch Search, int MaxHops)
{
    /// <summary>
    /// Enters only nodes from which the ball's center may be reached in the hops that are left. As the ball is nearer than these, nodes
    /// are told by it, and their steps are those that its growth has met; farther off all are followed that may lead into it.
    /// </summary>
    internal Ball? Towards { get; init; }

    /// <summary>A node that is not entered; null for none.</summary>
    internal int? Barred { get; init; }

    /// <summary>Whether a node may be entered with so many hops left.</summary>
    internal bool MayEnter(int node, int hopsLeft) => node != Barred && (Towards is null || Towards.LeastHopsOf(node) <= hopsLeft);
}
