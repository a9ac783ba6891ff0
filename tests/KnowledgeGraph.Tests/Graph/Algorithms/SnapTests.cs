using KnowledgeGraph.Graph.Algorithms;
using KnowledgeGraph.Tests.Support;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>Graphs of the Stanford collection, as LadybugDB tests with them.</summary>
[TestFixture]
internal sealed class SnapTests
{
    [TestCase("wiki-Vote")]
    [TestCase("bitcoin-otc")]
    [TestCase("gnutella")]
    [TestCase("grqc")]
    [TestCase("lastFM")]
    [TestCase("email-Eu-core")]
    public void ComponentsAndLevels_AreThePublished(string name)
    {
        var published = JObject.Parse(File.ReadAllText(SharedData.File("snap/EXPECTED.json")))[name]!;
        var (names, graph) = Read(name);
        var (weak, strong) = (WeakComponents.Of(graph), StrongComponents.Of(graph));
        Assert.That((graph.NodeCount, graph.EdgeCount), Is.EqualTo(((int)published["nodes"]!, (int)published["edgeRows"]!)));
        Assert.That((weak.Count, strong.Count), Is.EqualTo(((int)published["wccCount"]!, (int)published["sccCount"]!)));
        Assert.That(weak.Sizes.OrderDescending().Take(10), Is.EqualTo(published["wccTop"]!.Select(size => (int)size)));
        Assert.That(strong.Sizes.OrderDescending().Take(10), Is.EqualTo(published["sccTop"]!.Select(size => (int)size)));
        var tree = BreadthFirst.From(graph, names[(string)published["bfsFrom"]!]);
        Assert.That(tree.Reached, Has.Count.EqualTo((int)published["bfsReached"]!));
        Assert.That(
            tree.Reached.GroupBy(node => tree.DistanceTo(node)!.Value).ToDictionary(level => level.Key, level => level.Count()),
            Is.EqualTo(published["bfsLevels"]!.ToObject<Dictionary<int, int>>()));
    }

    private static (NamedGraph Names, CsrGraph Graph) Read(string name)
    {
        var graph = new NamedGraph(isDirected: true);
        foreach (var words in SharedData.Words($"snap/{name}/nodes.csv", ','))
        {
            graph.Node(words[0]);
        }

        foreach (var words in SharedData.Words($"snap/{name}/edges.csv", ','))
        {
            graph.Edge(words[0], words[1]);
        }

        return (graph, graph.Csr);
    }
}
