using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>A million nodes in a row, in a ring and around a hub: no algorithm may recurse or turn quadratic.</summary>
[TestFixture]
internal sealed class LargeGraphTests
{
    private const int Size = 1_000_000;

    private static readonly int[] Steps = [.. Enumerable.Range(0, Size - 1)];
    private static readonly int[] NextSteps = [.. Enumerable.Range(1, Size - 1)];
    private static readonly long[] Ones = [.. Enumerable.Repeat(1L, Size - 1)];

    [Test]
    public void Chain_ShortestPathsRunToItsEnd()
    {
        var chain = CsrGraph.Directed(Size, Steps, NextSteps);
        Assert.That(BreadthFirst.From(chain, 0).DistanceTo(Size - 1), Is.EqualTo(Size - 1));
        Assert.That(Dijkstra.From(chain, Ones, 0).DistanceTo(Size - 1), Is.EqualTo(Size - 1L));
        Assert.That(KShortestPaths.Between(chain, Ones, 0, Size - 1).First().Nodes, Has.Count.EqualTo(Size));
    }

    [Test]
    public void Chain_FallsApartEverywhere()
    {
        var chain = CsrGraph.Directed(Size, Steps, NextSteps);
        var cuts = Biconnectivity.Of(chain.AsUndirected());
        Assert.That((cuts.ArticulationPoints.Count, cuts.Bridges.Count, cuts.BlockCount), Is.EqualTo((Size - 2, Size - 1, Size - 1)));
        Assert.That(StrongComponents.Of(chain).Count, Is.EqualTo(Size));
        Assert.That(WeakComponents.Of(chain).Count, Is.EqualTo(1));
        Assert.That(WeakComponents.Of(chain.Reversed()).Count, Is.EqualTo(1));
        Assert.That(Dominators.From(chain, 0).DominatorsOf(Size - 1), Has.Count.EqualTo(Size));
    }

    [Test]
    public void Chain_CarriesOneUnit()
    {
        var chain = CsrGraph.Directed(Size, Steps, NextSteps);
        Assert.That(MaxFlow.Between(chain, Ones, [0], [Size - 1]).Cut.Edges, Is.EqualTo(new[] { 0 }));
        Assert.That(MinNodeCut.Between(chain, [0], [Size - 1]), Is.EqualTo(new[] { 1 }));
        Assert.That(DisjointPaths.ByNodes(chain, 0, Size - 1).Single(), Has.Count.EqualTo(Size));
    }

    [Test]
    public void Ring_IsOneStrongComponentWithoutBridges()
    {
        var ring = CsrGraph.Directed(Size, [.. Steps, Size - 1], [.. NextSteps, 0]);
        Assert.That(StrongComponents.Of(ring).Count, Is.EqualTo(1));
        Assert.That(Biconnectivity.Of(ring.AsUndirected()).BlockCount, Is.EqualTo(1));
        Assert.That(Biconnectivity.Of(ring.AsUndirected()).Bridges, Is.Empty);
        Assert.That(Dominators.From(ring, 5).ImmediateDominatorOf(4), Is.EqualTo(3));
    }

    [Test]
    public void Star_HangsOnItsHub()
    {
        var star = CsrGraph.Undirected(Size, [.. Enumerable.Repeat(0, Size - 1)], NextSteps);
        Assert.That(BreadthFirst.From(star, 7).Reached, Has.Count.EqualTo(Size));
        Assert.That(Biconnectivity.Of(star).ArticulationPoints, Is.EqualTo(new[] { 0 }));
        Assert.That(Dominators.From(star, 7).DominatorsOf(8), Is.EqualTo(new[] { 7, 0, 8 }));
        Assert.That(MinNodeCut.Between(star, [7], [8]), Is.EqualTo(new[] { 0 }));
        Assert.That(KShortestPaths.Between(star, Ones, 7, 8).ToList(), Has.Count.EqualTo(1));
        Assert.That(WeakComponents.Of(star).Sizes, Is.EqualTo(new[] { Size }));
    }

    [Test]
    public void CallerGaveUp_EveryAlgorithmStops()
    {
        var given = new CancellationToken(canceled: true);
        var graph = CsrGraph.Undirected(3, [0, 1], [1, 2]);
        long[] ones = [1, 1];
        Action[] calls =
        [
            () => BreadthFirst.From(graph, 0, cancellation: given), () => Dijkstra.From(graph, ones, 0, cancellation: given),
            () => _ = KShortestPaths.Between(graph, ones, 0, 2, given).First(), () => WeakComponents.Of(graph, given),
            () => StrongComponents.Of(graph, given), () => Biconnectivity.Of(graph, given), () => Dominators.From(graph, 0, given),
            () => MaxFlow.Between(graph, ones, [0], [2], given), () => MinEdgeCut.Between(graph, [0], [2], given),
            () => MinNodeCut.Between(graph, [0], [2], given), () => DisjointPaths.ByEdges(graph, 0, 2, cancellation: given),
            () => DisjointPaths.ByNodes(graph, 0, 2, cancellation: given),
        ];
        Assert.That(calls, Has.All.Matches<Action>(call => Assert.Catch<OperationCanceledException>(call) is not null));
    }
}
