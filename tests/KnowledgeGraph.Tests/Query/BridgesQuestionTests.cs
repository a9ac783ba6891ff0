using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Which single nodes and links hold together what a node is connected with. In the drawings – reads "is tied to".</summary>
[TestFixture]
internal sealed class BridgesQuestionTests
{
    // a – b – c – a, c – d – e, d – f
    private static GraphBuilder Graph => Links("ab bc ca cd de df");

    [Test]
    public void Points_CutOffWhatLiesBehindThem()
    {
        var answer = Graph.Ask(Of("a"));
        Assert.That(Points(answer), Is.EqualTo(new[] { "c 3: d e f", "d 2: e f" }));
        Assert.That((answer.Result.Nodes, answer.Result.Links), Is.EqualTo((6, 6)));
    }

    [Test]
    public void Bridges_ReadFromTheNearEnd() =>
        Assert.That(Bridges(Graph.Ask(Of("a"))), Is.EqualTo(new[] { "c > d 3: d e f", "d > e 1: e", "d > f 1: f" }));

    [Test]
    public void FromTheOtherEnd_TheOthersAreCutOff()
    {
        var answer = Graph.Ask(Of("e"));
        Assert.That(Points(answer), Is.EqualTo(new[] { "d 4: c f a b", "c 2: a b" }));
        Assert.That(Bridges(answer), Is.EqualTo(new[] { "e > d 5: d c f a b", "d > c 3: c a b", "d > f 1: f" }));
    }

    [Test]
    public void ArticulationPointItself_ListsTheParts()
    {
        var answer = Graph.Ask(Of("d"));
        Assert.That(answer.Result.Parts.Select(part => $"{part.Size}: {string.Join(' ', part.Nodes)}"), Is.EqualTo(new[] { "3: c a b", "1: e", "1: f" }));
        Assert.That(Graph.Ask(Of("a")).Result.Parts, Is.Empty);
    }

    // a ⇄ b – b: two facts, and one from a node to itself
    [Test]
    public void ParallelFacts_AreOneLink_AndASelfLoopIsNone()
    {
        var answer = new GraphBuilder().Fact("a", "DEPENDS_ON", "b", confidence: 0.5).Fact("b", "SUPPLIES_TO", "a", confidence: 0.9).Fact("b", "DEPENDS_ON", "b").Ask(Of("a"));
        Assert.That((answer.Result.Links, Bridges(answer).Single()), Is.EqualTo((1, "a > b 1: b")));
        Assert.That(answer.Result.Bridges[0].Link.Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f02", "f01" }), "best confidence first");
    }

    // a – b – c – d – a
    [Test]
    public void Ring_IsHeldByNothingAlone() =>
        Assert.That(Links("ab bc cd da").Ask(Of("a")) is { Outcome: Outcome.None, Result: { Nodes: 4, Points.Count: 0, Bridges.Count: 0, Gaps.Count: 0 } });

    // a – b – c – d – a seen within one hop: the way round is not
    [Test]
    public void MaxHops_SaysThatMoreLiesBeyond()
    {
        var answer = Links("ab bc cd da").Ask(Of("a") with { MaxHops = 1 });
        Assert.That(Bridges(answer), Is.EqualTo(new[] { "a > b 1: b", "a > d 1: d" }));
        Assert.That(answer is { Outcome: Outcome.Found, Result.Gaps: [KnowledgeGap.MaxHops] });
        Assert.That(Graph.Ask(Of("a") with { MaxHops = 3 }).Result.Gaps, Is.Empty);
    }

    [Test]
    public void AvoidedLink_LeavesAnotherAlone() =>
        Assert.That(Bridges(Graph.Ask(Of("a") with { Filter = new() { AvoidFacts = ["f01"] } }))[0], Is.EqualTo("a > c 5: c b d e f"));

    [Test]
    public void NothingTied_SaysWhy()
    {
        Assert.That(Graph.Node("u", "Company").Ask(Of("u")) is { Outcome: Outcome.Undecided, Result.Gaps: [KnowledgeGap.FromHasNoFacts] });
        Assert.That(Links("ab").Ask(Of("a") with { Filter = new() { AvoidFacts = ["f01"] } }) is { Outcome: Outcome.None, Result: { Nodes: 1, Gaps.Count: 0 } });
    }

    [Test]
    public void Limit_CutsEachListAndCountsAll()
    {
        var answer = Graph.Ask(Of("a") with { Bounds = new SearchBounds(1) });
        Assert.That((Points(answer).Single(), Bridges(answer).Single()), Is.EqualTo(("c 3: d e f", "c > d 3: d e f")));
        Assert.That((answer.Stopped, answer.Result.PointCount, answer.Result.BridgeCount), Is.EqualTo((StopReason.Limit, 2, 3)));
    }

    // a – n00 – n01 – … – n29
    [Test]
    public void ManyBehind_AreCountedAndTheNearestListed()
    {
        var chain = Enumerable.Range(0, 30).Aggregate(new GraphBuilder(), (graph, i) => graph.Fact(i == 0 ? "a" : $"n{i - 1:00}", "DEPENDS_ON", $"n{i:00}"));
        var first = chain.Ask(Of("a")).Result.Bridges[0];
        Assert.That((first.CutsOff, first.CutOff.Count, first.CutOff[^1]), Is.EqualTo((30, BridgesResult.MostListed, "n19")));
    }

    [Test]
    public void Members_AreEvidencedByTheFirstShortestPath() => Assert.That(
        Links("ab ac bd cd de").Ask(Of("a")).Result.Members.Select(member => string.Join(' ', member.Path.Nodes)), Is.EqualTo(new[] { "a b d", "a b d e" }));

    [Test]
    public void MemoryAndTime_AreNamed()
    {
        var small = Graph.Ask(Of("a") with { Bounds = new SearchBounds(MaxStates: 3) });
        var slow = new EmbeddedQueries(new EmbeddedGraph(CompleteGraph.Of(40)), new FakeClock(TimeSpan.FromMinutes(1))).Ask(Of("n00"));
        Assert.That((small.Stopped, small.Outcome, small.Result.Nodes), Is.EqualTo((StopReason.Memory, Outcome.Undecided, 0)));
        Assert.That((slow.Stopped, slow.Outcome), Is.EqualTo((StopReason.Timeout, Outcome.Undecided)));
    }

    private static BridgesQuestion Of(string anchor) => new() { Anchor = anchor };

    private static GraphBuilder Links(string pairs) =>
        pairs.Split(' ').Aggregate(new GraphBuilder(), (graph, pair) => graph.Fact(pair[..1], "DEPENDS_ON", pair[1..]));

    private static List<string> Points(Answer<BridgesResult> answer) =>
        [.. answer.Result.Points.Select(point => $"{point.Node} {point.CutsOff}: {string.Join(' ', point.CutOff)}")];

    private static List<string> Bridges(Answer<BridgesResult> answer) =>
        [.. answer.Result.Bridges.Select(bridge => $"{bridge.Id} {bridge.CutsOff}: {string.Join(' ', bridge.CutOff)}")];
}
