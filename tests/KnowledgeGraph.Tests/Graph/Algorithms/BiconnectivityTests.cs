using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class BiconnectivityTests
{
    [Test]
    public void RandomGraphs_PointsAndBridgesAreThoseOfTheOracle() => RandomGraph.ForMany(graph =>
    {
        if (graph.IsDirected)
        {
            return null;
        }

        var before = BruteGraph.ComponentCount(graph);
        var points = Enumerable.Range(0, graph.NodeCount).Where(node => BruteGraph.ComponentCount(graph, 1 << node) > before);
        var bridges = Enumerable.Range(0, graph.From.Length).Where(edge => BruteGraph.ComponentCount(graph, isRemoved: other => other == edge) > before);
        var found = Biconnectivity.Of(graph.Csr);
        return (Text(found.ArticulationPoints, found.Bridges), Text(points, bridges));
    });

    [Test]
    public void TwoTrianglesAndATail_FallApartAtTwoNodesAndOneEdge()
    {
        // a-b-c triangle, c-d-e triangle, e-f tail; f isolated from nothing else, g alone.
        var graph = NamedGraph.Parse(isDirected: false, "a-b b-c c-a c-d d-e e-c e-f g");
        var found = Biconnectivity.Of(graph.Csr);
        Assert.That(graph.Text(found.ArticulationPoints), Is.EqualTo("c e"));
        Assert.That(found.Bridges.Select(graph.EdgeText), Is.EqualTo(new[] { "e-f" }));
        Assert.That(found.BlockCount, Is.EqualTo(3));
    }

    [Test]
    public void ParallelEdgesAndLoops_AreNoBridges()
    {
        var graph = NamedGraph.Parse(isDirected: false, "a-b b-a b-c c-c");
        Assert.That(Biconnectivity.Of(graph.Csr).Bridges.Select(graph.EdgeText), Is.EqualTo(new[] { "b-c" }));
        Assert.That(Biconnectivity.Of(graph.Csr.WithoutParallels()).Bridges.Select(graph.EdgeText), Is.EqualTo(new[] { "a-b", "b-c" }));
    }

    [Test]
    public void Directed_IsRefused() => Assert.That(
        () => Biconnectivity.Of(CsrGraph.Directed(1, [], [])),
        Throws.ArgumentException.With.Message.EqualTo(
            "the graph is directed; articulation points and bridges belong to undirected graphs: ask AsUndirected() of it (Parameter 'graph')"));

    private static string Text(IEnumerable<int> points, IEnumerable<int> bridges) => $"points {string.Join(' ', points)}, bridges {string.Join(' ', bridges)}";
}
