using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class DominatorsTests
{
    [Test]
    public void RandomGraphs_DominatorsAreThoseOfTheOracle() => RandomGraph.ForMany(graph =>
    {
        var tree = Dominators.From(graph.Csr, graph.Source);
        var nodes = Enumerable.Range(0, graph.NodeCount).ToList();
        return (
            string.Join("; ", nodes.Select(node => string.Join(' ', tree.DominatorsOf(node).Order()))),
            string.Join("; ", nodes.Select(node => string.Join(' ', nodes.Where(other => Dominates(graph, other, node))))));
    });

    [Test]
    public void RandomGraphs_ImmediateDominatorsAreTheLastBefore() => RandomGraph.ForMany(graph =>
    {
        var tree = Dominators.From(graph.Csr, graph.Source);
        var nodes = Enumerable.Range(0, graph.NodeCount).ToList();
        return (
            string.Join(' ', nodes.Select(node => $"{tree.ImmediateDominatorOf(node)}/{tree.Reaches(node)}")),
            string.Join(' ', nodes.Select(node => $"{Immediate(graph, node)}/{BruteGraph.Reach(graph, [graph.Source]).Contains(node)}")));
    });

    [Test]
    public void Diamond_IsDominatedByItsEntrance()
    {
        // a → b → {c, d} → e, and x that a does not reach.
        var graph = NamedGraph.Parse(isDirected: true, "a-b b-c b-d c-e d-e x-e");
        var tree = Dominators.From(graph.Csr, graph["a"]);
        Assert.That(graph.Text(tree.DominatorsOf(graph["e"])), Is.EqualTo("a b e"));
        Assert.That(tree.DominatorsOf(graph["x"]), Is.Empty);
        Assert.That(tree.ImmediateDominatorOf(graph["a"]), Is.Null);
    }

    private static bool Dominates(RandomGraph graph, int a, int node) =>
        BruteGraph.Reach(graph, [graph.Source]).Contains(node) && !BruteGraph.Reach(graph, [graph.Source], 1 << a).Contains(node);

    private static int? Immediate(RandomGraph graph, int node) => Enumerable.Range(0, graph.NodeCount)
        .Where(other => other != node && Dominates(graph, other, node))
        .OrderByDescending(other => Enumerable.Range(0, graph.NodeCount).Count(third => Dominates(graph, third, other)))
        .Select(other => (int?)other)
        .FirstOrDefault();
}
