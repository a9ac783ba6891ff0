namespace KnowledgeGraph.Query;

/// <summary>The part of the data that an answer can depend on.</summary>
public abstract record DataNeed
{
    /// <summary>Every node whose names contain the text, and no facts; every name where none does, to suggest from.</summary>
    /// <param name="Text">The text as typed.</param>
    public sealed record Names(string Text) : DataNeed;

    /// <summary>A node and all facts that name it.</summary>
    /// <param name="NodeId">The node.</param>
    public sealed record About(string NodeId) : DataNeed;

    /// <summary>What several needs hold together.</summary>
    /// <param name="Parts">The needs.</param>
    public sealed record All(IReadOnlyList<Reach> Parts) : DataNeed;

    /// <summary>What can be reached from a node over facts of some types, either way, with every such fact at each node reached; denied ones too.</summary>
    /// <param name="NodeId">The node to start from.</param>
    /// <param name="MaxHops">Greatest number of hops.</param>
    /// <param name="Filter">Says which types, as <see cref="EdgeScope.OfLinks"/> reads it.</param>
    /// <param name="Target">A node delivered with its facts of these types, reached or not; null if none.</param>
    public sealed record Around(string NodeId, int MaxHops, GraphFilter Filter, string? Target) : DataNeed;

    /// <summary>Every fact that matches a pattern, the nodes that the pattern names, and conflicts that touch the facts.</summary>
    /// <param name="Pattern">The pattern.</param>
    public sealed record Matching(FactPattern Pattern) : DataNeed;

    /// <summary>A node; and all facts of the filter's types that carry products, and those that declare components or substitutes; no denied ones.</summary>
    /// <param name="NodeId">The node.</param>
    /// <param name="Filter">Says which types.</param>
    public sealed record Supplies(string NodeId, GraphFilter Filter) : DataNeed;

    /// <summary>Some facts.</summary>
    /// <param name="FactIds">Their ids; what is not there is not delivered.</param>
    public sealed record Facts(IReadOnlyList<string> FactIds) : DataNeed;

    /// <summary>
    /// What can be reached from a node over facts of the filter's types that are not denied, with every such fact at each node
    /// reached; and the facts that declare components.
    /// </summary>
    /// <param name="NodeId">The node to start from.</param>
    /// <param name="IsTowardsDependents">Whether to go from a node to what depends on it.</param>
    /// <param name="MaxHops">Greatest number of hops.</param>
    /// <param name="Filter">Says which types.</param>
    /// <param name="Target">A node delivered with the facts that lead to it, reached or not; null if none.</param>
    public sealed record Reach(string NodeId, bool IsTowardsDependents, int MaxHops, GraphFilter Filter, string? Target) : DataNeed
    {
        /// <summary>Further nodes delivered, reached or not.</summary>
        public IReadOnlyList<string> Others { get; init; } = [];
    }
}
