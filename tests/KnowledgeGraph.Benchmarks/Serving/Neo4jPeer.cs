using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeGraph.Benchmarks.Exchange;

namespace KnowledgeGraph.Benchmarks.Serving;

/// <summary>Neo4j over its HTTP Query API, one statement a request, with the form of each statement that it runs fastest.</summary>
/// <param name="server">The server, which holds the arrays as <see cref="ImportFiles"/> writes them.</param>
/// <param name="arrays">The graph.</param>
/// <param name="bound">The longest a query may take; the server has the same bound.</param>
internal sealed class Neo4jPeer(Uri server, GraphArrays arrays, TimeSpan bound) : IDisposable
{
    private const string Ends = "MATCH (a:Node {number: $a}), (b:Node {number: $b}) ";

    private readonly HttpClient client = new() { Timeout = bound + TimeSpan.FromSeconds(2) };
    private readonly Uri address = new(server, "/db/neo4j/query/v2");

    /// <summary>Waits for the index, then answers from then on.</summary>
    /// <param name="server">The server.</param>
    /// <param name="folder">The arrays.</param>
    /// <param name="imported">What the bulk import took.</param>
    /// <param name="bytes">What the store takes on disk.</param>
    /// <param name="bound">The longest a query may take.</param>
    public static void Serve(Uri server, string folder, TimeSpan imported, long bytes, TimeSpan bound)
    {
        var arrays = GraphArrays.Read(folder);
        using (var patient = new Neo4jPeer(server, arrays, TimeSpan.FromMinutes(5)))
        {
            patient.Ask("CREATE CONSTRAINT node IF NOT EXISTS FOR (n:Node) REQUIRE n.number IS UNIQUE", []);
        }

        using var peer = new Neo4jPeer(server, arrays, bound);
        PeerLoop.Serve(peer.Rows(), imported, bytes, peer.Ask("CALL dbms.components() YIELD name, versions RETURN 'Neo4j ' + versions[0]", []));
    }

    public void Dispose() => client.Dispose();

    private Dictionary<string, Func<int[], string>> Rows()
    {
        var types = string.Join('|', arrays.Admitted.Select(type => arrays.TypeNames[type]));
        var day = GraphArrays.AsOf.DayNumber.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            ["roundtrip"] = query => Ask("RETURN 1", query),
            ["shortest"] = query => Ask(Ends + "MATCH p = shortestPath((a)-[*..15]->(b)) RETURN length(p)", query),
            ["filtered"] = query => Ask(
                Ends + $"MATCH p = shortestPath((a)-[:{types}*..15]->(b)) WHERE all(r IN relationships(p) WHERE r.first <= {day} AND r.last >= {day}) RETURN length(p)",
                query),
            ["simple"] = query => Ask(
                Ends + """
                MATCH p = (a)-[*1..5]->(b) WHERE all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m = n))
                WITH DISTINCT [n IN nodes(p) | n.number] AS numbers LIMIT 1000 RETURN count(*)
                """,
                query),
            ["closure"] = query => Ask("MATCH (a:Node {number: $a})-[*0..]->(b) RETURN count(DISTINCT b)", query),
            ["hood"] = query => Ask("MATCH (a:Node {number: $a})-[*0..3]->(b) RETURN count(DISTINCT b)", query),
        };
    }

    /// <summary>The first value of the first row; -1 where there is none.</summary>
    private string Ask(string statement, int[] query)
    {
        var body = new { statement, parameters = new { a = query.ElementAtOrDefault(0), b = query.ElementAtOrDefault(1) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = client.Send(request);
        using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
        if (answer.RootElement.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
        {
            var code = errors[0].GetProperty("code").GetString() ?? "";
            return code.Contains("TimedOut", StringComparison.Ordinal) ? PeerLoop.Bound : throw new InvalidOperationException(errors[0].ToString());
        }

        var values = answer.RootElement.GetProperty("data").GetProperty("values");
        return values.GetArrayLength() == 0 ? "-1" : values[0][0].ToString();
    }
}
