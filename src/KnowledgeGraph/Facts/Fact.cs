namespace KnowledgeGraph.Facts;

/// <summary>
/// A statement of a source: subject, relation, object, with everything needed to weigh it. Facts that disagree stand side by side.
/// </summary>
public sealed record Fact
{
    /// <summary>Stable id, such as <c>f155</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the subject node.</summary>
    public required string Subject { get; init; }

    /// <summary>Name of the edge type.</summary>
    public required string Type { get; init; }

    /// <summary>Id of the object node, or null where a literal value takes its place.</summary>
    public string? Object { get; init; }

    /// <summary>Roles and the nodes that fill them, in the order of the seed; role names in ordinal order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = NoRoles;

    /// <summary>The measured value, or null.</summary>
    public FactValue? Value { get; init; }

    /// <summary>Start of the relation, or the day of an event; null where unknown (not unlimited).</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>End of the relation, or the latest day of an event; null where unknown (not unlimited).</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>The day for which the source vouches, where it differs from the source's date.</summary>
    public PartialDate? AttestedOn { get; init; }

    /// <summary>Whether the source denies the relation. A denied fact joins no path.</summary>
    public bool IsDenied { get; init; }

    /// <summary>What kind of statement it is.</summary>
    public required FactStatus Status { get; init; }

    /// <summary>Id of the node whose claim it is, or null.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>Id of the source whose author's claim it is, or null.</summary>
    public string? AttributedToAuthorOf { get; init; }

    /// <summary>How far the curator trusts it, 0 to 1, at most four decimals.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why that far.</summary>
    public required string ConfidenceReason { get; init; }

    /// <summary>Where it was read; never empty.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>One sentence in the curator's words.</summary>
    public required string Statement { get; init; }

    /// <summary>Qualifiers that are no date, role or value; null if none.</summary>
    public string? Note { get; init; }

    /// <summary>Why the fact is in question, beyond its confidence; empty if it is not.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Whether a curator added the edge to join what the sources leave unsaid; never passed off as a source's.</summary>
    public bool IsCurator { get; init; }

    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When it was entered.</summary>
    public required PartialDate EnteredOn { get; init; }

    /// <summary>Who checked it, or null where nobody has yet.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>When it was checked, or null.</summary>
    public PartialDate? CheckedOn { get; init; }

    /// <summary>No roles.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> NoRoles { get; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The nodes that fill a role; empty if none.</summary>
    public IReadOnlyList<string> RoleFillers(string role) => Roles.TryGetValue(role, out var nodes) ? nodes : [];
}

/// <summary>Where a fact was read.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Place">Place in the source: a paragraph, a line, an annex entry.</param>
public sealed record Evidence(string Source, string Place);

/// <summary>Facts that disagree.</summary>
/// <param name="Id">Stable id, such as <c>c03</c>.</param>
/// <param name="Facts">Ids of at least two facts, in ordinal order.</param>
/// <param name="Note">What differs.</param>
public sealed record Conflict(string Id, IReadOnlyList<string> Facts, string Note);
