using KnowledgeGraph.Graph;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph;

[TestFixture]
internal sealed class EmbeddedGraphTests
{
    // a ⇉ b (f01, f02), a → c (f03)
    [Test]
    public void ParallelFacts_StandSideBySideInOrder()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("a", "DEPENDS_ON", "b").Fact("a", "DEPENDS_ON", "c").Graph();
        Assert.That(Rows(graph, graph.Dependencies), Is.EqualTo(new[] { "a: b/f01 b/f02 c/f03", "b:", "c:" }));
        Assert.That(Rows(graph, graph.Dependents), Is.EqualTo(new[] { "a:", "b: a/f01 a/f02", "c: a/f03" }));
    }

    // seller ← buyer: the buyer depends on the seller
    [Test]
    public void ObjectThatDepends_LeadsToTheSubject()
    {
        var graph = new GraphBuilder().Fact("seller", "SUPPLIES_TO", "buyer").Graph();
        Assert.That(Rows(graph, graph.Dependencies), Is.EqualTo(new[] { "buyer: seller/f01", "seller:" }));
    }

    // a ↺
    [Test]
    public void SelfLoop_IsOneEdgeEvenIfSymmetric()
    {
        var graph = new GraphBuilder().Fact("a", "ALLIED_WITH", "a").Fact("a", "DEPENDS_ON", "a").Graph();
        Assert.That(Rows(graph, graph.Dependencies), Is.EqualTo(new[] { "a: a/f01 a/f02" }));
    }

    // a ↔ b
    [Test]
    public void SymmetricFact_LeadsBothWays()
    {
        var graph = new GraphBuilder().Fact("b", "ALLIED_WITH", "a").Graph();
        Assert.That(Rows(graph, graph.Dependencies), Is.EqualTo(new[] { "a: b/f01", "b: a/f01" }));
    }

    // buyer → seller, for chips and for lenses
    [Test]
    public void SeveralProducts_GiveAnEdgeEach()
    {
        var graph = new GraphBuilder().Node("chips", "Product").Node("lenses", "Product")
            .Fact("seller", "SUPPLIES_TO", "buyer", fact => fact with { Roles = GraphBuilder.Products("lenses", "chips") }).Graph();
        var products = graph.Dependencies.Edges(graph.IndexOf("buyer")).ToArray().Select(edge => graph.NodeAt(graph.Edges.Product[edge]).Id);
        Assert.That(products, Is.EqualTo(new[] { "lenses", "chips" }));
        Assert.That(graph.Edges.Count, Is.EqualTo(2));
    }

    [Test]
    public void ProductPlaces_AreReadFromTheType()
    {
        var graph = new GraphBuilder().Node("chip", "Product").Node("missile", "Weapon")
            .Fact("maker", "PRODUCES", "missile").Fact("chip", "COMPONENT_OF", "missile").Fact("a", "SUPPLIES_TO", "b").Fact("a", "CONTROLS", "b").Graph();
        var products = Enumerable.Range(0, graph.Edges.Count).OrderBy(edge => graph.Edges.Fact[edge]).Select(edge => graph.Edges.Product[edge]).Select(product => product < 0 ? "-" : graph.NodeAt(product).Id);
        Assert.That(products, Is.EqualTo(new[] { "missile", "chip", "-", "-" }));
    }

    [Test]
    public void LiteralValueInPlaceOfTheObject_IsNoEdge() => Assert.That(
        new GraphBuilder().Fact("a", "EARNS_FROM", "b", fact => fact with { Object = null }).Graph().Edges.Count, Is.Zero);

    [Test]
    public void UnknownId_ThrowsWithNearOnes() => Assert.That(
        () => new GraphBuilder().Node("integral", "Company").Node("peleng", "Company").Graph().IndexOf("intergal"),
        Throws.InstanceOf<KeyNotFoundException>().With.Message.EqualTo("no node has the id \"intergal\"; near: integral"));

    private static IEnumerable<string> Rows(EmbeddedGraph graph, Adjacency rows) => Enumerable.Range(0, graph.NodeCount).Select(node =>
        $"{graph.NodeAt(node).Id}: {string.Join(' ', Row(graph, rows, node))}".TrimEnd());

    private static IEnumerable<string> Row(EmbeddedGraph graph, Adjacency rows, int node) =>
        rows.Neighbours(node).ToArray().Zip(rows.Edges(node).ToArray(), (neighbour, edge) => $"{graph.NodeAt(neighbour).Id}/{graph.FactOf(edge).Id}");
}
