using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>Reads a data set in Neo4j block by block in the order of ids, each found by an index: never more than a block in memory, here or there.</summary>
/// <param name="transaction">The transaction.</param>
/// <param name="dataset">Name of the data set.</param>
/// <param name="types">The edge types that facts there may have: what is planned for all of the ontology's takes seconds.</param>
internal sealed class StoredBlock(ICypherTransaction transaction, string dataset, IReadOnlyList<string> types)
{
    private string? lastRead;

    /// <summary>The ontology's edge types that the database has seen.</summary>
    public static async Task<IReadOnlyList<string>> TypesAsync(ICypherTransaction transaction, OntologyModel ontology, CancellationToken cancellation)
    {
        var seen = await transaction.RunAsync(LoaderCypher.RelationshipTypes, Cypher.NoParameters, cancellation);
        return [.. seen.Rows.Select(row => row.Text("type")).Where(ontology.EdgeTypes.ContainsKey)];
    }

    /// <summary>Nodes of one label whose ids lie in a range, and the end of the range that was read whole.</summary>
    public async Task<(StoredDataset Stored, string UpTo)> NodesAsync(string label, string after, string upTo, int limit, CancellationToken cancellation)
    {
        lastRead = upTo;
        var rows = await RunAsync(LoaderCypher.NodesBetween(label), after, upTo, limit, cancellation);
        return (new StoredDataset(NodesOf(rows, label), []), lastRead);
    }

    /// <summary>Facts whose ids lie in a range, with the nodes and the provenance that belong to them, and the end of the range that was read whole.</summary>
    public async Task<(StoredDataset Stored, string UpTo)> FactsAsync(string after, string upTo, int limit, CancellationToken cancellation)
    {
        lastRead = upTo;
        var spines = await RunAsync(LoaderCypher.SpineBetween, after, upTo, limit, cancellation);
        var literals = await RunAsync(LoaderCypher.NodesBetween(Cypher.Literal), after, lastRead, limit, cancellation);
        var facts = await RelationshipRowsAsync(after, lastRead, limit, cancellation);
        var ends = EndsOf(facts);
        var spine = spines.Where(IsWhole).SelectMany(row => ((List<object?>)row["spine"]!).Select(part => SpineOf(row.Text("element"), (List<object?>)part!, ends))).ToList();
        return (new StoredDataset([.. NodesOf(spines, Cypher.Fact), .. NodesOf(literals, Cypher.Literal)], RelationshipsOf(facts)) { Spine = spine, Ends = ends }, lastRead);
    }

    /// <summary>The next facts after an id, without what is derived from them, and the end of the range that was read whole.</summary>
    public async Task<(StoredDataset Stored, string UpTo)> RelationshipsAsync(string after, int limit, CancellationToken cancellation)
    {
        // The id so many facts further bounds what is read of types that are rare.
        var ahead = await RunAsync(LoaderCypher.FactAhead, after, ImageParts.End, limit - 1, cancellation);
        lastRead = ahead.Count > 0 ? ahead[0].Text("id") : ImageParts.End;
        var facts = await RelationshipRowsAsync(after, lastRead, limit, cancellation);
        return (new StoredDataset([], RelationshipsOf(facts)) { Ends = EndsOf(facts) }, lastRead);
    }

    private async Task<IReadOnlyList<CypherRow>> RelationshipRowsAsync(string after, string upTo, int limit, CancellationToken cancellation) =>
        types.Count == 0 ? [] : await RunAsync(LoaderCypher.FactsBetween(types), after, upTo, limit, cancellation);

    private List<StoredRelationship> RelationshipsOf(IEnumerable<CypherRow> facts) =>
    [
        .. facts.Where(IsWhole).Select(row =>
            new StoredRelationship(row.Text("element"), row.Text("type"), row.TextOrNull("from") ?? "", row.TextOrNull("to") ?? "", row.Map("properties"))),
    ];

    private static Dictionary<string, (string Label, string Id)> EndsOf(IEnumerable<CypherRow> facts)
    {
        var ends = new Dictionary<string, (string Label, string Id)>(StringComparer.Ordinal);
        foreach (var row in facts)
        {
            AddEnd(ends, row.TextOrNull("from"));
            AddEnd(ends, row.TextOrNull("to"));
        }

        return ends;
    }

    private List<StoredNode> NodesOf(IEnumerable<CypherRow> rows, string label) =>
    [
        .. rows.Where(IsWhole)
            .Select(row => new StoredNode(row.Text("element"), row.Texts("labels"), row.Map("properties")))
            .Where(node => NodeMatch.LabelOf(node) == label),
    ];

    /// <summary>A full block may have more behind its last row, so what other kinds have beyond that waits for the next.</summary>
    private bool IsWhole(CypherRow row) => string.CompareOrdinal(row.Text("id"), lastRead) <= 0;

    private static StoredRelationship SpineOf(string from, List<object?> part, Dictionary<string, (string Label, string Id)> ends)
    {
        var to = part[2] as string;
        AddEnd(ends, to);
        return new StoredRelationship((string)part[0]!, (string)part[1]!, from, to ?? "", (Dictionary<string, object?>)part[3]!);
    }

    /// <summary>An end that is none of ours has no key, so that nothing counts as placed at it.</summary>
    private static void AddEnd(Dictionary<string, (string Label, string Id)> ends, string? end)
    {
        if (end is not null && !ends.ContainsKey(end) && end.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0)
        {
            ends.Add(end, (end[..slash], end[(slash + 1)..]));
        }
    }

    private async Task<IReadOnlyList<CypherRow>> RunAsync(string statement, string after, string upTo, int limit, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, object?> { ["dataset"] = dataset, ["after"] = after, ["upTo"] = upTo, ["limit"] = (long)limit, ["own"] = NodeMatch.OwnLabels };
        var rows = (await transaction.RunAsync(statement, parameters, cancellation)).Rows;
        foreach (var full in rows.GroupBy(row => row.TextIfAny("type")).Where(group => group.Count() >= limit))
        {
            var last = full.Select(row => row.Text("id")).Max(StringComparer.Ordinal)!;
            lastRead = string.CompareOrdinal(last, lastRead) < 0 ? last : lastRead;
        }

        return rows;
    }
}
