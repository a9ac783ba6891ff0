namespace KnowledgeGraph.Neo4j;

/// <summary>Which relationships of Neo4j are which facts.</summary>
/// <param name="Missing">Relationships to create; one whose type or ends differ is created anew.</param>
/// <param name="Changed">Relationships whose properties are to be put right.</param>
/// <param name="Extra">Relationships to delete: vanished, without a fact id, twice there, or of another type or other ends.</param>
internal sealed record RelationshipMatch(
    IReadOnlyList<ImageRelationship> Missing,
    IReadOnlyList<(StoredRelationship Stored, ImageRelationship Image)> Changed,
    IReadOnlyList<StoredRelationship> Extra)
{
    public static RelationshipMatch Of(StoredDataset stored, DatasetImage image, NodeMatch nodes)
    {
        var wanted = image.Relationships.ToDictionary(relationship => relationship.FactId, StringComparer.Ordinal);
        var (changed, extra) = (new List<(StoredRelationship, ImageRelationship)>(), new List<StoredRelationship>());
        foreach (var relationship in stored.Relationships)
        {
            if (relationship.FactId is not { } id || !wanted.TryGetValue(id, out var match) || !IsPlacedAs(relationship, match, nodes))
            {
                extra.Add(relationship);
                continue;
            }

            wanted.Remove(id);
            if (!PropertyMap.AreEqual(relationship.Properties, match.Properties))
            {
                changed.Add((relationship, match));
            }
        }

        return new RelationshipMatch(
            [.. image.Relationships.Where(relationship => wanted.ContainsKey(relationship.FactId))], changed, extra);
    }

    private static bool IsPlacedAs(StoredRelationship stored, ImageRelationship image, NodeMatch nodes) =>
        stored.Type == image.Type
        && nodes.Keys.TryGetValue(stored.From, out var from) && from == image.From
        && nodes.Keys.TryGetValue(stored.To, out var to) && to == image.To;
}
