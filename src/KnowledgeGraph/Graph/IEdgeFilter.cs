namespace KnowledgeGraph.Graph;

/// <summary>Which edges a search may follow. A struct is compiled into the search, so that asking it costs no call.</summary>
public interface IEdgeFilter
{
    /// <summary>Whether the edge may be followed; always the same for the same edge, on any thread.</summary>
    public bool Admits(int edge);
}
