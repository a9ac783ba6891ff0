namespace KnowledgeGraph.Neo4j;

/// <summary>A node of ours as it stands in Neo4j.</summary>
/// <param name="Element">The server's id of it, good within one transaction.</param>
/// <param name="Labels">All its labels.</param>
/// <param name="Properties">All its properties.</param>
internal sealed record StoredNode(string Element, IReadOnlyList<string> Labels, Dictionary<string, object?> Properties)
{
    /// <summary>Its id, or null where somebody took it away.</summary>
    public string? Id => Properties.GetValueOrDefault(Labels.Contains(Cypher.Dataset) ? "dataset" : "id") as string;
}

/// <summary>A relationship of ours as it stands in Neo4j.</summary>
/// <param name="Element">The server's id of it, good within one transaction.</param>
/// <param name="Type">Its type.</param>
/// <param name="From">Element of the node it starts from, or what else <see cref="StoredDataset.Ends"/> has it by; empty where it is none of the data set.</param>
/// <param name="To">The same of the node it ends in.</param>
/// <param name="Properties">All its properties.</param>
internal sealed record StoredRelationship(string Element, string Type, string From, string To, Dictionary<string, object?> Properties)
{
    /// <summary>Id of its fact, or null where somebody took it away.</summary>
    public string? FactId => Properties.GetValueOrDefault("factId") as string;
}

/// <summary>A data set as it stands in Neo4j, hand edits and strays included.</summary>
internal sealed record StoredDataset(IReadOnlyList<StoredNode> Nodes, IReadOnlyList<StoredRelationship> Relationships)
{
    private const int PageRows = 5_000;

    /// <summary>The provenance of the facts; empty where it was not read.</summary>
    public IReadOnlyList<StoredRelationship> Spine { get; init; } = [];

    /// <summary>Label and id of nodes that relationships lead to and that are not read themselves.</summary>
    public IReadOnlyDictionary<string, (string Label, string Id)> Ends { get; init; } = new Dictionary<string, (string Label, string Id)>();

    /// <summary>Reads everything that carries the data set's name, a page at a time.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="most">Most nodes, and most relationships, to read; reading ends with the page that has more.</param>
    public static async Task<StoredDataset> ReadAsync(
        ICypherTransaction transaction, string dataset, CancellationToken cancellation, int most = int.MaxValue)
    {
        var nodes = await PagesAsync(transaction, LoaderCypher.ReadNodes, dataset, NodeOf, most, cancellation);
        var relationships = await PagesAsync(transaction, LoaderCypher.ReadRelationships, dataset, RelationshipOf, most, cancellation);
        var spine = await PagesAsync(transaction, LoaderCypher.ReadSpine, dataset, RelationshipOf, most, cancellation);
        return new StoredDataset(nodes, relationships) { Spine = spine };
    }

    private static async Task<List<T>> PagesAsync<T>(
        ICypherTransaction transaction, string statement, string dataset, Func<CypherRow, T> read, int most, CancellationToken cancellation)
    {
        var all = new List<T>();
        for (var after = ""; ;)
        {
            var parameters = new Dictionary<string, object?> { ["dataset"] = dataset, ["after"] = after, ["limit"] = PageRows };
            var page = await transaction.RunAsync(statement, parameters, cancellation);
            all.AddRange(page.Rows.Select(read));
            if (page.Rows.Count < PageRows || all.Count > most)
            {
                return all;
            }

            after = page.Rows[^1].Text("element");
        }
    }

    private static StoredNode NodeOf(CypherRow row) => new(row.Text("element"), row.Texts("labels"), row.Map("properties"));

    private static StoredRelationship RelationshipOf(CypherRow row) =>
        new(row.Text("element"), row.Text("type"), row.Text("from"), row.Text("to"), row.Map("properties"));
}
