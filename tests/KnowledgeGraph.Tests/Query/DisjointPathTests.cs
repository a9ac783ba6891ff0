using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

[TestFixture]
internal sealed class DisjointPathTests
{
    [Test]
    public void ShortestPathInTheWay_IsGivenUp()
    {
        //   s ── 1 ── 2 ── t           the shortest path leaves no second one:
        //   │    └─ 5 ── 3 ──┐         s 1 5 3 t and s 4 6 2 t need its nodes
        //   └─ 4 ── 6 ── 2   t
        var graph = Hops("s1 12 2t 15 53 3t s4 46 62");

        Assert.That(Paths(graph, PathMode.NodeDisjoint, 1), Is.EqualTo(new[] { "s 1 2 t" }));
        Assert.That(Paths(graph, PathMode.NodeDisjoint, 2), Is.EqualTo(new[] { "s 1 5 3 t", "s 4 6 2 t" }));
        Assert.That(Paths(graph, PathMode.EdgeDisjoint, 2), Is.EqualTo(new[] { "s 1 5 3 t", "s 4 6 2 t" }));
    }

    [Test]
    public void FewestHopsInAll_BeatAShorterFirstPath()
    {
        //   as above, with s ─ a ─ b ─ c ─ d ─ e ─ f ─ t beside it: 3 + 7 hops against 4 + 4
        var graph = Hops("s1 12 2t 15 53 3t s4 46 62 sa ab bc cd de ef ft");

        Assert.That(Paths(graph, PathMode.NodeDisjoint, 2), Is.EqualTo(new[] { "s 1 5 3 t", "s 4 6 2 t" }));
        Assert.That(Paths(graph, PathMode.NodeDisjoint, 3), Is.EqualTo(new[] { "s 1 5 3 t", "s 4 6 2 t", "s a b c d e f t" }));
    }

    [Test]
    public void NarrowPlace_PartsNodesFromEdges()
    {
        //   s ─ a ─┐   ┌─ c ─ t
        //          ├ m ┤
        //   s ─ b ─┘   └─ d ─ t
        var graph = Hops("sa sb am bm mc md ct dt");

        Assert.That(Paths(graph, PathMode.EdgeDisjoint, 5), Is.EqualTo(new[] { "s a m c t", "s b m d t" }));
        Assert.That(Paths(graph, PathMode.NodeDisjoint, 5), Is.EqualTo(new[] { "s a m c t" }));
    }

    [Test]
    public void SecondPathOfTheSameLength_GoesRoundTheNodesOfTheFirst()
    {
        //   s ─ b ─ m ─ d ─ t
        //   s ─ c ─┤├ e ─ t     s c m e t is the first that shares no hop with s b m d t, but it shares m
        //          └─ n ┘
        var graph = Hops("sb bm md dt sc cm me et cn ne");

        Assert.That(Paths(graph, PathMode.EdgeDisjoint, 2), Is.EqualTo(new[] { "s b m d t", "s c m e t" }));
        Assert.That(Paths(graph, PathMode.NodeDisjoint, 2), Is.EqualTo(new[] { "s b m d t", "s c n e t" }));
    }

    [Test]
    public void OppositeDirections_AreDifferentPairs()
    {
        //   s ─ a ─ b ─ t, s ─ b, a ─ t and b ─ a: s a b t and s b a t share no ordered pair
        var graph = Hops("sa ab bt sb ba at");

        Assert.That(Paths(graph, PathMode.EdgeDisjoint, 2), Is.EqualTo(new[] { "s a t", "s b t" }));
        Assert.That(Paths(Hops("sa ab bt sb ba ac ct"), PathMode.EdgeDisjoint, 2), Is.EqualTo(new[] { "s b t", "s a c t" }));
    }

    [Test]
    public void DirectHop_IsOnePathWhateverItsFacts() =>
        Assert.That(Paths(Hops("st st sa at"), PathMode.NodeDisjoint, 3), Is.EqualTo(new[] { "s t", "s a t" }));

    [Test]
    public void Products_CountForEachPath()
    {
        //   rocket needs chip from maker, and a lens from other; both get chips alone from plant
        var graph = new GraphBuilder()
            .Node("rocket", "Weapon").Node("lens", "Product").Node("chip", "Product")
            .Fact("maker", "SUPPLIES_COMPONENT_FOR", "rocket", product: "chip")
            .Fact("other", "SUPPLIES_COMPONENT_FOR", "rocket", product: "lens")
            .Fact("plant", "SUPPLIES_TO", "maker", product: "chip")
            .Fact("plant", "SUPPLIES_TO", "other", product: "chip");
        var question = new PathQuestion { From = "rocket", To = "plant", Mode = PathMode.NodeDisjoint, K = 2 };

        Assert.That(Paths(graph, question), Is.EqualTo(new[] { "rocket maker plant" }));
        Assert.That(Paths(graph, question with { Filter = new() { Products = ProductRule.Any } }), Is.EqualTo(new[] { "rocket maker plant", "rocket other plant" }));
    }

    [Test]
    public void MaxHops_BoundsEachPath() =>
        Assert.That(
            Paths(Hops("s1 12 2t 15 53 3t s4 46 62"), new() { From = "s", To = "t", Mode = PathMode.NodeDisjoint, K = 2, MaxHops = 3 }),
            Is.EqualTo(new[] { "s 1 2 t" }));

    [Test]
    public void Limit_IsNamedOnlyIfThereAreMore()
    {
        var graph = Hops("sa at sb bt");
        var question = new PathQuestion { From = "s", To = "t", Mode = PathMode.NodeDisjoint, K = 5, Bounds = new SearchBounds(Limit: 1) };

        Assert.That(graph.Ask(question).Stopped, Is.EqualTo(StopReason.Limit));
        Assert.That(graph.Ask(question with { Bounds = new SearchBounds(Limit: 2) }).Stopped, Is.EqualTo(StopReason.None));
    }

    [Test]
    public void FromIsTo_IsOnePath() =>
        Assert.That(Paths(Hops("sa as"), new() { From = "s", To = "s", Mode = PathMode.EdgeDisjoint, K = 3 }), Is.EqualTo(new[] { "s" }));

    [Test]
    public void AnotherOrder_IsRefused() => Assert.That(
        () => Hops("st").Ask(new PathQuestion { From = "s", To = "t", Mode = PathMode.EdgeDisjoint, Order = PathOrder.Width }),
        Throws.InstanceOf<QuestionException>().With.Message.EqualTo(
            "disjoint paths are chosen by their hops in all; leave out the other order, or the disjointness"));

    /// <summary>A graph of pairs of one-letter nodes, the first depending on the second.</summary>
    private static GraphBuilder Hops(string pairs) =>
        pairs.Split(' ').Aggregate(new GraphBuilder(), (graph, pair) => graph.Fact(pair[..1], "DEPENDS_ON", pair[1..]));

    private static IEnumerable<string> Paths(GraphBuilder graph, PathMode mode, int k) =>
        Paths(graph, new() { From = "s", To = "t", Mode = mode, K = k });

    private static IEnumerable<string> Paths(GraphBuilder graph, PathQuestion question) =>
        graph.Ask(question).Result.Paths.Select(path => string.Join(' ', path.Nodes));
}
