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

/// <summary>A data set as it shall stand in Neo4j.</summary>
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
        RequireEnds(set);
        ImageNode[] nodes =
        [
            new([Cypher.Dataset], dataset, DatasetStamp.Write(dataset, set)),
            .. set.Nodes.Select(node => new ImageNode(NodeRow.Labels(set.Ontology, node.Type), node.Id, NodeRow.Write(dataset, node))),
            .. set.Facts.Where(fact => fact.Object is null)
                .Select(fact => new ImageNode([Cypher.Literal], fact.Id, LiteralRow.Write(dataset, set, fact))),
            .. set.Facts.Select(fact => Neo4j.Spine.NodeOf(dataset, fact)),
            .. set.Sources.Select(source => new ImageNode([Cypher.Source, "Source"], source.Id, SourceRow.Write(dataset, source))),
            .. set.Conflicts.Select(conflict => new ImageNode([Cypher.Conflict], conflict.Id, ConflictRow.Write(dataset, conflict))),
        ];
        return new DatasetImage(
            dataset,
            nodes,
            [.. set.Facts.Select(fact => RelationshipOf(dataset, set, fact))],
            [.. set.Facts.SelectMany(fact => Neo4j.Spine.RelationshipsOf(fact, TargetOf(fact)))]);
    }

    private static ImageRelationship RelationshipOf(string dataset, FactSet set, Fact fact) =>
        new(fact.Type, (Cypher.Node, fact.Subject), TargetOf(fact), fact.Id, FactRow.Write(dataset, set, fact));

    private static (string Label, string Id) TargetOf(Fact fact) =>
        fact.Object is { } node ? (Cypher.Node, node) : (Cypher.Literal, fact.Id);

    private static void RequireEnds(FactSet set)
    {
        var missing = set.Facts
            .SelectMany(fact => new[] { fact.Subject, fact.Object ?? fact.Subject }.Select(end => (fact, end)))
            .Where(pair => set.FindNode(pair.end) is null)
            .Select(pair => $"{pair.fact.Id} → {pair.end}")
            .Concat(set.Facts.SelectMany(fact => fact.Evidence
                .Where(evidence => set.FindSource(evidence.Source) is null)
                .Select(evidence => $"{fact.Id} → source {evidence.Source}")))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (missing.Count > 0)
        {
            throw new ArgumentException(
                $"{missing.Count} ends of facts are no nodes of the data set, so nothing was loaded: {string.Join(", ", missing.Take(10))}"
                + (missing.Count > 10 ? " …" : ""), nameof(set));
        }
    }
}
