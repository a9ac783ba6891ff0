using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>What everything that a node depends on hangs from. In the drawings → reads "depends on".</summary>
[TestFixture]
internal sealed class ChokepointsQuestionTests
{
    // t → x → y → a, y → b, x → c, t → c, t → d
    private static GraphBuilder Graph => Hops("tx xy ya yb xc tc td");

    [Test]
    public void Chokepoints_StandByWhatTheyCutOff()
    {
        var answer = Graph.Ask(Of("t"));
        Assert.That(Lines(answer), Is.EqualTo(new[] { "x: y a b", "y: a b" }));
        Assert.That(answer.Result.Reached, Is.EqualTo(6));
    }

    [Test]
    public void Members_HangFromTheNearestChokepoint() =>
        Assert.That(Members(Graph.Ask(Of("t"))), Is.EqualTo(new[] { "x <", "y < x", "a < y", "b < y" }));

    // t → x → s, t → y → s: either will do
    [Test]
    public void TwoWays_AreNoChokepoint()
    {
        var answer = Hops("tx ty xs ys").Ask(Of("t"));
        Assert.That((answer.Outcome, answer.Result.Chokepoints.Count, answer.Result.Gaps.Count), Is.EqualTo((Outcome.None, 0, 0)));
    }

    // t → x → s, t → a → b → s: the way round is one hop longer
    [Test]
    public void WayRoundBeyondMaxHops_IsNone()
    {
        Assert.That(Lines(Hops("tx xs ta ab bs").Ask(Of("t") with { MaxHops = 3 })), Is.EqualTo(new[] { "a: b" }));
        Assert.That(Lines(Hops("tx xs ta ab bs").Ask(Of("t") with { MaxHops = 2 })), Is.EqualTo(new[] { "a: b", "x: s" }));
    }

    [Test]
    public void WayRoundWithAnotherProduct_IsNone()
    {
        //   rocket needs a chip from maker, and a lens from other; plant supplies chips to both
        var graph = new GraphBuilder().Node("rocket", "Weapon").Node("chip", "Product").Node("lens", "Product")
            .Fact("maker", "SUPPLIES_COMPONENT_FOR", "rocket", product: "chip").Fact("other", "SUPPLIES_COMPONENT_FOR", "rocket", product: "lens")
            .Fact("plant", "SUPPLIES_TO", "maker", product: "chip").Fact("plant", "SUPPLIES_TO", "other", product: "chip");
        Assert.That(Lines(graph.Ask(Of("rocket"))), Is.EqualTo(new[] { "maker: plant" }));
        Assert.That(Lines(graph.Ask(Of("rocket") with { Filter = new() { Products = ProductRule.Any } })), Is.Empty);
    }

    /*
        a → p(part) → c → p …: over the maker c the track becomes p, and p then needs t; no simple path goes that way.
        a → d → f (sells p) → p → t: so t hangs from f as well, though a walk reaches it without.
    */
    [Test]
    public void WayRoundThatMeetsANodeTwice_IsNone()
    {
        var graph = new GraphBuilder().Node("p", "Product")
            .Fact("a", "DEPENDS_ON", "p").Fact("c", "PRODUCES", "p").Fact("c", "DEPENDS_ON", "p").Fact("t", "SUPPLIES_COMPONENT_FOR", "p")
            .Fact("a", "DEPENDS_ON", "d").Fact("d", "DEPENDS_ON", "f").Fact("f", "SUPPLIES_TO", "d", product: "p").Fact("f", "DEPENDS_ON", "p");
        Assert.That(Lines(graph.Ask(Of("a"))), Is.EqualTo(new[] { "d: f t", "p: c t", "f: t" }));
        Assert.That(Members(graph.Ask(Of("a"))).Last(), Is.EqualTo("t < f p"));
    }

    // root → middle → effect, root → other → middle
    [Test]
    public void CausalLayer_GivesWhatOthersActThrough()
    {
        var graph = new GraphBuilder().Fact("root", "CAUSES", "middle").Fact("middle", "CAUSES", "effect").Fact("root", "CAUSES", "other").Fact("other", "CAUSES", "middle");
        Assert.That(Lines(graph.Ask(Of("effect") with { Filter = new() { Layers = ["causal"] } })), Is.EqualTo(new[] { "middle: other root" }));
    }

    // t → x ⇄ y → s, x → x
    [Test]
    public void CycleAndSelfLoop_ChangeNothing() =>
        Assert.That(Lines(Hops("tx xy yx ys xx").Ask(Of("t"))), Is.EqualTo(new[] { "x: y s", "y: s" }));

    [Test]
    public void NothingFound_SaysWhy()
    {
        Assert.That(Hops("tx").Node("u", "Company").Ask(Of("u")) is { Outcome: Outcome.Undecided, Result.Gaps: [KnowledgeGap.FromHasNoFacts] });
        Assert.That(Hops("tx xs").Ask(Of("t") with { MaxHops = 1 }) is { Outcome: Outcome.Undecided, Result.Gaps: [KnowledgeGap.MaxHops] });
        Assert.That(Hops("tx").Ask(Of("t")) is { Outcome: Outcome.None, Result: { Reached: 1, Gaps.Count: 0 } });
    }

    [Test]
    public void Limit_CutsByOrderAndIsNamed()
    {
        var answer = Graph.Ask(Of("t") with { Bounds = new SearchBounds(1) });
        Assert.That((Lines(answer).Single(), answer.Stopped), Is.EqualTo(("x: y a b", StopReason.Limit)));
    }

    [Test]
    public void TimeUp_IsNamed()
    {
        var answer = new EmbeddedQueries(new EmbeddedGraph(CompleteGraph.Of(40)), new FakeClock(TimeSpan.FromMinutes(1))).Ask(Of("n00"));
        Assert.That((answer.Stopped, answer.Outcome), Is.EqualTo((StopReason.Timeout, Outcome.Undecided)));
    }

    private static ChokepointsQuestion Of(string target) => new() { Target = target };

    private static GraphBuilder Hops(string pairs) =>
        pairs.Split(' ').Aggregate(new GraphBuilder(), (graph, pair) => graph.Fact(pair[..1], "DEPENDS_ON", pair[1..]));

    private static IEnumerable<string> Lines(Answer<ChokepointsResult> answer) =>
        answer.Result.Chokepoints.Select(point => $"{point.Node}: {string.Join(' ', point.CutOff)}");

    private static IEnumerable<string> Members(Answer<ChokepointsResult> answer) =>
        answer.Result.Members.Select(member => string.Join(' ', [member.Node, "<", .. member.HangsFrom]));
}
