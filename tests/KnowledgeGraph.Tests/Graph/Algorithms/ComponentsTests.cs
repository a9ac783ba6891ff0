using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class ComponentsTests
{
    [Test]
    public void RandomGraphs_WeakComponentsAreThoseOfTheOracle() => RandomGraph.ForMany(graph => (
        Text(WeakComponents.Of(graph.Csr), graph.NodeCount),
        Text(graph, (a, b) => Reaches(graph, a, b) || ConnectsLoosely(graph, a, b))));

    [Test]
    public void RandomGraphs_StrongComponentsAreThoseOfTheOracle() => RandomGraph.ForMany(graph => (
        Text(StrongComponents.Of(graph.Csr), graph.NodeCount),
        Text(graph, (a, b) => Reaches(graph, a, b) && Reaches(graph, b, a))));

    [Test]
    public void Empty_HasNoComponents()
    {
        var graph = CsrGraph.Directed(0, [], []);
        Assert.That(WeakComponents.Of(graph).Count, Is.Zero);
        Assert.That(StrongComponents.Of(graph).Count, Is.Zero);
    }

    [Test]
    public void Components_AreNumberedByTheirLeastNodes()
    {
        var components = StrongComponents.Of(CsrGraph.Directed(5, [4, 1, 3, 0, 2], [1, 4, 2, 3, 2]));
        Assert.That(Enumerable.Range(0, 5).Select(components.Of), Is.EqualTo(new[] { 0, 1, 2, 3, 1 }));
        Assert.That(components.Sizes, Is.EqualTo(new[] { 1, 2, 1, 1 }));
    }

    private static bool Reaches(RandomGraph graph, int a, int b) => BruteGraph.Reach(graph, [a]).Contains(b);

    // The closure of "an edge joins them, whichever way it leads".
    private static bool ConnectsLoosely(RandomGraph graph, int a, int b)
    {
        var reached = new HashSet<int> { a };
        for (var count = 0; count < reached.Count;)
        {
            count = reached.Count;
            reached.UnionWith(graph.Steps().Where(step => reached.Contains(step.From)).Select(step => step.To).ToList());
            reached.UnionWith(graph.Steps().Where(step => reached.Contains(step.To)).Select(step => step.From).ToList());
        }

        return reached.Contains(b);
    }

    private static string Text(Components components, int nodeCount) => string.Join(' ', Enumerable.Range(0, nodeCount).Select(components.Of));

    private static string Text(RandomGraph graph, Func<int, int, bool> areTogether)
    {
        var leasts = Enumerable.Range(0, graph.NodeCount).Select(a => Enumerable.Range(0, graph.NodeCount).First(b => a == b || areTogether(a, b))).ToList();
        var numbers = leasts.Distinct().Order().ToList();
        return string.Join(' ', leasts.Select(least => numbers.IndexOf(least)));
    }
}
