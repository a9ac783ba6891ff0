using KnowledgeGraph.Graph.Algorithms;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class CsrGraphTests
{
    // 0 → 2 twice, 0 → 1, 1 → 0, a loop at 2, nothing at 3.
    private static readonly int[] From = [0, 0, 1, 2, 0];
    private static readonly int[] To = [2, 1, 0, 2, 2];

    [Test]
    public void Directed_RowsGoByNeighbourThenEdge() => Assert.That(
        Rows(CsrGraph.Directed(4, From, To)),
        Is.EqualTo(new[] { "0: 1/1 2/0 2/4", "1: 0/2", "2: 2/3", "3:" }));

    [Test]
    public void Undirected_EdgesStandAtBothEndsAndLoopsOnce() => Assert.That(
        Rows(CsrGraph.Undirected(4, From, To)),
        Is.EqualTo(new[] { "0: 1/1 1/2 2/0 2/4", "1: 0/1 0/2", "2: 0/0 0/4 2/3", "3:" }));

    [Test]
    public void Reversed_EdgesKeepTheirNumbers()
    {
        var graph = CsrGraph.Directed(4, From, To).Reversed();
        Assert.That(Rows(graph), Is.EqualTo(new[] { "0: 1/2", "1: 0/1", "2: 0/0 0/4 2/3", "3:" }));
        Assert.That((graph.From(1), graph.To(1)), Is.EqualTo((1, 0)));
    }

    [Test]
    public void AsUndirected_IsTheUndirectedGraph() => Assert.That(
        Rows(CsrGraph.Directed(4, From, To).AsUndirected()), Is.EqualTo(Rows(CsrGraph.Undirected(4, From, To))));

    [Test]
    public void WithoutParallels_LeastNumbersStay() => Assert.That(
        Rows(CsrGraph.Undirected(4, From, To).WithoutParallels()),
        Is.EqualTo(new[] { "0: 1/1 2/0", "1: 0/1", "2: 0/0 2/3", "3:" }));

    [Test]
    public void ViewOfFacts_AsksTheMaskOnceAnEdgeAndKeepsNumbers()
    {
        var facts = new GraphBuilder().Fact("b", "DEPENDS_ON", "c").Fact("a", "DEPENDS_ON", "c").Fact("a", "DEPENDS_ON", "b").Graph();
        var asked = new List<int>();
        var graph = CsrGraph.Of(facts, edge =>
        {
            asked.Add(edge);
            return edge != 1;
        });
        Assert.That(Rows(graph), Is.EqualTo(new[] { "0: 1/0", "1: 2/2", "2:" }));
        Assert.That(Rows(graph.Reversed()), Is.EqualTo(new[] { "0:", "1: 0/0", "2: 1/2" }));
        Assert.That(Rows(graph.AsUndirected()), Is.EqualTo(new[] { "0: 1/0", "1: 0/0 2/2", "2: 1/2" }));
        Assert.That(asked.Order(), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(graph.EdgeCount, Is.EqualTo(facts.Edges.Count));
    }

    [Test]
    public void Empty_HasNoNodesAndNoEdges()
    {
        var graph = CsrGraph.Directed(0, [], []);
        Assert.That((graph.NodeCount, graph.EdgeCount), Is.EqualTo((0, 0)));
        Assert.That(graph.AsUndirected().Reversed().WithoutParallels().NodeCount, Is.Zero);
    }

    [Test]
    public void WrongEnds_AreNamed()
    {
        Assert.That(
            () => CsrGraph.Directed(2, [0, 1], [1, 2]),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("edge 1 ends at node 2; there are 2 nodes, from 0 (Parameter 'to')"));
        Assert.That(
            () => CsrGraph.Undirected(2, [0, 1], [1]),
            Throws.ArgumentException.With.Message.EqualTo("2 edges have a first end and 1 a second; give both for each edge (Parameter 'to')"));
        Assert.That(
            () => BreadthFirst.From(CsrGraph.Directed(2, [], []), 2),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("there is no node 2; nodes run from 0 up to, not including, 2 (Parameter 'source')"));
    }

    private static IEnumerable<string> Rows(CsrGraph graph) => Enumerable.Range(0, graph.NodeCount).Select(node =>
        $"{node}:" + string.Concat(graph.Neighbours(node).ToArray().Zip(graph.Edges(node).ToArray()).Select(entry => $" {entry.First}/{entry.Second}")));
}
