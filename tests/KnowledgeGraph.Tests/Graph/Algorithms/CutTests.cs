using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class CutTests
{
    [Test]
    public void RandomGraphs_EdgeCutsAreThoseOfTheOracle() => RandomGraph.ForMany(graph =>
    {
        if (graph.Source == graph.Target)
        {
            return null;
        }

        var cut = MinEdgeCut.Between(graph.Csr, [graph.Source], [graph.Target]);
        var rest = BruteGraph.Reach(graph, [graph.Source], isRemoved: cut.Edges.Contains);
        Assert.That(rest, Has.No.Member(graph.Target), $"{graph}");
        Assert.That(cut.Edges, Has.Count.EqualTo(cut.Capacity));
        var (capacity, side) = BruteGraph.MinCut(graph, _ => 1);
        return ($"{cut.Capacity}: {string.Join(' ', cut.SourceSide)}", $"{capacity}: {string.Join(' ', side)}");
    });

    [Test]
    public void RandomGraphs_NodeCutsAreAsSmallAsTheOracleSaysAndCut() => RandomGraph.ForMany(graph =>
    {
        if (graph.Source == graph.Target)
        {
            return null;
        }

        var cut = MinNodeCut.Between(graph.Csr, [graph.Source], [graph.Target]);
        var rest = BruteGraph.Reach(graph, [graph.Source], cut?.Sum(node => 1 << node) ?? 0);
        Assert.That(rest.Contains(graph.Target), Is.EqualTo(cut is null), $"{graph}");
        return ($"{cut?.Count}", $"{BruteGraph.NodeCutSize(graph)}");
    });

    [Test]
    public void NodeCut_IsTheNearestToTheSources()
    {
        // Chain a → b → c → d: b and c would both do.
        var graph = NamedGraph.Parse(isDirected: true, "a-b b-c c-d");
        Assert.That(MinNodeCut.Between(graph.Csr, [graph["a"]], [graph["d"]]), Is.EqualTo(new[] { graph["b"] }));
    }

    [Test]
    public void SeveralEnds_AreNoPartOfTheCut()
    {
        // a and b lead over m to x and y; b is on the way from a, x on the way to y.
        var graph = NamedGraph.Parse(isDirected: true, "a-b a-m b-m m-x m-y x-y");
        var cut = MinNodeCut.Between(graph.Csr, [graph["a"], graph["b"]], [graph["x"], graph["y"]]);
        Assert.That(cut, Is.EqualTo(new[] { graph["m"] }));
    }

    [Test]
    public void NoWay_NothingToCut()
    {
        var graph = CsrGraph.Directed(3, [1], [0]);
        Assert.That(MinNodeCut.Between(graph, [0], [2]), Is.Empty);
        Assert.That(MinEdgeCut.Between(graph, [0], [2]).Edges, Is.Empty);
    }

    [Test]
    public void NeighbouringEnds_NoNodeCuts() =>
        Assert.That(MinNodeCut.Between(CsrGraph.Directed(3, [0, 1, 0], [1, 2, 2]), [0], [2]), Is.Null);
}
