using System.Net.Http.Headers;
using System.Text;
using KnowledgeGraph.Neo4j;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>Statements run as Browser runs them: whole, alone and without parameters; nodes and relationships come back as such.</summary>
internal sealed class PlainQuery : IDisposable
{
    private readonly HttpClient client;

    public PlainQuery(string address)
    {
        var options = Neo4jOptions.Parse(address);
        client = new HttpClient { BaseAddress = new Uri(options.Server, "/db/neo4j/query/v2") };
        if (options.User is { Length: > 0 })
        {
            var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}"));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", login);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>The rows, once it is sure that the server did it and has no remark to make.</summary>
    public async Task<JArray> RowsAsync(string statement)
    {
        using var content = new StringContent(new JObject { ["statement"] = statement }.ToString(), Encoding.UTF8, "application/json");
        using var reply = await client.PostAsync(client.BaseAddress, content);
        using var reader = new JsonTextReader(new StringReader(await reply.Content.ReadAsStringAsync())) { DateParseHandling = DateParseHandling.None };
        var answer = await JObject.LoadAsync(reader);
        Assert.That(answer["errors"], Is.Null, $"{statement}\n{answer["errors"]}");
        Assert.That(answer["notifications"] ?? new JArray(), Is.Empty, $"{statement}\n{answer["notifications"]}");
        return (JArray)answer["data"]!["values"]!;
    }

    /// <summary>One line for each row of a table.</summary>
    public static IEnumerable<string> Lines(JArray rows) => rows.Select(row => string.Join(" | ", row.Select(value => value.ToString())));

    /// <summary>The ids of the facts among what a statement draws.</summary>
    public static IEnumerable<string> Facts(JArray rows) => Drawn(rows, "factId");

    /// <summary>The ids of the nodes among what a statement draws.</summary>
    public static IEnumerable<string> Nodes(JArray rows) => Drawn(rows, "id");

    private static IEnumerable<string> Drawn(JArray rows, string id) => rows.DescendantsAndSelf().OfType<JObject>()
        .Select(item => (string?)item.SelectToken($"properties.{id}")).OfType<string>().Distinct();
}
