namespace KnowledgeGraph.Neo4j;

/// <summary>Which provenance relationships of Neo4j are which of the data set. One that is not right is deleted and created anew.</summary>
/// <param name="Missing">Relationships to create.</param>
/// <param name="Extra">Relationships to delete.</param>
/// <param name="FactIds">Facts of the data set whose provenance differs.</param>
internal sealed record SpineMatch(
    IReadOnlyList<ImageRelationship> Missing, IReadOnlyList<StoredRelationship> Extra, IReadOnlySet<string> FactIds)
{
    public static SpineMatch Of(StoredDataset stored, DatasetImage image, NodeMatch nodes)
    {
        if (stored.Spine.Count == 0)
        {
            return Of([.. image.Spine], [], nodes);
        }

        var wanted = image.Spine
            .GroupBy(relationship => (relationship.Type, relationship.From, relationship.To, Place(relationship.Properties)))
            .ToDictionary(group => group.Key, group => new Queue<ImageRelationship>(group));
        var extra = new List<StoredRelationship>();
        foreach (var relationship in stored.Spine)
        {
            var from = nodes.Keys.GetValueOrDefault(relationship.From);
            var to = nodes.Keys.GetValueOrDefault(relationship.To);
            var isWanted = wanted.TryGetValue((relationship.Type, from, to, Place(relationship.Properties)), out var left)
                && left.TryPeek(out var match) && PropertyMap.AreEqual(relationship.Properties, match.Properties);
            if (isWanted)
            {
                left!.Dequeue();
            }
            else
            {
                extra.Add(relationship);
            }
        }

        return Of([.. wanted.Values.SelectMany(left => left)], extra, nodes);
    }

    private static SpineMatch Of(List<ImageRelationship> missing, List<StoredRelationship> extra, NodeMatch nodes)
    {
        var owners = extra.Select(relationship => nodes.Keys.GetValueOrDefault(relationship.From).Id).OfType<string>();
        return new SpineMatch(missing, extra, missing.Select(relationship => relationship.FactId).Concat(owners).ToHashSet(StringComparer.Ordinal));
    }

    private static string? Place(Dictionary<string, object?> properties) => properties.GetValueOrDefault("place") as string;
}
