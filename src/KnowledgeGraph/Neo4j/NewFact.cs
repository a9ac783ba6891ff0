namespace KnowledgeGraph.Neo4j;

/// <summary>
/// A fact of which nothing stands in Neo4j yet. It is written whole in one row, which looks its ends up once; row by row each
/// relationship of its provenance would look them up again, and a load would take twice as long. That pays where a type has many: its
/// statement takes a server 0.1 s to plan.
/// </summary>
/// <param name="Relationship">The fact.</param>
/// <param name="Node">The node of its provenance.</param>
/// <param name="Literal">The node that stands for its object; null where that is a node of the data set.</param>
/// <param name="Evidence">The relationships to its sources.</param>
internal sealed record NewFact(ImageRelationship Relationship, ImageNode Node, ImageNode? Literal, IReadOnlyList<ImageRelationship> Evidence)
{
    /// <summary>The row that writes it.</summary>
    public IReadOnlyDictionary<string, object?> Row => new Dictionary<string, object?>
    {
        ["from"] = Relationship.From.Id,
        ["to"] = Relationship.To.Id,
        ["properties"] = Relationship.Properties,
        ["node"] = Node.Properties,
        ["literal"] = Literal?.Properties,
        ["evidence"] = Evidence.Select(row => new Dictionary<string, object?> { ["source"] = row.To.Id, ["properties"] = row.Properties }).ToList(),
    };

    /// <summary>Those of which no part was found, by id.</summary>
    /// <param name="nodes">What nodes were found.</param>
    /// <param name="relationships">What facts were found.</param>
    /// <param name="spine">What provenance was found.</param>
    /// <param name="leastOfAType">Of how many of a type there must be for it to pay.</param>
    public static IReadOnlyDictionary<string, NewFact> In(NodeMatch nodes, RelationshipMatch relationships, SpineMatch spine, int leastOfAType)
    {
        var missing = nodes.Missing.Where(node => node.Labels[0] is Cypher.Fact or Cypher.Literal).ToDictionary(node => node.Key);
        var evidence = spine.Missing.Where(row => row.Type == Spine.EvidencedBy).ToLookup(row => row.FactId);
        return relationships.Missing.Where(IsWhole).GroupBy(row => row.Type).Where(type => type.Count() >= leastOfAType)
            .SelectMany(type => type).Select(Of).ToDictionary(fact => fact.Relationship.FactId, StringComparer.Ordinal);

        bool IsWhole(ImageRelationship row) =>
            missing.ContainsKey((Cypher.Fact, row.FactId)) && (row.To.Label != Cypher.Literal || missing.ContainsKey(row.To));

        NewFact Of(ImageRelationship row) =>
            new(row, missing[(Cypher.Fact, row.FactId)], row.To.Label == Cypher.Literal ? missing[row.To] : null, [.. evidence[row.FactId]]);
    }
}
