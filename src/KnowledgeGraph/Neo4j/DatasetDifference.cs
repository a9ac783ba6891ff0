namespace KnowledgeGraph.Neo4j;

/// <summary>Rows for one statement.</summary>
/// <param name="Step">What they do, for the progress.</param>
/// <param name="Statement">The Cypher text that takes them as <c>$rows</c>.</param>
/// <param name="Rows">The rows, in the order they are to be written.</param>
internal sealed record WriteGroup(string Step, string Statement, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);

/// <summary>What must be written to turn what stands in Neo4j into what shall stand there.</summary>
/// <param name="Changes">The difference by id, for the report.</param>
/// <param name="Writes">What to write, in order: deletions, nodes, relationships.</param>
/// <param name="Stamp">Writes the data set's own node, last; null where it is right already.</param>
internal sealed record DatasetDifference(DatasetChanges Changes, IReadOnlyList<WriteGroup> Writes, WriteGroup? Stamp)
{
    /// <summary>Rows to write, without the stamp.</summary>
    public int RowCount => Writes.Sum(group => group.Rows.Count);

    /// <summary>Compares, in time linear in both.</summary>
    /// <param name="stored">What stands there.</param>
    /// <param name="image">What shall stand there.</param>
    /// <param name="leastOfAType">
    /// Of how many relationships of a type there must be to be written by a statement of their own, and facts whole: a server that has
    /// just started takes 0.1 s to plan it, and to those of the shipped seed 10 s of 29.
    /// </param>
    public static DatasetDifference Between(StoredDataset stored, DatasetImage image, int leastOfAType)
    {
        var nodes = NodeMatch.Of(stored, image);
        var relationships = RelationshipMatch.Of(stored, image, nodes);
        var spine = SpineMatch.Of(stored, image, nodes);
        var stamp = nodes.Changed.FirstOrDefault(IsStamp);
        var changes = new DatasetChanges(
            Summary(nodes, Cypher.Node),
            Facts(nodes, relationships, spine, image),
            Summary(nodes, Cypher.Source),
            Summary(nodes, Cypher.Conflict),
            stamp is null && !nodes.Missing.Any(node => node.Labels[0] == Cypher.Dataset));
        return new DatasetDifference(changes, Ordered(nodes, relationships, spine, leastOfAType), stamp is null ? null : StampOf(stamp));
    }

    /// <summary>Writes the data set's own node.</summary>
    public static WriteGroup StampOf(NodePair pair) => new("stamping", LoaderCypher.UpdateNodes, [pair.UpdateRow]);

    private static bool IsStamp(NodePair pair) => pair.Image.Labels[0] == Cypher.Dataset;

    private static List<WriteGroup> Ordered(NodeMatch nodes, RelationshipMatch relationships, SpineMatch spine, int leastOfAType)
    {
        var added = NewFact.In(nodes, relationships, spine, leastOfAType);
        var parts = relationships.Missing.Concat(spine.Missing).Where(image => !added.ContainsKey(image.FactId)).ToList();
        var typesOfMany = parts.CountBy(image => image.Type).Where(type => type.Value >= leastOfAType).Select(type => type.Key).ToHashSet(StringComparer.Ordinal);
        List<WriteGroup> writes =
        [
            new("removing facts", LoaderCypher.DeleteRelationships, [.. relationships.Extra.Select(extra => Row(extra.Element))]),
            new("removing provenance", LoaderCypher.DeleteRelationships, [.. spine.Extra.Select(extra => Row(extra.Element))]),
            new("removing nodes", LoaderCypher.DeleteNodes, [.. nodes.Extra.Select(extra => Row(extra.Element))]),
            new("changing nodes", LoaderCypher.UpdateNodes, [.. nodes.Changed.Where(pair => !IsStamp(pair)).Select(pair => pair.UpdateRow)]),
            new("adding nodes", LoaderCypher.CreateNodes, [.. nodes.Missing.Where(IsNotStampNorAdded).Select(CreateRow)]),
            new("changing facts", LoaderCypher.UpdateRelationships, [.. relationships.Changed.Select(UpdateRow)]),
            .. added.Values.GroupBy(fact => (fact.Relationship.Type, IsLiteral: fact.Literal is not null)).Select(CreateGroup),
            .. parts.GroupBy(image => (typesOfMany.Contains(image.Type) ? image.Type : null, image.From.Label, image.To.Label)).Select(CreateGroup),
        ];
        return [.. writes.Where(group => group.Rows.Count > 0)];

        bool IsNotStampNorAdded(ImageNode node) => node.Labels[0] switch
        {
            Cypher.Dataset => false,
            Cypher.Fact or Cypher.Literal => !added.ContainsKey(node.Id),
            _ => true,
        };
    }

