using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class MaxFlowTests
{
    [Test]
    public void RandomGraphs_ValueAndCutAreThoseOfTheOracle() => RandomGraph.ForMany(graph =>
    {
        if (graph.Source == graph.Target)
        {
            return null;
        }

        var flow = MaxFlow.Between(graph.Csr, graph.Weights, [graph.Source], [graph.Target]);
        var (capacity, side) = BruteGraph.MinCut(graph, edge => graph.Weights[edge]);
        Assert.That(FlowCheck.Problems(graph.Csr, graph.Weights, flow, [graph.Source], [graph.Target]), Is.Empty, $"{graph}");
        return ($"{flow.Value}: {string.Join(' ', flow.Cut.SourceSide)}", $"{capacity}: {string.Join(' ', side)}");
    });

    [Test]
    public void SeveralEnds_AddUp()
    {
        // a and b feed c, which feeds d and e.
        var graph = NamedGraph.Parse(isDirected: true, "a-c b-c c-d c-e");
        long[] capacities = [3, 4, 2, 9];
        var flow = MaxFlow.Between(graph.Csr, capacities, [graph["a"], graph["b"], graph["a"]], [graph["d"], graph["e"]]);
        Assert.That(flow.Value, Is.EqualTo(7));
        Assert.That(flow.Cut.Edges.Select(graph.EdgeText), Is.EqualTo(new[] { "a-c", "b-c" }));
        Assert.That(flow.On(3), Is.GreaterThanOrEqualTo(5));
    }

    [Test]
    public void UndirectedEdge_CarriesEitherWay()
    {
        var graph = NamedGraph.Parse(isDirected: false, "b-a b-c");
        var flow = MaxFlow.Between(graph.Csr, [5, 3], [graph["a"]], [graph["c"]]);
        Assert.That((flow.Value, flow.On(0), flow.On(1)), Is.EqualTo((3, -3, 3)));
    }

    [Test]
    public void GreatestCapacity_DoesNotOverflow()
    {
        var graph = CsrGraph.Undirected(2, [0, 0], [1, 1]);
        Assert.That(MaxFlow.Between(graph, [MaxFlow.GreatestCapacity, MaxFlow.GreatestCapacity], [0], [1]).Value, Is.EqualTo(long.MaxValue - 1));
    }

    [Test]
    public void WrongArguments_AreNamed()
    {
        var graph = CsrGraph.Directed(2, [0], [1]);
        Assert.That(
            () => MaxFlow.Between(graph, [-1], [0], [1]),
            Throws.ArgumentException.With.Message.EqualTo("edge 0 has the capacity -1; capacities run from 0 to 4611686018427387903 (Parameter 'capacities')"));
        Assert.That(
            () => MaxFlow.Between(graph, [1], [0], [1, 0]),
            Throws.ArgumentException.With.Message.EqualTo("node 0 is both a source and a sink; nothing lies between (Parameter 'sinks')"));
        Assert.That(
            () => MaxFlow.Between(graph, [1], [], [1]),
            Throws.ArgumentException.With.Message.EqualTo("the list is empty; give at least one node (Parameter 'sources')"));
    }
}
