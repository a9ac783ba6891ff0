using System.Globalization;
using KnowledgeGraph.Graph.Algorithms;
using KnowledgeGraph.Tests.Support;
using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>An item of algo_reference: a published graph, a question, the published answer.</summary>
internal sealed class PublishedGraph
{
    private PublishedGraph(JObject item)
    {
        Query = item["query"]!;
        Expected = item["expected"]!;
        Item = item;
        Graph = new NamedGraph((bool)item["directed"]!);
        foreach (var edge in item["edges"]!)
        {
            Graph.Edge(Text(edge[0]), Text(edge[1]));
        }

        // Hundredths, so that sums are exact.
        Weights = [.. item["edges"]!.Select(edge => edge.Count() > 2 ? (long)Math.Round((decimal)edge[2]! * 100) : 100)];
    }

    internal NamedGraph Graph { get; }

    internal long[] Weights { get; }

    internal JToken Query { get; }

    internal JToken Expected { get; }

    internal JObject Item { get; }

    internal int Source => Graph[Text(Query["source"])];

    internal int Target => Graph[Text(Query["target"])];

    /// <summary>The ids of all items.</summary>
    internal static IEnumerable<string> Ids => Items().Select(item => (string)item["id"]!);

    internal static PublishedGraph Named(string id) => new((JObject)Items().Single(item => (string?)item["id"] == id));

    internal IEnumerable<WeightedPath<long>> Paths() => KShortestPaths.Between(Graph.Csr, Weights, Source, Target);

    /// <summary>The graph as facts of one type.</summary>
    internal GraphBuilder AsFacts(string type)
    {
        var builder = new GraphBuilder();
        foreach (var edge in Item["edges"]!)
        {
            builder.Fact(IdOf(Text(edge[0])), type, IdOf(Text(edge[1])));
        }

        return builder;
    }

    /// <summary>The id of a node in <see cref="AsFacts"/>.</summary>
    internal static string IdOf(string name) => name.ToLowerInvariant().Replace(' ', '-');

    private static JArray Items() => JArray.Parse(File.ReadAllText(SharedData.File("algo_reference/reference.json")));

    internal static string Text(JToken? token) => Convert.ToString(((JValue)token!).Value, CultureInfo.InvariantCulture)!;
}
