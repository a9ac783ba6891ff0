namespace KnowledgeGraph.Neo4j;

/// <summary>What the server itself counted as changed.</summary>
/// <param name="NodesCreated">Nodes created.</param>
/// <param name="NodesDeleted">Nodes deleted.</param>
/// <param name="RelationshipsCreated">Relationships created.</param>
/// <param name="RelationshipsDeleted">Relationships deleted.</param>
/// <param name="PropertiesSet">Properties written, also with the value they had.</param>
/// <param name="LabelsAdded">Labels added.</param>
/// <param name="LabelsRemoved">Labels removed.</param>
/// <param name="SchemaChanges">Constraints and indexes added or dropped.</param>
public readonly record struct UpdateCounters(
    long NodesCreated = 0,
    long NodesDeleted = 0,
    long RelationshipsCreated = 0,
    long RelationshipsDeleted = 0,
    long PropertiesSet = 0,
    long LabelsAdded = 0,
    long LabelsRemoved = 0,
    long SchemaChanges = 0)
{
    /// <summary>Whether nothing was changed.</summary>
    public bool IsEmpty => this == default;

    /// <summary>The sums of both.</summary>
    public static UpdateCounters operator +(UpdateCounters a, UpdateCounters b) => new(
        a.NodesCreated + b.NodesCreated,
        a.NodesDeleted + b.NodesDeleted,
        a.RelationshipsCreated + b.RelationshipsCreated,
        a.RelationshipsDeleted + b.RelationshipsDeleted,
        a.PropertiesSet + b.PropertiesSet,
        a.LabelsAdded + b.LabelsAdded,
        a.LabelsRemoved + b.LabelsRemoved,
        a.SchemaChanges + b.SchemaChanges);

    /// <summary>As the operator.</summary>
    public static UpdateCounters Add(UpdateCounters left, UpdateCounters right) => left + right;
}
