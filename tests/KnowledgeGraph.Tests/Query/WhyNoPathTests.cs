using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>"No", "not known" and "not yet": what an empty answer says. In the drawings → reads "depends on".</summary>
[TestFixture]
internal sealed class WhyNoPathTests
{
    // a → b → c → d
    [Test]
    public void HopsRanOut_IsUndecided()
    {
        var answer = Ask(Chain, "a", "d", maxHops: 2);
        Assert.That((answer.Outcome, answer.Result.Gaps.Single()), Is.EqualTo((Outcome.Undecided, KnowledgeGap.MaxHops)));
        Assert.That(Ask(Chain, "a", "d", maxHops: 3).Outcome, Is.EqualTo(Outcome.Found));
    }

    /*
        a → b, a → c → (tyres) b     d → e
        One hop more comes to b with tyres to account for, where a walk stands already that may go on as it likes.
    */
    [Test]
    public void OneHopMoreLeadsNowhereNew_IsNo()
    {
        var graph = new GraphBuilder().Node("tyres", "Product")
            .Fact("a", "DEPENDS_ON", "b").Fact("a", "DEPENDS_ON", "c").Fact("b", "SUPPLIES_TO", "c", product: "tyres").Fact("d", "DEPENDS_ON", "e");
        var answer = Ask(graph, "a", "e", maxHops: 1);
        Assert.That((answer.Outcome, answer.Result.Gaps.Count), Is.EqualTo((Outcome.None, 0)));

        // What is built into tyres without a name follows tyres and nothing else, unless it is denied.
        Assert.That(Ask(graph.Fact("f", "SUPPLIES_COMPONENT_FOR", "tyres", fact => fact with { IsDenied = true }), "a", "e", maxHops: 1).Outcome, Is.EqualTo(Outcome.None));
        Assert.That(Ask(graph.Fact("f", "SUPPLIES_COMPONENT_FOR", "tyres"), "a", "e", maxHops: 1).Result.Gaps, Is.EqualTo(new[] { KnowledgeGap.MaxHops }));
    }

    /*
        a → p(part) → c → p …: over the maker c the track becomes p, and p then needs t; the only simple way there is longer.
        a → d → e → f (sells p) → p → t
    */
    [Test]
    public void OnlyAWalkReachesTheTargetInTime_IsUndecided()
    {
        var graph = new GraphBuilder().Node("p", "Product")
            .Fact("a", "DEPENDS_ON", "p").Fact("c", "PRODUCES", "p").Fact("c", "DEPENDS_ON", "p").Fact("t", "SUPPLIES_COMPONENT_FOR", "p")
            .Fact("a", "DEPENDS_ON", "d").Fact("d", "DEPENDS_ON", "e").Fact("f", "SUPPLIES_TO", "e", product: "p").Fact("f", "DEPENDS_ON", "p");
        var answer = Ask(graph, "a", "t", maxHops: 4);
        Assert.That((answer.Outcome, answer.Result.Gaps.Single()), Is.EqualTo((Outcome.Undecided, KnowledgeGap.MaxHops)));
        Assert.That(graph.Paths("a", "t"), Is.EqualTo(new[] { "a d e f p t" }));
    }

    // x   a → b → c → d
    [Test]
    public void NothingKnownOfFrom_IsUndecided() =>
        Assert.That(Ask(Chain.Node("x", "Company"), "x", "d").Result.Gaps, Is.EqualTo(new[] { KnowledgeGap.FromHasNoFacts }));

    [Test]
    public void NothingKnownToDependOnTo_IsUndecided()
    {
        var answer = Ask(Chain.Node("x", "Company"), "a", "x");
        Assert.That(answer.Result.Gaps, Is.EqualTo(new[] { KnowledgeGap.ToHasNoFacts }));
        Assert.That(answer.Result.Frontier, Is.EqualTo(new[] { "d" }));
    }

    [Test]
    public void DeniedFact_IsNoKnowledgeOfDependence() => Assert.That(
        Ask(new GraphBuilder().Fact("a", "DEPENDS_ON", "b", fact => fact with { IsDenied = true }), "a", "b").Result.Gaps,
        Is.EqualTo(new[] { KnowledgeGap.FromHasNoFacts, KnowledgeGap.ToHasNoFacts }));

