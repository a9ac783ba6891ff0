using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

[TestFixture]
internal sealed class PathOrderTests
{
    //            0.5
    //   a ───────────────── t
    //   a ─0.9─ b ─── 0.9 ── t
    //   a ─ 1 ─ c ─0.95─ d ─1─ t
    private static readonly GraphBuilder Three = new GraphBuilder()
        .Fact("a", "DEPENDS_ON", "t", 0.5)
        .Fact("a", "DEPENDS_ON", "b", 0.9)
        .Fact("b", "DEPENDS_ON", "t", 0.9)
        .Fact("a", "DEPENDS_ON", "c", 1)
        .Fact("c", "DEPENDS_ON", "d", 0.95)
        .Fact("d", "DEPENDS_ON", "t", 1);

    [TestCase(PathOrder.Hops, "a t")]
    [TestCase(PathOrder.Reliability, "a c d t")]
    [TestCase(PathOrder.Width, "a c d t")]
    public void Best_IsBestByTheOrder(PathOrder order, string path) =>
        Assert.That(Paths(Three, new() { From = "a", To = "t", Order = order }), Is.EqualTo(new[] { path }));

    [TestCase(PathOrder.Hops, "a t", "a b t", "a c d t")]
    [TestCase(PathOrder.Reliability, "a c d t", "a b t", "a t")]
    [TestCase(PathOrder.Width, "a c d t", "a b t", "a t")]
    public void All_StandInOrder(PathOrder order, params string[] paths) =>
        Assert.That(Paths(Three, new() { From = "a", To = "t", Order = order, Mode = PathMode.All }), Is.EqualTo(paths));

    [Test]
    public void ReliabilityAndWidth_Differ()
    {
        //   a ─0.7─ t              product 0.7,   weakest link 0.7
        //   a ─0.8─ b ─0.8─ t      product 0.64,  weakest link 0.8
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "t", 0.7).Fact("a", "DEPENDS_ON", "b", 0.8).Fact("b", "DEPENDS_ON", "t", 0.8);

