using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class DijkstraTests
{
    [Test]
    public void RandomGraphs_DistancesAreThoseOfTheOracle() => RandomGraph.ForMany(graph => (
        $"{Dijkstra.From(graph.Csr, graph.Weights, graph.Source).DistanceTo(graph.Target)}",
        $"{BruteGraph.SimplePaths(graph).Select(path => (long?)path.Weight).FirstOrDefault()}"));

    [Test]
    public void RandomGraphs_DoublesAgreeWithLongsAndPathsWeighTheirDistance() => RandomGraph.ForMany(graph =>
    {
        double[] halves = [.. graph.Weights.Select(weight => weight / 2.0)];
        var tree = Dijkstra.From(graph.Csr, halves, graph.Source, graph.Target);
        var path = string.Join(' ', tree.PathTo(graph.Target) ?? []);
        var weights = BruteGraph.SimplePaths(graph).Where(found => string.Join(' ', found.Nodes) == path).Select(found => (double?)found.Weight / 2);
        return ($"{tree.DistanceTo(graph.Target)}", $"{weights.FirstOrDefault()}");
    });

    [Test]
    public void Target_StopsTheSearch()
    {
        var graph = NamedGraph.Parse(isDirected: true, "a-b b-c a-d");
        var tree = Dijkstra.From(graph.Csr, [1L, 1, 9], graph["a"], graph["b"]);
        Assert.That(graph.Text(tree.Reached), Is.EqualTo("a b"));
        Assert.That(tree.DistanceTo(graph["d"]), Is.Null);
    }

    [Test]
    public void EqualDistances_SettleByNumber()
    {
        var graph = CsrGraph.Directed(4, [3, 3, 3, 2, 1], [2, 1, 0, 0, 0]);
        var tree = Dijkstra.From(graph, [1L, 1, 2, 1, 1], 3);
        Assert.That(tree.Reached, Is.EqualTo(new[] { 3, 1, 2, 0 }));
        Assert.That(tree.PathTo(0), Is.EqualTo(new[] { 3, 0 }));
    }

    [TestCase(-1.0, "edge 1 weighs -1; weights are finite and not below 0 (Parameter 'weights')")]
    [TestCase(double.NaN, "edge 1 weighs NaN; weights are finite and not below 0 (Parameter 'weights')")]
    [TestCase(double.PositiveInfinity, "edge 1 weighs Infinity; weights are finite and not below 0 (Parameter 'weights')")]
    public void WeightWithoutMeaning_IsRefused(double weight, string message) => Assert.That(
        () => Dijkstra.From(CsrGraph.Directed(2, [0, 1], [1, 0]), [1.0, weight], 0),
        Throws.ArgumentException.With.Message.EqualTo(message));

    [Test]
    public void ShortColumn_IsRefused() => Assert.That(
        () => Dijkstra.From(CsrGraph.Directed(2, [0, 1], [1, 0]), [1L], 0),
        Throws.ArgumentException.With.Message.EqualTo("the column has 1 values for 2 edges; give one for each edge number (Parameter 'weights')"));

    [Test]
    public void SumBeyondLong_Overflows() => Assert.That(
        () => Dijkstra.From(CsrGraph.Directed(3, [0, 1], [1, 2]), [long.MaxValue, 1L], 0),
        Throws.TypeOf<OverflowException>());
}
