namespace KnowledgeGraph.Query;

/// <summary>The bound that ended a search early.</summary>
public enum StopReason
{
    /// <summary>None: the search was exhaustive.</summary>
    None,

    /// <summary>There are more results than the limit.</summary>
    Limit,

    /// <summary>The time was up.</summary>
    Timeout,

    /// <summary>The search would have held more states than allowed.</summary>
    Memory,
}
