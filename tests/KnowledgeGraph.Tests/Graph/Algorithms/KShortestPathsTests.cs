using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class KShortestPathsTests
{
    [Test]
    public void RandomGraphs_AllSimplePathsInOrder() => RandomGraph.ForMany(graph => (
        Text(KShortestPaths.Between(graph.Csr, graph.Weights, graph.Source, graph.Target).Select(path => (path.Weight, path.Nodes))),
        Text(BruteGraph.SimplePaths(graph).Select(path => (path.Weight, (IReadOnlyList<int>)path.Nodes)))));

    [Test]
    public void RandomGraphs_DoublesGiveTheSameOrder() => RandomGraph.ForMany(graph =>
    {
        double[] quarters = [.. graph.Weights.Select(weight => weight / 4.0)];
        return (
            Text(KShortestPaths.Between(graph.Csr, quarters, graph.Source, graph.Target).Select(path => ((long)(4 * path.Weight), path.Nodes))),
            Text(BruteGraph.SimplePaths(graph).Select(path => (path.Weight, (IReadOnlyList<int>)path.Nodes))));
    });

    [Test]
    public void CompleteGraph_GivesTheFirstAtOnce()
    {
        var nodes = Enumerable.Range(0, 60).ToList();
        var from = nodes.SelectMany(_ => nodes).ToList();
        var to = nodes.SelectMany(node => nodes.Select(_ => node)).ToList();
        long[] ones = [.. Enumerable.Repeat(1L, from.Count)];
        var first = KShortestPaths.Between(CsrGraph.Directed(60, from, to), ones, 0, 59).Take(61).Select(path => string.Join(' ', path.Nodes)).ToList();
        Assert.That(first[..2], Is.EqualTo(new[] { "0 59", "0 1 59" }));
        Assert.That(first[58..], Is.EqualTo(new[] { "0 58 59", "0 1 2 59", "0 1 3 59" }));
    }

    [Test]
    public void AfterOtherSearchesInTheGraph_TheSamePaths()
    {
        var graph = NamedGraph.Parse(isDirected: true, "a-b b-c c-d a-d a-c");
        var weights = new WeightedGraph<long>(graph.Csr, [1, 1, 1, 9, 5]);
        ShortestPath.Between(weights.Graph, graph["a"], graph["c"], []);
        Assert.That(
            KShortestPaths.Between(weights, graph["a"], graph["d"]).Select(path => $"{path.Weight}: {graph.Text(path.Nodes)}"),
            Is.EqualTo(new[] { "3: a b c d", "6: a c d", "9: a d" }));
    }

    [Test]
    public void SourceIsTarget_OnePathOfOneNode()
    {
        var paths = KShortestPaths.Between(CsrGraph.Directed(2, [0, 0, 1], [0, 1, 0]), [1L, 1, 1], 0, 0).ToList();
        Assert.That(paths, Has.Count.EqualTo(1));
        Assert.That((paths[0].Weight, paths[0].Nodes), Is.EqualTo((0L, new[] { 0 })));
    }

    [Test]
    public void WrongArguments_AreRefusedBeforeEnumerating() => Assert.That(
        () => KShortestPaths.Between(CsrGraph.Directed(2, [0], [1]), [-1L], 0, 1),
        Throws.ArgumentException.With.Message.EqualTo("edge 0 weighs -1; weights are finite and not below 0 (Parameter 'weights')"));

    [Test]
    public void CallerGivesUp_EnumerationEnds()
    {
        using var cancellation = new CancellationTokenSource();
        using var paths = KShortestPaths.Between(CsrGraph.Undirected(3, [0, 1, 2], [1, 2, 0]), [1L, 1, 1], 0, 1, cancellation.Token).GetEnumerator();
        Assert.That(paths.MoveNext(), Is.True);
        cancellation.Cancel();
        Assert.That(() => paths.MoveNext(), Throws.InstanceOf<OperationCanceledException>());
    }

    private static string Text(IEnumerable<(long Weight, IReadOnlyList<int> Nodes)> paths) =>
        string.Join("\n", paths.Select(path => $"{path.Weight}: {string.Join(' ', path.Nodes)}"));
}
