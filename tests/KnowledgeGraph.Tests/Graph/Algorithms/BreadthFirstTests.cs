using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class BreadthFirstTests
{
    [Test]
    public void RandomGraphs_HopsAndFirstPathsAreThoseOfTheOracle() => RandomGraph.ForMany(graph =>
    {
        var shortest = BruteGraph.SimplePaths(graph).OrderBy(path => path.Nodes.Length).ThenBy(path => string.Join(' ', path.Nodes), StringComparer.Ordinal);
        var tree = BreadthFirst.From(graph.Csr, graph.Source);
        return (
            tree.PathTo(graph.Target) is { } path ? $"{tree.DistanceTo(graph.Target)}: {string.Join(' ', path)}" : "none",
            shortest.Select(path => $"{path.Nodes.Length - 1}: {string.Join(' ', path.Nodes)}").FirstOrDefault("none"));
    });

    [Test]
    public void RandomGraphs_ReachedAreThoseOfTheOracle() => RandomGraph.ForMany(graph => (
        string.Join(' ', BreadthFirst.From(graph.Csr, graph.Source).Reached.Order()),
        string.Join(' ', BruteGraph.Reach(graph, [graph.Source]).Order())));

    [Test]
    public void Bounded_NodesFartherOffAreNotReached()
    {
        var graph = NamedGraph.Parse(isDirected: true, "a-b b-c c-d a-e");
        var tree = BreadthFirst.From(graph.Csr, graph["a"], maxHops: 2);
        Assert.That(graph.Text(tree.Reached), Is.EqualTo("a b e c"));
        Assert.That(tree.DistanceTo(graph["d"]), Is.Null);
        Assert.That(tree.PathTo(graph["d"]), Is.Null);
    }

    [Test]
    public void SourceAlone_IsReachedInNoHops()
    {
        var tree = BreadthFirst.From(CsrGraph.Directed(1, [0], [0]), 0);
        Assert.That(tree.Reached, Is.EqualTo(new[] { 0 }));
        Assert.That(tree.PathTo(0), Is.EqualTo(new[] { 0 }));
        Assert.That(tree.DistanceTo(0), Is.Zero);
    }
}
