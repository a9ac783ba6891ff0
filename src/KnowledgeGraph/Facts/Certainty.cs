namespace KnowledgeGraph.Facts;

/// <summary>Whether something holds on a day, given dates that may be vague or unknown. Ordered: the lesser word is the weaker.</summary>
public enum Certainty
{
    /// <summary>It cannot hold.</summary>
    Not,

    /// <summary>The dates allow it but do not settle it.</summary>
    Possibly,

    /// <summary>It holds.</summary>
    Certainly,
}
