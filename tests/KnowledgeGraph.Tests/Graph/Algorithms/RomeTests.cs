using System.Globalization;
using KnowledgeGraph.Graph.Algorithms;
using KnowledgeGraph.Tests.Support;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>The roads of Rome, 1999, from the 9th DIMACS challenge: 3,353 crossings, 8,870 arcs with lengths in metres.</summary>
[TestFixture]
internal sealed class RomeTests
{
    private CsrGraph graph = null!;
    private long[] metres = null!;
    private JObject expected = null!;

    // Crossing c is node c - 1.
    [OneTimeSetUp]
    public void Read()
    {
        var arcs = SharedData.Words("dimacs/rome99.gr").Where(words => words[0] == "a").ToList();
        expected = JObject.Parse(File.ReadAllText(SharedData.File("dimacs/rome99.EXPECTED.json")));
        graph = CsrGraph.Directed((int)expected["nodes"]!, Column(arcs, 1, -1), Column(arcs, 2, -1));
        metres = [.. Column(arcs, 3, 0).Select(length => (long)length)];
    }

    [Test]
    public void Size_IsThePublished()
    {
        var distinct = graph.WithoutParallels();
        Assert.That(graph.EdgeCount, Is.EqualTo((int)expected["arcRows"]!));
        Assert.That(Enumerable.Range(0, graph.NodeCount).Sum(node => distinct.Edges(node).Length), Is.EqualTo((int)expected["distinctArcs"]!));
    }

    [Test]
    public void Dijkstra_DistancesAreThePublished()
    {
        var published = expected["sssp_from_1"]!;
        var tree = Dijkstra.From(graph, metres, 0);
        Assert.That(tree.Reached, Has.Count.EqualTo((int)published["reached"]!));
        Assert.That(tree.Reached.Sum(node => tree.DistanceTo(node)), Is.EqualTo((long)published["sum"]!));
        Assert.That(tree.DistanceTo(tree.Reached[^1]), Is.EqualTo((long)published["max"]!));
        Assert.That(tree.Reached[^1] + 1, Is.EqualTo((int)published["farthestNode"]!));
        var distances = published["dist"]!.ToObject<Dictionary<int, long>>()!;
        Assert.That(distances.Keys.ToDictionary(crossing => crossing, crossing => tree.DistanceTo(crossing - 1)), Is.EqualTo(distances));
    }

    [Test]
    public void DijkstraInKilometres_DoublesAgree() => Assert.That(
        Dijkstra.From(graph, [.. metres.Select(length => length / 1024.0)], 0) is var tree ? tree.Reached.Sum(node => tree.DistanceTo(node) * 1024) : null,
        Is.EqualTo((double)expected["sssp_from_1"]!["sum"]!));

    [Test]
    public void BreadthFirst_HopsAreThePublished()
    {
        var tree = BreadthFirst.From(graph, 0);
        Assert.That(tree.Reached, Has.Count.EqualTo((int)expected["bfs_from_1"]!["reached"]!));
        Assert.That(tree.DistanceTo(tree.Reached[^1]), Is.EqualTo((int)expected["bfs_from_1"]!["maxHops"]!));
        Assert.That(tree.Reached.Sum(node => tree.DistanceTo(node)), Is.EqualTo((int)expected["bfs_from_1"]!["sum"]!));
    }

    [Test]
    public void Yen_FirstTenCostsAndHopsAreThePublished() => Assert.That(
        KShortestPaths.Between(graph, metres, 0, 3352).Take(10).Select(path => $"{path.Weight} {path.Nodes.Count - 1}"),
        Is.EqualTo(expected["yen_1_to_3353_first10_cost_hops"]!.Select(path => $"{path[0]} {path[1]}")));

    [Test]
    public void Components_AreOne()
    {
        Assert.That(StrongComponents.Of(graph).Sizes, Is.EqualTo(expected["scc"]!.Select(size => (int)size)));
        Assert.That(WeakComponents.Of(graph).Count, Is.EqualTo((int)expected["wccCount"]!));
    }

    [Test]
    public void Biconnectivity_CountsAreThePublished()
    {
        var (roads, published) = (graph.AsUndirected().WithoutParallels(), expected["undirected"]!);
        var found = Biconnectivity.Of(roads);
        Assert.That(found.ArticulationPoints, Has.Count.EqualTo((int)published["articulationPoints"]!));
        Assert.That(found.Bridges, Has.Count.EqualTo((int)published["bridges"]!));
        Assert.That(found.BlockCount, Is.EqualTo((int)published["biconnectedComponents"]!));
        Assert.That(Enumerable.Range(0, roads.NodeCount).Sum(node => roads.Edges(node).Length) / 2, Is.EqualTo((int)published["edges"]!));
    }

    [Test]
    public void Dominators_CountsAreThePublished()
    {
        var tree = Dominators.From(graph, 0);
        var dominated = Enumerable.Range(0, graph.NodeCount)
            .SelectMany(node => tree.DominatorsOf(node).Skip(1).SkipLast(1))
            .GroupBy(dominator => dominator + 1)
            .ToList();
        var top = dominated.OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(10).Select(group => $"{group.Key} {group.Count()}");
        Assert.That(dominated, Has.Count.EqualTo((int)expected["dominators_from_1"]!["nonTrivialDominators"]!));
        Assert.That(top, Is.EqualTo(expected["dominators_from_1"]!["top10"]!.Select(pair => $"{pair[0]} {pair[1]}")));
    }

    private static int[] Column(List<string[]> arcs, int column, int shift) =>
        [.. arcs.Select(words => int.Parse(words[column], CultureInfo.InvariantCulture) + shift)];
}