    // a → b, by one fact that every condition drops
    [Test]
    public void OneConditionInTheWay_IsNamedWithWhatItHides()
    {
        AssertRelaxed(fact => fact with { Confidence = 0.4 }, new() { MinConfidence = 0.75 }, "--min-confidence 0.75");
        AssertRelaxed(fact => fact with { Status = FactStatus.Forecast }, new(), "--status reported,estimate,attributed-claim,opinion");
        AssertRelaxed(fact => fact with { ValidTo = new(2020) }, new() { AsOf = new(2025, 3, 1) }, "--as-of 2025-03-01");
        AssertRelaxed(fact => fact, new() { Sources = ["D2", "undated-source"] }, "--source D2,undated-source");
        AssertRelaxed(fact => fact with { IsCurator = true }, new() { IncludeCurator = false }, "--no-curator");
    }

    [Test]
    public void TwoConditionsInTheWay_NameNone()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b", fact => fact with { Confidence = 0.4, Status = FactStatus.Forecast });
        var answer = graph.Ask(new PathQuestion { From = "a", To = "b", Filter = new() { MinConfidence = 0.5 } });
        Assert.That((answer.Outcome, answer.Result.Relaxations.Count), Is.EqualTo((Outcome.None, 0)));
    }

    // The relaxed search alone needs more states than allowed: the no stays decided.
    [Test]
    public void RelaxationBeyondTheBounds_LeavesTheNoDecided()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("c", "DEPENDS_ON", "d");
        for (var i = 0; i < 20; i++)
        {
            graph.Fact("a", "DEPENDS_ON", $"m{i}", 0.4).Fact($"m{i}", "DEPENDS_ON", "d", 0.4);
        }

        var question = new PathQuestion { From = "a", To = "d", Filter = new() { MinConfidence = 0.5 } };
        Assert.That(graph.Ask(question).Result.Relaxations, Has.Count.EqualTo(1));
        var answer = graph.Ask(question with { Bounds = new SearchBounds(MaxStates: 10) });
        Assert.That((answer.Outcome, answer.Stopped, answer.Result.Relaxations.Count), Is.EqualTo((Outcome.None, StopReason.None, 0)));
    }

    /*
        a → m0 … m19     x → d
        The search for d is short from its side; all that a depends on is more than the ten states allowed.
    */
    [Test]
    public void TooMuchToExplore_IsSaidAndTheSearchIsWhole()
    {
        var question = new PathQuestion { From = "a", To = "d", Bounds = new SearchBounds(MaxStates: 10) };
        var answer = Star.Ask(question);
        Assert.That((answer.Outcome, answer.Stopped, answer.Result.Frontier.Count), Is.EqualTo((Outcome.Undecided, StopReason.None, 0)));
        Assert.That(answer.Result.Gaps, Is.EqualTo(new[] { KnowledgeGap.Unexplored }));
        Assert.That(Star.Ask(question with { Bounds = new() }).Outcome, Is.EqualTo(Outcome.None));
    }

    private static GraphBuilder Star => Enumerable.Range(0, 20).Aggregate(
        new GraphBuilder().Fact("x", "DEPENDS_ON", "d"), (graph, i) => graph.Fact("a", "DEPENDS_ON", $"m{i}"));

    // a → b → c → d
    private static GraphBuilder Chain => new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "d");

    private static Answer<PathsResult> Ask(GraphBuilder graph, string from, string to, int maxHops = 8) =>
        graph.Ask(new PathQuestion { From = from, To = to, MaxHops = maxHops });

    private static void AssertRelaxed(Func<Fact, Fact> change, GraphFilter filter, string without)
    {
        var answer = new GraphBuilder().Fact("a", "DEPENDS_ON", "b", change).Ask(new PathQuestion { From = "a", To = "b", Filter = filter });
        var relaxation = answer.Result.Relaxations.Single();
        Assert.That((relaxation.Without, string.Join(' ', relaxation.Nodes), relaxation.BrokenAt), Is.EqualTo((without, "a b", (string?)null)));
        Assert.That(answer.Evidence.Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f01" }));
    }
}
