using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>How two nodes are connected at all. In the drawings → reads "subject to object".</summary>
[TestFixture]
internal sealed class ConnectQuestionTests
{
    // a → b ← c → d, of types on which someone depends, nobody does, and a cause
    private static GraphBuilder Mixed => new GraphBuilder()
        .Fact("a", "DEPENDS_ON", "b").Fact("c", "VISITED", "b", 0.5).Fact("c", "CAUSES", "d");

    [Test]
    public void AnyTypeEitherWay_IsReadFromTheSideTravelled()
    {
        var there = Mixed.Ask(Connect("a", "d"));
        Assert.That(Sequences(there), Is.EqualTo(new[] { "a b c d" }));
        Assert.That(Readings(there), Is.EqualTo(new[] { "a depends on b", "b was visited by c", "c causes d" }));
        Assert.That(Readings(Mixed.Ask(Connect("d", "a"))), Is.EqualTo(new[] { "d is caused by c", "c visited b", "b is needed by a" }));
        Assert.That(there.Result.Connections.Single().WeakestLink, Is.EqualTo(new WeakestLink(2, "f02", 0.5)));
    }

    [Test]
    public void ProductsThatDoNotMatch_StillConnect() => Assert.That(
        Sequences(new GraphBuilder().Node("tyres", "Product").Node("rocket", "Weapon")
            .Fact("b", "SUPPLIES_COMPONENT_FOR", "rocket").Fact("c", "SUPPLIES_TO", "b", product: "tyres").Ask(Connect("rocket", "c"))),
        Is.EqualTo(new[] { "rocket b c" }));

    [Test]
    public void DeniedFactsAndForecasts_ConnectNothing()
    {
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "b", fact => fact with { IsDenied = true })
            .Fact("a", "DEPENDS_ON", "b", fact => fact with { Status = FactStatus.Forecast })
            .Fact("a", "VISITED", "c");
        Assert.That(graph.Ask(Connect("a", "b")).Outcome, Is.EqualTo(Outcome.None));
        Assert.That(Sequences(graph.Ask(Connect("a", "b", new() { Statuses = [FactStatus.Forecast] }))), Is.EqualTo(new[] { "a b" }));
    }

    // a – b – d, a – c – d, a – b – c – d, a – c – b – d
    [Test]
    public void AllOfTheShortest_OrTheFirst()
    {
        var graph = new GraphBuilder().Fact("a", "VISITED", "c").Fact("b", "CONTROLS", "a").Fact("b", "VISITED", "d").Fact("d", "CONTROLS", "c").Fact("c", "VISITED", "b");
        Assert.That(Sequences(graph.Ask(Connect("a", "d"))), Is.EqualTo(new[] { "a b d", "a c d" }));
        Assert.That(Sequences(graph.Ask(Connect("a", "d") with { K = 3 })), Is.EqualTo(new[] { "a b d", "a c d", "a b c d" }));
        Assert.That(graph.Ask(Connect("a", "d") with { Bounds = new SearchBounds(1) }).Stopped, Is.EqualTo(StopReason.Limit));
    }

    // a ⇶ b, once either way, and a symmetric fact
    [Test]
    public void ParallelFacts_AreOneConnectionWithEveryFactOnce()
    {
        var answer = new GraphBuilder().Fact("a", "CONTROLS", "b", 0.5).Fact("b", "VISITED", "a", 0.9).Fact("b", "ALLIED_WITH", "a", 0.7).Ask(Connect("a", "b"));
        Assert.That(answer.Result.Connections.Single().Hops.Single().Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f02", "f03", "f01" }));
    }

    [Test]
    public void LayersAndTypes_Restrict()
    {
        Assert.That(Mixed.Ask(Connect("a", "c", new() { Layers = ["dependence"] })).Outcome, Is.EqualTo(Outcome.Undecided), "no fact of the layer names c");
        Assert.That(Sequences(Mixed.Ask(Connect("a", "c", new() { Layers = ["dependence", "politics"] }))), Is.EqualTo(new[] { "a b c" }));
        Assert.That(Sequences(Mixed.Ask(Connect("a", "c", new() { Layers = ["politics"], Types = ["DEPENDS_ON"] }))), Is.EqualTo(new[] { "a b c" }));
        Assert.That(Mixed.Ask(Connect("a", "d", new() { AvoidTypes = ["VISITED"] })).Outcome, Is.EqualTo(Outcome.None));
        Assert.That(Mixed.Ask(Connect("a", "d", new() { MinConfidence = 0.6 })).Outcome, Is.EqualTo(Outcome.None));
        Assert.That(Mixed.Ask(Connect("a", "d", new() { AvoidNodes = ["c"] })).Outcome, Is.EqualTo(Outcome.None));
    }

    [Test]
    public void NothingFound_SaysWhy()
    {
        Assert.That(Mixed.Ask(Connect("a", "d") with { MaxHops = 2 }).Result.Gaps, Is.EqualTo(new[] { KnowledgeGap.MaxHops }));
        Assert.That(Mixed.Node("x", "Company").Ask(Connect("x", "d")).Result.Gaps, Is.EqualTo(new[] { KnowledgeGap.FromHasNoFacts }));
        Assert.That(Mixed.Node("x", "Company").Ask(Connect("a", "x")).Result.Gaps, Is.EqualTo(new[] { KnowledgeGap.ToHasNoFacts }));
        Assert.That(Mixed.Fact("y", "VISITED", "z").Ask(Connect("a", "y")) is { Outcome: Outcome.None, Result.Gaps.Count: 0 });
    }

    private static ConnectQuestion Connect(string from, string to, GraphFilter? filter = null) => new() { From = from, To = to, Filter = filter ?? new() };

    private static IEnumerable<string> Sequences(Answer<ConnectionsResult> answer) => answer.Result.Connections.Select(path => string.Join(' ', path.Nodes));

    private static IEnumerable<string> Readings(Answer<ConnectionsResult> answer) => answer.Result.Connections.Single().Hops.Select(hop => hop.Reading);
}
