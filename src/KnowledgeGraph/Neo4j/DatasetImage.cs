using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>A node as it shall stand in Neo4j.</summary>
/// <param name="Labels">Its labels, ours first.</param>
/// <param name="Id">Its id, unique with the first label within the data set.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record ImageNode(IReadOnlyList<string> Labels, string Id, Dictionary<string, object?> Properties)
{
    /// <summary>Label and id: what it is found again by.</summary>
    public (string Label, string Id) Key => (Labels[0], Id);
}

/// <summary>A fact, or a part of its provenance, as a relationship as it shall stand in Neo4j.</summary>
/// <param name="Type">Its type.</param>
/// <param name="From">Label and id of the node it starts from.</param>
/// <param name="To">Label and id of the node it ends in.</param>
/// <param name="FactId">Id of the fact.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record ImageRelationship(
    string Type, (string Label, string Id) From, (string Label, string Id) To, string FactId, Dictionary<string, object?> Properties);

/// <summary>A data set, or a part of one, as it shall stand in Neo4j.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Nodes">Its nodes, those of facts included.</param>
/// <param name="Relationships">A relationship for each fact.</param>
/// <param name="Spine">The provenance of the facts.</param>
internal sealed record DatasetImage(
    string Dataset, IReadOnlyList<ImageNode> Nodes, IReadOnlyList<ImageRelationship> Relationships, IReadOnlyList<ImageRelationship> Spine)
{
    /// <summary>Draws the image of a fact set.</summary>
    /// <exception cref="ArgumentException">A fact names a subject, object or source that is not in the set.</exception>
    public static DatasetImage Of(string dataset, FactSet set)
    {
        var items = new ItemImages(dataset, set);
        items.RequireEnds();
        ImageNode[] nodes =
        [
            items.Stamp(),
            .. set.Nodes.Select(items.Of),
            .. set.Facts.Where(fact => fact.Object is null).Select(items.LiteralOf),
            .. set.Facts.Select(items.SpineNodeOf),
            .. set.Sources.Select(items.Of),
            .. set.Conflicts.Select(items.Of),
        ];
        return new DatasetImage(dataset, nodes, [.. set.Facts.Select(items.RelationshipOf)], [.. set.Facts.SelectMany(ItemImages.SpineOf)]);
    }
}
