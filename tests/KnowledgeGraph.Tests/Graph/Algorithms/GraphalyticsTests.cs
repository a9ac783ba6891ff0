using System.Globalization;
using KnowledgeGraph.Graph.Algorithms;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>Validation and example graphs of ldbc/ldbc_graphalytics with the outputs published beside them.</summary>
[TestFixture]
internal sealed class GraphalyticsTests
{
    private const string Folder = "ldbc_graphalytics/";
    private const long NotReached = long.MaxValue;

    [TestCase("bfs/dir-input", "bfs/dir-output", true, "1")]
    [TestCase("bfs/undir-input", "bfs/undir-output", false, "1")]
    [TestCase("example/example-directed-input", "example/example-directed-BFS", true, "1")]
    [TestCase("example/example-undirected-input", "example/example-undirected-BFS", false, "2")]
    public void BreadthFirst_HopsAreThePublished(string input, string output, bool isDirected, string source)
    {
        var graph = Rows(input, isDirected);
        var tree = BreadthFirst.From(graph.Csr, graph[source]);
        Assert.That(
            graph.Names.ToDictionary(name => name, name => tree.DistanceTo(graph[name]) ?? NotReached),
            Is.EqualTo(Output(output, text => long.Parse(text, CultureInfo.InvariantCulture))));
    }

    [TestCase("wcc/dir-input", "wcc/dir-output", true)]
    [TestCase("wcc/undir-input", "wcc/undir-output", false)]
    [TestCase("example/example-directed-input", "example/example-directed-WCC", true)]
    [TestCase("example/example-undirected-input", "example/example-undirected-WCC", false)]
    public void WeakComponents_AreThePublished(string input, string output, bool isDirected)
    {
        var graph = Rows(input, isDirected);
        var components = WeakComponents.Of(graph.Csr);
        var least = graph.Names.GroupBy(name => components.Of(graph[name])).ToDictionary(group => group.Key, group => group.Min(int.Parse));
        Assert.That(
            graph.Names.ToDictionary(name => name, name => least[components.Of(graph[name])]),
            Is.EqualTo(Output(output, text => int.Parse(text, CultureInfo.InvariantCulture))));
    }

    [TestCase("sssp/dir-input", "sssp/dir-output", true, "1")]
    [TestCase("sssp/undir-input", "sssp/undir-output", false, "1")]
    [TestCase("example/example-directed", "example/example-directed-SSSP", true, "1")]
    [TestCase("example/example-undirected", "example/example-undirected-SSSP", false, "2")]
    public void Dijkstra_DistancesAreThePublished(string input, string output, bool isDirected, string source)
    {
        var graph = new NamedGraph(isDirected);
        foreach (var words in SharedData.Words($"{Folder}{input}.v"))
        {
            graph.Node(words[0]);
        }

        var weights = new List<double>();
        foreach (var words in SharedData.Words($"{Folder}{input}.e"))
        {
            graph.Edge(words[0], words[1]);
            weights.Add(double.Parse(words[2], CultureInfo.InvariantCulture));
        }

        var tree = Dijkstra.From(graph.Csr, [.. weights], graph[source]);
        var expected = Output(output, text => text == "Infinity" ? (double?)null : double.Parse(text, CultureInfo.InvariantCulture));
        Assert.That(expected, Has.Count.EqualTo(graph.Names.Count));
        Assert.Multiple(() =>
        {
            foreach (var (name, distance) in expected)
            {
                Assert.That(tree.DistanceTo(graph[name]), distance is null ? Is.Null : Is.EqualTo(distance).Within(1e-12), name);
            }
        });
    }

    private static Dictionary<string, T> Output<T>(string output, Func<string, T> read) =>
        SharedData.Words(Folder + output).ToDictionary(words => words[0], words => read(words[1]));

    /// <summary>Rows of a node and its neighbours; an undirected edge stands in the rows of both.</summary>
    private static NamedGraph Rows(string input, bool isDirected)
    {
        var graph = new NamedGraph(isDirected);
        foreach (var words in SharedData.Words(Folder + input))
        {
            graph.Node(words[0]);
            foreach (var neighbour in words.Skip(1).Where(neighbour => isDirected || string.CompareOrdinal(words[0], neighbour) <= 0))
            {
                graph.Edge(words[0], neighbour);
            }
        }

        return graph;
    }
}
