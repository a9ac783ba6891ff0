using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Algorithms;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>The fewest nodes or hops that keep two sides apart. In the drawings → reads "depends on".</summary>
[TestFixture]
internal sealed class CutQuestionTests
{
    //   s → a ─┐   ┌→ c → t
    //          ├ m ┤
    //   s → b ─┘   └→ d → t
    private static GraphBuilder Waist => Hops("sa sb am bm mc md ct dt");

    [Test]
    public void NarrowPlace_IsTheNodeCut()
    {
        var answer = Waist.Ask(Cut("s", "t"));
        Assert.That(Cuts(answer), Is.EqualTo(new[] { "m" }));
        Assert.That(Proof(answer), Is.EqualTo(new[] { "s a m c t" }));
        Assert.That((answer.Result.HasMore, answer.Result.IsProvedByDisjointPaths, answer.IsExhaustive), Is.EqualTo((false, true, true)));
    }

    [Test]
    public void Hops_AreCutWithDisjointPathsAsProof()
    {
        var answer = Waist.Ask(Cut("s", "t") with { IsByHops = true });
        Assert.That(Cuts(answer), Is.EqualTo(new[] { "a>m b>m" }));
        Assert.That(Proof(answer), Is.EqualTo(new[] { "s a m c t", "s b m d t" }));
        Assert.That(answer.Result.HasMore);
    }

    [Test]
    public void K_GivesTheFirstSmallestCuts()
    {
        Assert.That(Cuts(Hops("sa ab bt").Ask(Cut("s", "t") with { K = 5 })), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Hops("sa ab bt").Ask(Cut("s", "t") with { K = 2 }).Result.HasMore, Is.False);
        Assert.That(Hops("sa ab bt").Ask(Cut("s", "t")).Result.HasMore);
    }

    // s → t beside s → a → t
    [Test]
    public void DirectHop_IsCutByNoNode()
    {
        var answer = Hops("st sa at").Ask(Cut("s", "t"));
        Assert.That((answer.Outcome, answer.Result.Cuts.Count, string.Join(' ', answer.Result.Uncuttable!.Nodes)), Is.EqualTo((Outcome.None, 0, "s t")));
        Assert.That(Cuts(Hops("st sa at").Ask(Cut("s", "t") with { IsByHops = true })), Is.EqualTo(new[] { "a>t s>t" }));
    }

    // s → a → t, u → b → v: both sides are sets, and a node of a side is not cut
    [Test]
    public void SetsOfNodes_AreCutApart()
    {
        var answer = Hops("sa at ub bv").Ask(new CutQuestion { From = ["s", "u"], To = ["v", "t"] });
        Assert.That(Cuts(answer), Is.EqualTo(new[] { "a b" }));
        Assert.That(Proof(answer), Is.EqualTo(new[] { "s a t", "u b v" }));
        Assert.That(Cuts(Hops("su ua at").Ask(new CutQuestion { From = ["s", "u"], To = ["t"] })), Is.EqualTo(new[] { "a" }));
    }

    /*
        Within 5 hops: s → a → y → c → t, s → a → b → x → v → t, s → z → w → b → c → t and s → a → b → c → t. Each two share a or b or c,
        yet no node lies on all; s → z → w → b → x → v → t, the partner of the first, is too long.
    */
    [Test]
    public void NoTwoDisjointPathsWithinTheHops_AreProvedByPathsThatShare()
    {
        var graph = Hops("sa ay yc ct ab bx xv vt sz zw wb bc");
        var answer = graph.Ask(Cut("s", "t") with { MaxHops = 5 });
        Assert.That(Cuts(answer), Is.EqualTo(new[] { "a b" }));
        Assert.That(Proof(answer), Is.EqualTo(new[] { "s a y c t", "s a b x v t", "s z w b c t" }));
        Assert.That(answer.Result.IsProvedByDisjointPaths, Is.False);
        Assert.That(graph.Ask(Cut("s", "t") with { MaxHops = 6 }).Result.IsProvedByDisjointPaths);
    }

    [Test]
    public void Products_LeaveFewerPathsToCut()
    {
        //   rocket needs chip from maker, and a lens from other; both get chips alone from plant
        var graph = new GraphBuilder().Node("rocket", "Weapon").Node("lens", "Product").Node("chip", "Product")
            .Fact("maker", "SUPPLIES_COMPONENT_FOR", "rocket", product: "chip").Fact("other", "SUPPLIES_COMPONENT_FOR", "rocket", product: "lens")
            .Fact("plant", "SUPPLIES_TO", "maker", product: "chip").Fact("plant", "SUPPLIES_TO", "other", product: "chip");
        Assert.That(Cuts(graph.Ask(Cut("rocket", "plant"))), Is.EqualTo(new[] { "maker" }));
        Assert.That(Cuts(graph.Ask(Cut("rocket", "plant") with { Filter = new() { Products = ProductRule.Any } })), Is.EqualTo(new[] { "maker other" }));
    }

    // cause → a → effect, cause → b → effect
    [Test]
    public void CausalLayer_IsCutBetweenCauseAndEffect()
    {
        var graph = new GraphBuilder().Fact("cause", "CAUSES", "a").Fact("cause", "CAUSES", "b").Fact("a", "CAUSES", "effect").Fact("b", "CAUSES", "effect");
        var causal = Cut("cause", "effect") with { Filter = new() { Layers = ["causal"] } };
        Assert.That(Cuts(graph.Ask(causal)), Is.EqualTo(new[] { "a b" }));
        Assert.That(Cuts(graph.Ask(causal with { IsByHops = true })), Is.EqualTo(new[] { "a>effect b>effect" }));
    }

