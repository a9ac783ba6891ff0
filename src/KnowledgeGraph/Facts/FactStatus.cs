namespace KnowledgeGraph.Facts;

/// <summary>What kind of statement a source makes.</summary>
public enum FactStatus
{
    /// <summary>Reported as a fact.</summary>
    Reported,

    /// <summary>An estimate of a quantity.</summary>
    Estimate,

    /// <summary>A claim of somebody whom the source names.</summary>
    AttributedClaim,

    /// <summary>A statement about what will be; joins no path unless asked for.</summary>
    Forecast,

    /// <summary>A judgement.</summary>
    Opinion,
}
