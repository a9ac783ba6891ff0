using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>The shapes a graph can have around a path. In the drawings → reads "depends on".</summary>
[TestFixture]
internal sealed class PathSituationTests
{
    // ↺a → b↺
    [Test]
    public void SelfLoops_JoinNoPath() => Assert.That(
        new GraphBuilder().Fact("a", "DEPENDS_ON", "a").Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "b").Paths("a", "b"),
        Is.EqualTo(new[] { "a b" }));

    // a ⇶ b
    [Test]
    public void ParallelFacts_AreOnePathWithEveryFact()
    {
        var answer = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "b", 0.5).Fact("b", "CONTROLS", "a", 0.9).Fact("a", "DEPENDS_ON", "b", 0.9)
            .Fact("a", "DEPENDS_ON", "b", fact => fact with { IsDenied = true })
            .Ask(new PathQuestion { From = "a", To = "b", Mode = PathMode.All });
        var path = answer.Result.Paths.Single();
        Assert.That(path.Hops.Single().Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f02", "f03", "f01" }));
        Assert.That(path.Hops.Single().Reading, Is.EqualTo("a is controlled by b"));
        Assert.That(path.WeakestLink, Is.EqualTo(new WeakestLink(1, "f02", 0.9)));
        Assert.That(path.Product, Is.EqualTo(0.9));
    }

    // a → b → c → a, b → a
    [Test]
    public void Cycle_IsWalkedOnce() => Assert.That(
        new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "a").Fact("b", "DEPENDS_ON", "a").Paths("a", "c"),
        Is.EqualTo(new[] { "a b c" }));

    // a → t ⇄ n0, n1, … n9, each of which depends on every other
    [Test]
    public void NothingIsSearchedBeyondTheTarget()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "t");
        for (var i = 0; i < 10; i++)
        {
            graph.Fact("t", "DEPENDS_ON", $"n{i}").Fact($"n{i}", "DEPENDS_ON", "t");
            foreach (var other in Enumerable.Range(0, 10).Where(other => other != i))
            {
                graph.Fact($"n{i}", "DEPENDS_ON", $"n{other}");
            }
        }

        var answer = graph.Ask(new PathQuestion { From = "a", To = "t", Mode = PathMode.All, MaxHops = 8 });
        Assert.That(answer.Result.Paths.Select(path => string.Join(' ', path.Nodes)), Is.EqualTo(new[] { "a t" }));
        Assert.That(answer.IsExhaustive);
        Assert.That(answer.Run.Steps, Is.LessThan(10_000), "more than 100,000 walks lead on from t, and no path comes back to it");
    }

    [Test]
    public void UnknownId_Throws() => Assert.That(
        () => new GraphBuilder().Fact("belarus", "DEPENDS_ON", "russia").Paths("belaus", "russia"),
        Throws.InstanceOf<KeyNotFoundException>().With.Message.EqualTo("no node has the id \"belaus\"; near: belarus"));

    // a → b
    [Test]
    public void SourceIsTarget_IsOnePathWithoutHops()
    {
        var answer = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Ask(new PathQuestion { From = "a", To = "a", Filter = new() { AsOf = new(1990, 1, 1) } });
        var path = answer.Result.Paths.Single();
        Assert.That((path.Nodes.Single(), path.Hops.Count, path.Product, path.WeakestLink, path.Certainty), Is.EqualTo(("a", 0, 1.0, (WeakestLink?)null, Certainty.Certainly)));
        Assert.That((answer.Outcome, answer.IsExhaustive), Is.EqualTo((Outcome.Found, true)));
        Assert.That(path.Windows, Is.EqualTo(new[] { new HoldingWindow(null, null, Certainty.Certainly) }));
    }

    // a → b   c → d
    [Test]
    public void Disconnected_IsADecidedNo()
    {
        var answer = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("c", "DEPENDS_ON", "d").Ask(new PathQuestion { From = "a", To = "d" });
        Assert.That((answer.Outcome, answer.IsExhaustive, answer.Result.Gaps.Count), Is.EqualTo((Outcome.None, true, 0)));
        Assert.That(answer.Result.Frontier, Is.EqualTo(new[] { "b" }));
    }

    // a → d → z, a → c → z, a → b → e → z
    [Test]
    public void EqualCost_IsOrderedByIdsAndShortestStopsThere()
    {
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "d").Fact("d", "DEPENDS_ON", "z").Fact("a", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "z")
            .Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "e").Fact("e", "DEPENDS_ON", "z");
        Assert.That(graph.Paths("a", "z"), Is.EqualTo(new[] { "a c z", "a d z", "a b e z" }));
        Assert.That(graph.Ask(new PathQuestion { From = "a", To = "z" }).Result.Paths, Has.Count.EqualTo(2));
        var first = graph.Ask(new PathQuestion { From = "a", To = "z", Mode = PathMode.KShortest, Bounds = new SearchBounds(1) });
        Assert.That((first.Result.Paths.Count, first.IsExhaustive), Is.EqualTo((1, true)), "k belongs to the question: no bound was reached");
    }

    // B → m: capitals sort before small letters, digits before both
    [Test]
    public void Ids_AreOrderedOrdinally() => Assert.That(
        new GraphBuilder()
            .Fact("s", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "t").Fact("s", "DEPENDS_ON", "B").Fact("B", "DEPENDS_ON", "t")
            .Fact("s", "DEPENDS_ON", "10").Fact("10", "DEPENDS_ON", "t").Fact("s", "DEPENDS_ON", "9").Fact("9", "DEPENDS_ON", "t").Paths("s", "t"),
        Is.EqualTo(new[] { "s 10 t", "s 9 t", "s B t", "s b t" }));

    // a ↔ b: whoever cooperates is followed both ways, but only when the type is named
    [Test]
    public void SymmetricTypeWithoutDependence_IsFollowedBothWaysWhenNamed()
    {
        var graph = new GraphBuilder().Fact("b", "COOPERATES_WITH", "a");
        Assert.That(graph.Paths("a", "b"), Is.Empty);
        Assert.That(graph.Paths("a", "b", new() { Types = ["COOPERATES_WITH"] }), Is.EqualTo(new[] { "a b" }));
        Assert.That(graph.Paths("b", "a", new() { Types = ["COOPERATES_WITH"] }), Is.EqualTo(new[] { "b a" }));
    }

    // visitor → host, subject to object
    [Test]
    public void TypeOnWhichNobodyDepends_IsFollowedFromSubjectToObject()
    {
        var graph = new GraphBuilder().Fact("visitor", "VISITED", "host");
        Assert.That(graph.Paths("visitor", "host", new() { Types = ["VISITED"] }), Is.EqualTo(new[] { "visitor host" }));
        Assert.That(graph.Paths("host", "visitor", new() { Types = ["VISITED"] }), Is.Empty);
    }

    // cause → effect → end
    [Test]
    public void CausalPath_RunsFromCauseToEffect()
    {
        var graph = new GraphBuilder().Fact("cause", "CAUSES", "effect").Fact("effect", "CAUSES", "end").Fact("relief", "MITIGATES", "effect");
        Assert.That(graph.Paths("cause", "end", new() { Layers = ["causal"] }), Is.EqualTo(new[] { "cause effect end" }));
        Assert.That(graph.Paths("end", "cause", new() { Layers = ["causal"] }), Is.Empty);
        Assert.That(graph.Paths("relief", "end", new() { Types = ["MITIGATES", "CAUSES"] }), Is.EqualTo(new[] { "relief effect end" }));
        Assert.That(Members(graph, "effect", isDownstream: false), Is.EqualTo(new[] { "cause: cause effect" }));
        Assert.That(Members(graph, "effect", isDownstream: true), Is.EqualTo(new[] { "end: effect end" }));
    }

    private static IEnumerable<string> Members(GraphBuilder graph, string anchor, bool isDownstream) =>
        graph.Ask(new TierQuestion { Anchor = anchor, IsDownstream = isDownstream, Filter = new() { Layers = ["causal"] } }).Result.Members
            .Select(member => $"{member.Node}: {string.Join(' ', member.Path.Nodes)}");
}
