namespace KnowledgeGraph.Ontology;

/// <summary>A type of relation: what it may join, how it stands in time, and which end depends on the other.</summary>
public sealed record EdgeType
{
    /// <summary>Upper-case name with underscores, also the relationship type in Neo4j.</summary>
    public required string Name { get; init; }

    /// <summary>The one layer it lies in.</summary>
    public required string Layer { get; init; }

    /// <summary>Whether facts of the type are states or events.</summary>
    public required Persistence Persistence { get; init; }

    /// <summary>Which end depends on the other.</summary>
    public DependentEnd DependentEnd { get; init; }

    /// <summary>Node types allowed as subject, subtypes included.</summary>
    public required IReadOnlyList<string> SubjectTypes { get; init; }

    /// <summary>Node types allowed as object, subtypes included; empty where a literal value takes the object's place.</summary>
    public IReadOnlyList<string> ObjectTypes { get; init; } = [];

    /// <summary>Roles that a fact of the type may fill.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Units its values may have; empty means that no value is allowed.</summary>
    public IReadOnlyList<string> ValueUnits { get; init; } = [];

    /// <summary>Where the product of a supply hop is named.</summary>
    public ProductPlace ProductPlace { get; init; }

    /// <summary>Whether a fact of the type declares its product to be built into its object.</summary>
    public bool DeclaresComponent { get; init; }

    /// <summary>Whether a fact of the type declares that its subject can take the place of its object, and the other way where symmetric.</summary>
    public bool DeclaresSubstitute { get; init; }

    /// <summary>Whether facts of the type must not form a cycle.</summary>
    public bool IsAcyclic { get; init; }

    /// <summary>Whether the relation reads the same from both ends.</summary>
    public bool IsSymmetric { get; init; }

    /// <summary>How it reads from subject to object.</summary>
    public required Phrase Forward { get; init; }

    /// <summary>How it reads from object to subject.</summary>
    public required Phrase Reverse { get; init; }

    /// <summary>The schema of FollowTheMoney with the same meaning, if any.</summary>
    public string? FollowTheMoney { get; init; }

    /// <summary>How a curator decides for the type, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Whether a literal value takes the object's place.</summary>
    public bool HasLiteralObject => ObjectTypes.Count == 0;
}
