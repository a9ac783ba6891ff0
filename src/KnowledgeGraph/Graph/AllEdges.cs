namespace KnowledgeGraph.Graph;

/// <summary>Follows every edge: the search asks nothing, and does not even read the numbers of edges.</summary>
public readonly record struct AllEdges : IEdgeFilter
{
    /// <inheritdoc/>
    public bool Admits(int edge) => true;
}
