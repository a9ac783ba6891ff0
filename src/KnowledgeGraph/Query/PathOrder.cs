namespace KnowledgeGraph.Query;

/// <summary>What makes one path better than another. Equal paths stand by hops, then by node ids.</summary>
public enum PathOrder
{
    /// <summary>Fewer hops.</summary>
    Hops,

    /// <summary>A greater product of confidences: the most reliable path first.</summary>
    Reliability,

    /// <summary>A more trusted weakest link: the widest path first.</summary>
    Width,
}
