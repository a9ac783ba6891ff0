using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Tiers, closures and neighbourhoods. In the drawings → reads "depends on".</summary>
[TestFixture]
internal sealed class TierQuestionTests
{
    // a → b → c → d, d known to depend on nothing
    private static GraphBuilder Chain => new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "d");

    [Test]
    public void Closure_ReachesAnyDistance()
    {
        var graph = new GraphBuilder();
        for (var i = 0; i < 50; i++)
        {
            graph.Fact($"n{i:D2}", "DEPENDS_ON", $"n{i + 1:D2}");
        }

        var up = graph.Ask(new TierQuestion { Anchor = "n00", IsClosure = true });
        var down = graph.Ask(new TierQuestion { Anchor = "n50", IsDownstream = true, IsClosure = true });

        Assert.That((up.Result.Members.Count, up.Result.Members[^1].Tier), Is.EqualTo((50, 50)));
        Assert.That((down.Result.Members.Count, down.Result.Members[^1].Node), Is.EqualTo((50, "n00")));
        Assert.That(graph.Ask(new TierQuestion { Anchor = "n00" }).Result.Members, Has.Count.EqualTo(8));
    }

    /*
        a → p(roduct) → c, its maker, which needs p itself; c ← t sells p, p ← u supplies a part that is not named. Only beyond the maker
        is it p that is tracked, so that u counts; and no simple path leads back to p.
    */
    [Test]
    public void ClosureCountsWalks_WhereTiersCountPaths()
    {
        var graph = new GraphBuilder().Node("p", "Product")
            .Fact("a", "DEPENDS_ON", "p").Fact("c", "PRODUCES", "p").Fact("c", "DEPENDS_ON", "p").Fact("t", "SUPPLIES_TO", "c", product: "p")
            .Fact("u", "SUPPLIES_COMPONENT_FOR", "p");

        var closure = graph.Ask(new TierQuestion { Anchor = "a", IsClosure = true });

        Assert.That(closure.Result.Members.Select(member => $"{member.Node} {member.Tier}"), Is.EqualTo(new[] { "p 1", "c 2", "t 3", "u 4" }));
        Assert.That(closure.Result.Members[^1].Path.Nodes, Is.EqualTo(new[] { "a", "p", "c", "p", "u" }));
        Assert.That(graph.Ask(new TierQuestion { Anchor = "a" }).Result.Members.Select(member => member.Node), Does.Not.Contain("u"));
    }

    // Every one of 40 nodes depends on every other: paths without number, one closure.
    [Test]
    public void ClosureOfACompleteGraph_IsFoundWithoutEnumeratingPaths()
    {
        var answer = new EmbeddedQueries(new EmbeddedGraph(CompleteGraph.Of(40))).Ask(new TierQuestion { Anchor = "n00", IsClosure = true });

        Assert.That((answer.Stopped, answer.Result.Members.Count, answer.Result.Tiers.Count), Is.EqualTo((StopReason.None, 39, 1)));
    }

    [Test]
    public void ClosureWithALimit_CountsAll()
    {
        var answer = Chain.Ask(new TierQuestion { Anchor = "a", IsClosure = true, Bounds = new SearchBounds(2) });

        Assert.That((answer.Stopped, answer.Result.Members.Count, answer.Result.Tiers.Sum(tier => tier.Nodes)), Is.EqualTo((StopReason.Limit, 2, 3)));
    }

    [Test]
    public void ClosureOfANodeWithoutFacts_IsNotKnown() => Assert.That(
        Chain.Ask(new TierQuestion { Anchor = "d", IsClosure = true }) is { Outcome: Outcome.Undecided, Result.Gaps: [KnowledgeGap.FromHasNoFacts] });

    [Test]
    public void Frontier_IsWhereKnowledgeEndsAndChangesNoOutcome()
    {
        var up = Chain.Fact("a", "DEPENDS_ON", "x").Ask(new TierQuestion { Anchor = "a" });
        var down = Chain.Ask(new TierQuestion { Anchor = "d", IsDownstream = true, MaxHops = 2 });

        Assert.That((string.Join(' ', up.Result.Frontier), up.Outcome), Is.EqualTo(("d x", Outcome.Found)));
        Assert.That(down.Result.Frontier, Is.Empty, "b is in the last tier, and a is known to depend on it");
    }

    /// <summary>A fact that the filter leaves out is knowledge all the same.</summary>
    [Test]
    public void Frontier_LeavesFiltersAside() => Assert.That(
        Chain.Ask(new TierQuestion { Anchor = "a", Filter = new() { AvoidFacts = ["f03"] } }).Result.Frontier, Is.Empty);

    // y(product) → s for q, which is no part of y; x → s for nothing stated; x → y → s is the one consistent way
    [Test]
    public void NothingWithinTheHops_BlamesThemWhereALongerPathMayBe()
    {
        var graph = new GraphBuilder().Node("y", "Product").Node("q", "Product").Fact("s", "SUPPLIES_TO", "y", product: "q").Fact("s", "SUPPLIES_TO", "x");
        var question = new TierQuestion { Anchor = "s", IsDownstream = true, MaxHops = 1 };

        Assert.That(graph.Ask(question) is { Outcome: Outcome.None, Result.Gaps.Count: 0 });
        graph.Fact("x", "DEPENDS_ON", "y");
        Assert.That(graph.Ask(question) is { Outcome: Outcome.Undecided, Result.Gaps: [KnowledgeGap.MaxHops] });
        Assert.That(graph.Ask(question with { MaxHops = 2 }).Result.Members.Select(member => $"{member.Node} {member.Tier}"), Is.EqualTo(new[] { "x 2" }));
    }

    // a → b (2024) → c (since 2025): what b needs began after a needed b
    [Test]
    public void TiersInTimeOrder_LeaveOutWhatCameTooLate()
    {
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "b", fact => fact with { ValidTo = new PartialDate(2024) })
            .Fact("b", "DEPENDS_ON", "c", fact => fact with { ValidFrom = new PartialDate(2025) });

        Assert.That(Nodes(graph.Ask(new TierQuestion { Anchor = "a" })), Is.EqualTo(new[] { "b", "c" }));
        Assert.That(Nodes(graph.Ask(new TierQuestion { Anchor = "a", IsOrderedInTime = true })), Is.EqualTo(new[] { "b" }));
        Assert.That(Nodes(graph.Ask(new TierQuestion { Anchor = "a", IsOrderedInTime = true, IsClosure = true })), Is.EqualTo(new[] { "b" }));
        Assert.That(Nodes(graph.Ask(new TierQuestion { Anchor = "c", IsDownstream = true, IsOrderedInTime = true })), Is.EqualTo(new[] { "b" }));
        Assert.That(
            graph.Fact("d", "DEPENDS_ON", "c").Ask(new CommonQuestion { Anchors = ["a", "d"], IsOrderedInTime = true }).Result.Members, Is.Empty);
    }

    // a → b ← c – visited – d
    [Test]
    public void Neighbourhood_IsReadEitherWayOverAnyType()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("c", "DEPENDS_ON", "b").Fact("c", "VISITED", "d").Fact("d", "CAUSES", "e");
        var answer = graph.Ask(new NeighbourhoodQuestion { Anchor = "a", MaxHops = 3 });

        Assert.That(answer.Result.Members.Select(member => $"{member.Tier} {string.Join(' ', member.Path.Nodes)}"), Is.EqualTo(new[] { "1 a b", "2 a b c", "3 a b c d" }));
        Assert.That(answer.Result.Members[^1].Path.Hops.Select(hop => hop.Reading), Is.EqualTo(new[] { "a depends on b", "b is needed by c", "c visited d" }));
    }

    [Test]
    public void NeighbourhoodOfANodeWithoutFacts_IsNotKnown()
    {
        var answer = Chain.Node("x", "Company").Ask(new NeighbourhoodQuestion { Anchor = "x", MaxHops = 2 });
        var filtered = Chain.Ask(new NeighbourhoodQuestion { Anchor = "a", MaxHops = 2, Filter = new() { MinConfidence = 1, AvoidFacts = ["f01"] } });

        Assert.That((answer.Outcome, answer.Result.Gaps.Single()), Is.EqualTo((Outcome.Undecided, KnowledgeGap.FromHasNoFacts)));
        Assert.That((filtered.Outcome, filtered.Result.Gaps.Count), Is.EqualTo((Outcome.None, 0)));
    }

    [Test]
    public void NothingInCommon_SaysWhereKnowledgeEnds()
    {
        var answer = Chain.Fact("e", "DEPENDS_ON", "f").Ask(new CommonQuestion { Anchors = ["a", "e"] });

        Assert.That((answer.Outcome, string.Join(' ', answer.Result.Frontier)), Is.EqualTo((Outcome.None, "d f")));
    }

    private static IEnumerable<string> Nodes(Answer<TiersResult> answer) => answer.Result.Members.Select(member => member.Node);
}
