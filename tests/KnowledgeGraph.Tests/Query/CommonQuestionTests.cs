using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>What several nodes all depend on. In the drawings → reads "depends on".</summary>
[TestFixture]
internal sealed class CommonQuestionTests
{
    // a → x → z, b → y → z, b → x, a → b
    private static GraphBuilder Graph => new GraphBuilder()
        .Fact("a", "DEPENDS_ON", "x").Fact("x", "DEPENDS_ON", "z", 0.5).Fact("b", "DEPENDS_ON", "y").Fact("y", "DEPENDS_ON", "z")
        .Fact("b", "DEPENDS_ON", "x").Fact("a", "DEPENDS_ON", "b");

    [Test]
    public void CommonNodes_StandByHopsTogetherThenById()
    {
        var answer = Graph.Ask(Common("a", "b"));
        Assert.That(Lines(answer), Is.EqualTo(new[] { "x 2: a x | b x", "y 3: a b y | b y", "z 4: a x z | b x z" }));
        Assert.That(answer.Result.Members[2].Paths[0].WeakestLink, Is.EqualTo(new WeakestLink(2, "f02", 0.5)));
    }

    // a → z, b → p → q → r → z: 1 + 4 hops      a → s → t → y, b → u → v → y: 3 + 3 hops
    [Test]
    public void HopsTogether_CountBeforeTheLongestPath() => Assert.That(
        Lines(new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "z")
            .Fact("b", "DEPENDS_ON", "p").Fact("p", "DEPENDS_ON", "q").Fact("q", "DEPENDS_ON", "r").Fact("r", "DEPENDS_ON", "z")
            .Fact("a", "DEPENDS_ON", "s").Fact("s", "DEPENDS_ON", "t").Fact("t", "DEPENDS_ON", "y")
            .Fact("b", "DEPENDS_ON", "u").Fact("u", "DEPENDS_ON", "v").Fact("v", "DEPENDS_ON", "y")
            .Ask(Common("a", "b"))),
        Is.EqualTo(new[] { "z 5: a z | b p q r z", "y 6: a s t y | b u v y" }));

    [Test]
    public void PathsStandInTheOrderOfTheNodes() =>
        Assert.That(Lines(Graph.Ask(Common("b", "a"))).First(), Is.EqualTo("x 2: b x | a x"));

    [Test]
    public void ThreeNodes_AllMustDependOnIt() =>
        Assert.That(Lines(Graph.Ask(Common("a", "b", "y"))), Is.EqualTo(new[] { "z 5: a x z | b x z | y z" }));

    [Test]
    public void NodeAskedAbout_IsNotItsOwnDependency() =>
        Assert.That(Lines(new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "c").Ask(Common("a", "b"))), Is.EqualTo(new[] { "c 3: a b c | b c" }));

    // cause → a, cause → b
    [Test]
    public void CausalLayer_GivesCommonCauses() => Assert.That(
        Lines(new GraphBuilder().Fact("cause", "CAUSES", "a").Fact("cause", "CAUSES", "b").Ask(Common("a", "b") with { Filter = new() { Layers = ["causal"] } })),
        Is.EqualTo(new[] { "cause 2: cause a | cause b" }));

    [Test]
    public void ProductsCount_FromEachNodeOnItsOwn()
    {
        var graph = new GraphBuilder().Node("chip", "Product").Node("tyre", "Product").Node("rocket", "Weapon").Node("car", "Product")
            .Fact("m", "SUPPLIES_COMPONENT_FOR", "rocket", product: "chip").Fact("n", "SUPPLIES_COMPONENT_FOR", "car", product: "tyre")
            .Fact("s", "SUPPLIES_TO", "m", product: "chip").Fact("s", "SUPPLIES_TO", "n", product: "chip");
        Assert.That(Lines(graph.Ask(Common("rocket", "car"))), Is.Empty);
        Assert.That(Lines(graph.Ask(Common("rocket", "car") with { Filter = new() { Products = ProductRule.Any } })), Is.EqualTo(new[] { "s 4: rocket m s | car n s" }));
    }

    [Test]
    public void NothingFound_SaysWhy()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "z").Fact("c", "DEPENDS_ON", "d").Fact("d", "DEPENDS_ON", "z").Fact("e", "DEPENDS_ON", "f");
        Assert.That(graph.Ask(Common("a", "e")) is { Outcome: Outcome.None, Result.Gaps.Count: 0 });
        Assert.That(graph.Ask(Common("a", "f")).Result.Gaps, Is.EqualTo(new[] { new CommonGap("f", KnowledgeGap.FromHasNoFacts) }));
        var short1 = graph.Ask(Common("a", "c") with { MaxHops = 1 });
        Assert.That(short1.Outcome, Is.EqualTo(Outcome.Undecided));
        Assert.That(short1.Result.Gaps, Is.EqualTo(new[] { new CommonGap("a", KnowledgeGap.MaxHops), new CommonGap("c", KnowledgeGap.MaxHops) }));
    }

    [Test]
    public void Limit_CutsByOrderAndIsNamed()
    {
        var answer = Graph.Ask(Common("a", "b") with { Bounds = new SearchBounds(1) });
        Assert.That((Lines(answer).Single(), answer.Stopped), Is.EqualTo(("x 2: a x | b x", StopReason.Limit)));
    }

    [Test]
    public void OneNodeOrTheSameTwice_IsRefused()
    {
        Assert.That(() => Graph.Ask(Common("a")), Throws.InstanceOf<QuestionException>().With.Message.EqualTo("what nodes have in common is asked of two or more; found 1"));
        Assert.That(() => Graph.Ask(Common("a", "a")), Throws.InstanceOf<QuestionException>().With.Message.EqualTo("\"a\" is asked about 2 times; name different nodes"));
    }

    private static CommonQuestion Common(params string[] anchors) => new() { Anchors = anchors };

    private static IEnumerable<string> Lines(Answer<CommonResult> answer) => answer.Result.Members.Select(
        member => $"{member.Node} {member.Hops}: {string.Join(" | ", member.Paths.Select(path => string.Join(' ', path.Nodes)))}");
}
