using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// Sends the rows that a load writes to an empty database by nothing but <c>UNWIND</c> statements of 5,000 rows, each its own
/// transaction: no comparison, no progress, no stamp. What <c>kg load</c> is measured against. Constraints must be there.
/// </summary>
public static class BareUnwind
{
    private const int BatchRows = 5_000;

    /// <summary>Sends a graph file and prints the rate.</summary>
    /// <param name="server">Such as <c>http://127.0.0.1:7474</c>.</param>
    /// <param name="path">The graph file.</param>
    /// <param name="most">Most facts to send.</param>
    public static async Task RunAsync(Uri server, string path, int most)
    {
        var facts = GraphFile.Open(path).Facts;
        var images = new ItemImages("bare", facts);
        using var client = new HttpClient { BaseAddress = server };
        var clock = Stopwatch.StartNew();
        await SendAsync(client, LoaderCypher.CreateNodes, facts.Sources.Select(images.Of).Concat(facts.Nodes.Select(images.Of)).Select(RowOf));
        var nodes = clock.Elapsed;
        var count = Math.Min(most, facts.Facts.Count);
        for (var start = 0; start < count; start += BatchRows)
        {
            var block = Enumerable.Range(start, Math.Min(BatchRows, count - start)).Select(i => facts.Facts[i]).ToList();
            await SendAsync(client, LoaderCypher.CreateNodes, block.Select(images.SpineNodeOf).Select(RowOf));
            await SendAsync(client, LoaderCypher.CreateNodes, block.Where(fact => fact.Object is null).Select(images.LiteralOf).Select(RowOf));
            foreach (var group in block.Select(images.RelationshipOf).Concat(block.SelectMany(ItemImages.SpineOf)).GroupBy(row => (row.Type, row.From.Label, row.To.Label)))
            {
                await SendAsync(client, LoaderCypher.CreateRelationships(group.Key.Type, group.Key.Item3, group.Key.Item2), group.Select(RowOf));
            }
        }

        var rate = count / (clock.Elapsed - nodes).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} facts in {clock.Elapsed.TotalSeconds:0.0} s, nodes {nodes.TotalSeconds:0.0} s of it: {rate:#,0} facts/s"));
    }

    private static Dictionary<string, object?> RowOf(ImageNode node) => new() { ["labels"] = node.Labels, ["properties"] = node.Properties };

    private static Dictionary<string, object?> RowOf(ImageRelationship row) =>
        new() { ["from"] = row.From.Id, ["to"] = row.To.Id, ["properties"] = row.Properties };

    private static async Task SendAsync(HttpClient client, string statement, IEnumerable<Dictionary<string, object?>> rows)
    {
        foreach (var batch in rows.Chunk(BatchRows))
        {
            using var content = HttpExchange.Content(new Dictionary<string, object?>
            {
                ["statement"] = statement,
                ["parameters"] = new Dictionary<string, object?> { ["dataset"] = "bare", ["rows"] = batch },
            });
            using var reply = await client.PostAsync(new Uri("/db/neo4j/query/v2", UriKind.Relative), content);
            var text = await reply.Content.ReadAsStringAsync();
            if (!reply.IsSuccessStatusCode || text.Contains("\"errors\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(text);
            }
        }
    }
}
