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