    /// <summary>By their ends, so that loads side by side lock nodes in one order.</summary>
    private static WriteGroup CreateGroup(IGrouping<(string Type, bool IsLiteral), NewFact> group) => new(
        $"adding {group.Key.Type}",
        LoaderCypher.CreateFacts(group.Key.Type, group.Key.IsLiteral),
        [.. group.OrderBy(fact => fact.Relationship.From.Id, StringComparer.Ordinal).ThenBy(fact => fact.Relationship.To.Id, StringComparer.Ordinal).Select(fact => fact.Row)]);

    /// <summary>Of one type, or, without one, of several types that are few each.</summary>
    private static WriteGroup CreateGroup(IGrouping<(string? Type, string From, string To), ImageRelationship> group) => new(
        $"adding {group.Key.Type ?? "facts"}",
        LoaderCypher.CreateRelationships(group.Key.Type, group.Key.To, group.Key.From),
        [.. group.OrderBy(image => image.From.Id, StringComparer.Ordinal).ThenBy(image => image.To.Id, StringComparer.Ordinal).Select(CreateRow)]);

    private static Dictionary<string, object?> Row(string element) => new() { ["element"] = element };

    private static Dictionary<string, object?> CreateRow(ImageNode node) =>
        new() { ["labels"] = node.Labels, ["properties"] = node.Properties };

    private static Dictionary<string, object?> CreateRow(ImageRelationship image) =>
        new() { ["type"] = image.Type, ["from"] = image.From.Id, ["to"] = image.To.Id, ["properties"] = image.Properties };

    private static Dictionary<string, object?> UpdateRow((StoredRelationship Stored, ImageRelationship Image) pair) =>
        new() { ["element"] = pair.Stored.Element, ["properties"] = pair.Image.Properties };

    private static ElementChanges Summary(NodeMatch nodes, string label) => ChangesOf(
        nodes.Missing.Where(node => node.Labels[0] == label).Select(node => node.Id),
        nodes.Changed.Where(pair => pair.Image.Labels[0] == label).Select(pair => pair.Image.Id),
        nodes.Extra.Where(extra => NodeMatch.LabelOf(extra) == label).Select(extra => extra.Id),
        nodes.Same.Count(node => node.Labels[0] == label));

    private static ElementChanges Facts(NodeMatch nodes, RelationshipMatch relationships, SpineMatch spine, DatasetImage image)
    {
        ElementChanges[] derived = [Summary(nodes, Cypher.Literal), Summary(nodes, Cypher.Fact)];
        var known = image.Relationships.Select(relationship => relationship.FactId).ToHashSet(StringComparer.Ordinal);
        var extra = relationships.Extra.Select(relationship => relationship.FactId).ToHashSet();
        var missing = relationships.Missing.Select(relationship => relationship.FactId).ToHashSet(StringComparer.Ordinal);
        var changed = extra.OfType<string>().Where(known.Contains)
            .Concat(relationships.Changed.Select(pair => pair.Image.FactId))
            .Concat(derived.SelectMany(part => part.Added.Concat(part.Changed)).Concat(spine.FactIds).Where(id => !missing.Contains(id)))
            .ToHashSet(StringComparer.Ordinal);
        var added = missing.Where(id => !changed.Contains(id)).ToList();
        var removed = extra.Concat(derived.SelectMany(part => part.Removed)).Distinct().Where(id => id is null || !known.Contains(id));
        return ChangesOf(added, changed, removed, known.Count - added.Count - changed.Count);
    }

    private static ElementChanges ChangesOf(IEnumerable<string> added, IEnumerable<string> changed, IEnumerable<string?> removed, int same) => new(
        [.. added.Order(StringComparer.Ordinal)],
        [.. changed.Order(StringComparer.Ordinal)],
        [.. removed.Select(id => id ?? "?").Order(StringComparer.Ordinal)],
        same);
}