        Assert.That(Paths(graph, new() { From = "a", To = "t", Order = PathOrder.Reliability }), Is.EqualTo(new[] { "a t" }));
        Assert.That(Paths(graph, new() { From = "a", To = "t", Order = PathOrder.Width }), Is.EqualTo(new[] { "a b t" }));
    }

    [Test]
    public void ProductsEqualButForRounding_AreEquallyReliable()
    {
        //   a ─0.6─ x ─0.3─ t      0.6 × 0.3 = 0.18
        //   a ─0.9─ b ─0.2─ t      0.9 × 0.2 = 0.18, as doubles a little more
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "x", 0.6).Fact("x", "DEPENDS_ON", "t", 0.3)
            .Fact("a", "DEPENDS_ON", "b", 0.9).Fact("b", "DEPENDS_ON", "t", 0.2);

        Assert.That(Paths(graph, new() { From = "a", To = "t", Order = PathOrder.Reliability }), Is.EqualTo(new[] { "a b t", "a x t" }));
    }

    [Test]
    public void EquallyGoodPaths_StandByHopsThenIds()
    {
        //   a ─ t      a ─ c ─ t      a ─ b ─ t      a ─ b ─ c ─ t, all certain
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "t").Fact("a", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "t")
            .Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "t").Fact("b", "DEPENDS_ON", "c");
        string[] inOrder = ["a t", "a b t", "a c t", "a b c t"];

        Assert.That(Paths(graph, new() { From = "a", To = "t", Order = PathOrder.Reliability }), Is.EqualTo(inOrder));
        Assert.That(Paths(graph, new() { From = "a", To = "t", Order = PathOrder.Width }), Is.EqualTo(inOrder));
    }

    [Test]
    public void WorthlessFacts_StandByHopsToo()
    {
        //   a ─0─ t      a ─1─ b ─0─ t      a ─0─ c ─1─ d ─1─ t
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "t", 0)
            .Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "t", 0)
            .Fact("a", "DEPENDS_ON", "c", 0).Fact("c", "DEPENDS_ON", "d").Fact("d", "DEPENDS_ON", "t");

        Assert.That(
            Paths(graph, new() { From = "a", To = "t", Order = PathOrder.Reliability, Mode = PathMode.All }),
            Is.EqualTo(new[] { "a t", "a b t", "a c d t" }));
    }

    [TestCase(0.5, 0.9)]
    [TestCase(0.9, 0.5)]
    public void ParallelFacts_CountByTheMostReliable(double first, double second)
    {
        //   a ─0.5 and 0.9─ x ─1─ t      0.9
        //   a ────── 0.7 ── b ─1─ t      0.7
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "x", first).Fact("a", "DEPENDS_ON", "x", second).Fact("x", "DEPENDS_ON", "t")
            .Fact("a", "DEPENDS_ON", "b", 0.7).Fact("b", "DEPENDS_ON", "t");

        Assert.That(
            Paths(graph, new() { From = "a", To = "t", Order = PathOrder.Reliability, Mode = PathMode.All }),
            Is.EqualTo(new[] { "a x t", "a b t" }));
    }

    [Test]
    public void Reliability_IsThatOfAConsistentChoice()
    {
        //                    ┌ lens, 0.9 ┐                ┌ chip, 0.8 ┐
        //   rocket needs ────┤           ├─ maker gets ───┤           ├─ plant      lens never goes with chip: 0.3 × 0.8
        //                    └ chip, 0.3 ┘
        //   rocket needs chip, 0.5 ── other gets chip, 0.5 ── plant                 0.5 × 0.5
        var graph = new GraphBuilder()
            .Node("rocket", "Weapon").Node("lens", "Product").Node("chip", "Product")
            .Fact("maker", "SUPPLIES_COMPONENT_FOR", "rocket", 0.9, "lens")
            .Fact("maker", "SUPPLIES_COMPONENT_FOR", "rocket", 0.3, "chip")
            .Fact("plant", "SUPPLIES_TO", "maker", 0.8, "chip")
            .Fact("other", "SUPPLIES_COMPONENT_FOR", "rocket", 0.5, "chip")
            .Fact("plant", "SUPPLIES_TO", "other", 0.5, "chip");

        var answer = graph.Ask(new PathQuestion { From = "rocket", To = "plant", Order = PathOrder.Reliability });

        Assert.That(answer.Result.Paths.Select(path => string.Join(' ', path.Nodes)), Is.EqualTo(new[] { "rocket other plant" }));
        Assert.That(answer.Result.Paths[0].Product, Is.EqualTo(0.25));
    }

    [Test]
    public void FewerThanThereAre_AreTheFirst() =>
        Assert.That(Paths(Three, new() { From = "a", To = "t", Order = PathOrder.Reliability, Mode = PathMode.KShortest, K = 2 }), Is.EqualTo(new[] { "a c d t", "a b t" }));

    [TestCase(PathOrder.Reliability)]
    [TestCase(PathOrder.Width)]
    public void Limit_CutsInOrderAndIsNamed(PathOrder order)
    {
        var answer = Three.Ask(new PathQuestion { From = "a", To = "t", Order = order, Mode = PathMode.All, Bounds = new SearchBounds(Limit: 2) });

        Assert.That(answer.Stopped, Is.EqualTo(StopReason.Limit));
        Assert.That(answer.Result.Paths.Select(path => string.Join(' ', path.Nodes)), Is.EqualTo(new[] { "a c d t", "a b t" }));
    }

    [TestCase(PathOrder.Reliability)]
    [TestCase(PathOrder.Width)]
    public void MaxHops_BindsInEveryOrder(PathOrder order) =>
        Assert.That(Paths(Three, new() { From = "a", To = "t", Order = order, MaxHops = 2 }), Is.EqualTo(new[] { "a b t" }));

    private static IEnumerable<string> Paths(GraphBuilder graph, PathQuestion question) =>
        graph.Ask(question).Result.Paths.Select(path => string.Join(' ', path.Nodes));
}