    [Test]
    public void NoPath_SaysWhy()
    {
        Assert.That(Hops("sa bt").Ask(Cut("s", "t")) is { Outcome: Outcome.None, Result: { Uncuttable: null, Gaps.Count: 0 } });
        Assert.That(Hops("sa ab bt").Ask(Cut("s", "t") with { MaxHops = 2 }).Result.Gaps, Is.EqualTo(new[] { new CommonGap("s", KnowledgeGap.MaxHops) }));
        Assert.That(Hops("sa bt").Ask(Cut("s", "b")).Result.Gaps, Is.EqualTo(new[] { new CommonGap("b", KnowledgeGap.ToHasNoFacts) }));
    }

    /*
        s → a … j     x → t
        The search for t is short from its side; all that s depends on is more than the eight states allowed.
    */
    [Test]
    public void TooMuchToExplore_IsSaidAndTheSearchIsWhole()
    {
        var answer = Hops("sa sb sc sd se sf sg sh si sj xt").Ask(Cut("s", "t") with { Bounds = new SearchBounds(MaxStates: 8) });
        Assert.That((answer.Outcome, answer.Stopped), Is.EqualTo((Outcome.Undecided, StopReason.None)));
        Assert.That(answer.Result.Gaps, Is.EqualTo(new[] { new CommonGap("s", KnowledgeGap.Unexplored) }));
    }

    [Test]
    public void Limit_IsNamedOnlyIfThereAreMore()
    {
        var question = Cut("s", "t") with { K = 5, Bounds = new SearchBounds(Limit: 1) };
        Assert.That(Hops("sa ab bt").Ask(question).Stopped, Is.EqualTo(StopReason.Limit));
        Assert.That(Hops("sa at").Ask(question).Stopped, Is.EqualTo(StopReason.None));
    }

    [Test]
    public void TimeUp_IsUndecided()
    {
        var answer = new EmbeddedQueries(new EmbeddedGraph(CompleteGraph.Of(40)), new FakeClock(TimeSpan.FromMinutes(1))).Ask(Cut("n00", "n39"));
        Assert.That((answer.Stopped, answer.Outcome, answer.Result.Cuts.Count), Is.EqualTo((StopReason.Timeout, Outcome.Undecided, 0)));
    }

    [Test]
    public void EveryHopOfACompleteGraph_IsCutAtTheFirstNode()
    {
        var answer = new EmbeddedQueries(new EmbeddedGraph(CompleteGraph.Of(12))).Ask(Cut("n00", "n11") with { IsByHops = true, MaxHops = 4 });
        Assert.That((answer.Result.Cuts[0].Hops.Count, answer.Result.Proof.Count, answer.IsExhaustive), Is.EqualTo((11, 11, true)));
    }

    [Test]
    public void WithoutLengthsOrProducts_TheSizeIsThatOfAFlow([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("k", "DEPENDS_ON", "l");
        for (var i = 0; i < 30; i++)
        {
            var (from, to) = ((char)('a' + random.Next(12)), (char)('a' + random.Next(12)));
            graph.Fact(from.ToString(), "DEPENDS_ON", to.ToString());
        }

        var view = graph.Graph();
        var flow = MinNodeCut.Between(CsrGraph.Of(view, _ => true), [view.IndexOf("a")], [view.IndexOf("l")]);
        var answer = graph.Ask(Cut("a", "l") with { MaxHops = 12 });
        Assert.That(answer.Result.Cuts is [var cut] ? cut.Nodes.Count : 0, Is.EqualTo(flow?.Count ?? 0));
        Assert.That(answer.Result.Uncuttable is not null, Is.EqualTo(flow is null));
        Assert.That(answer.Result.IsProvedByDisjointPaths, Is.EqualTo(flow?.Count > 0), "Menger's theorem holds here");
    }

    [Test]
    public void WrongSides_AreRefused()
    {
        Assert.That(() => Hops("st").Ask(Cut("s", "s")), Throws.InstanceOf<QuestionException>().With.Message.EqualTo("\"s\" stands on both sides of the cut; nothing lies between"));
        Assert.That(() => Hops("st").Ask(new CutQuestion { From = ["s", "s"], To = ["t"] }), Throws.InstanceOf<QuestionException>().With.Message.EqualTo("\"s\" stands 2 times on one side of the cut; name different nodes"));
        Assert.That(() => Hops("st").Ask(new CutQuestion { From = [], To = ["t"] }), Throws.InstanceOf<QuestionException>().With.Message.EqualTo("a cut lies between two sides; name at least one node on each"));
    }

    private static CutQuestion Cut(string from, string to) => new() { From = [from], To = [to] };

    private static GraphBuilder Hops(string pairs) =>
        pairs.Split(' ').Aggregate(new GraphBuilder(), (graph, pair) => graph.Fact(pair[..1], "DEPENDS_ON", pair[1..]));

    private static IEnumerable<string> Cuts(Answer<CutResult> answer) =>
        answer.Result.Cuts.Select(cut => string.Join(' ', cut.Nodes.Concat(cut.Hops.Select(hop => $"{hop.From}>{hop.To}"))));

    private static IEnumerable<string> Proof(Answer<CutResult> answer) => answer.Result.Proof.Select(path => string.Join(' ', path.Nodes));
}
