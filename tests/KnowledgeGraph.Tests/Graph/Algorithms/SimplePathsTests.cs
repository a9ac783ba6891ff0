using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class SimplePathsTests
{
    [Test]
    public void RandomGraphs_AllWithinTheBoundInOrder() => RandomGraph.ForMany(graph =>
    {
        var maxHops = graph.Seed % 7;
        return (
            Text(SimplePaths.Between(graph.Csr, graph.Source, graph.Target, maxHops, most: 1_000).Paths),
            Text(Expected(graph).Where(path => path.Count <= maxHops + 1)));
    });

    [Test]
    public void RandomGraphs_Filtered_AreThoseOfTheFilteredGraph() => RandomGraph.ForMany(graph =>
    {
        var filter = new EdgeSet(graph.Seed);
        return (
            Text(SimplePaths.Between(graph.Csr, filter, graph.Source, graph.Target, maxHops: 5, most: 1_000).Paths),
            Text(SimplePaths.Between(filter.Of(graph), graph.Source, graph.Target, maxHops: 5, most: 1_000).Paths));
    });

    [Test]
    public void RandomGraphs_LimitGivesTheFirstAndSaysIfThereAreMore() => RandomGraph.ForMany(graph =>
    {
        var (most, all) = (1 + (graph.Seed % 3), Expected(graph).ToList());
        var found = SimplePaths.Between(graph.Csr, graph.Source, graph.Target, graph.NodeCount, most);
        return ($"{Text(found.Paths)} {found.IsCutShort}", $"{Text(all.Take(most))} {all.Count > most}");
    });

    [Test]
    public void CompleteGraph_GivesTheFirstAtOnce()
    {
        // 60 nodes: one path of a hop, 58 of two, 58 · 57 of three, which are not counted out.
        var nodes = Enumerable.Range(0, 60).ToList();
        var graph = CsrGraph.Directed(60, [.. nodes.SelectMany(_ => nodes)], [.. nodes.SelectMany(node => nodes.Select(_ => node))]);
        var found = SimplePaths.Between(graph, 0, 59, maxHops: 10, most: 60);
        Assert.That(found.IsCutShort, Is.True);
        Assert.That(Text(found.Paths.Skip(58)), Is.EqualTo("0 58 59\n0 1 2 59"));
    }

    private static IEnumerable<IReadOnlyList<int>> Expected(RandomGraph graph) => BruteGraph.SimplePaths(graph)
        .Select(path => path.Nodes)
        .OrderBy(path => path.Length)
        .ThenBy(path => string.Join(' ', path), StringComparer.Ordinal);

    private static string Text(IEnumerable<IReadOnlyList<int>> paths) => string.Join('\n', paths.Select(path => string.Join(' ', path)));
}
