using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Nodes to pass through, days in order, and what was known when.</summary>
[TestFixture]
internal sealed class PathRuleTests
{
    //   a ── b ── c ── t
    //   │    │    │
    //   └────┼─ c ┘ and c ── b, so that b may come after c
    //        t
    private static readonly GraphBuilder Square = new GraphBuilder()
        .Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "t")
        .Fact("a", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "t");

    [TestCase("b", "a b t", "a b c t", "a c b t")]
    [TestCase("b c", "a b c t")]
    [TestCase("c b", "a c b t")]
    [TestCase("a b t", "a b t", "a b c t", "a c b t")]
    [TestCase("t b")]
    [TestCase("b a")]
    public void Via_IsPassedInOrder(string via, params string[] paths) =>
        Assert.That(Paths(Square, new() { From = "a", To = "t", Mode = PathMode.All, Via = via.Split(' ') }), Is.EqualTo(paths));

    [Test]
    public void Via_DoesNotMeetANodeTwice()
    {
        //   a ── b ── c ── b: c leads nowhere but back
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "t");

        var answer = graph.Ask(new PathQuestion { From = "a", To = "t", Via = ["c"] });

        Assert.That(answer.Result.Paths, Is.Empty);
        Assert.That(answer.Outcome, Is.EqualTo(Outcome.None));
        Assert.That(answer.Result.Relaxations.Select(relaxation => $"{relaxation.Without}: {string.Join(' ', relaxation.Nodes)}"), Is.EqualTo(new[] { "--via c: a b t" }));
    }

    [Test]
    public void Via_UnknownOrTwice_IsRefused()
    {
        Assert.That(
            () => Square.Ask(new PathQuestion { From = "a", To = "t", Via = ["zzz"] }),
            Throws.InstanceOf<KeyNotFoundException>().With.Message.EqualTo("no node has the id \"zzz\""));
        Assert.That(
            () => Square.Ask(new PathQuestion { From = "a", To = "t", Via = ["b", "c", "b"] }),
            Throws.InstanceOf<QuestionException>().With.Message.EqualTo("a path passes through \"b\" once; it is asked to do so 2 times"));
    }

    [TestCase("2023", null, null, "2022", true, Description = "the far hop ended before the near one began")]
    [TestCase(null, "2022", "2023", null, false, Description = "the far hop began after the near one ended")]
    [TestCase(null, "2023", "2023", null, true, Description = "both may hold in 2023")]
    [TestCase(null, "2023-05-01", "2023-05-02", null, false, Description = "a day too late")]
    [TestCase(null, "2023-05-01", "2023-05", null, true, Description = "the far hop may have begun on the first of May")]
    [TestCase(null, null, null, null, true, Description = "unknown dates allow any day")]
    public void Dependence_IsOrderedFromTheFarEnd(string? nearFrom, string? nearTo, string? farFrom, string? farTo, bool isOrdered)
    {
        //   shop ──(near)── maker ──(far)── owner
        var graph = new GraphBuilder().Fact("shop", "DEPENDS_ON", "maker", Dated(nearFrom, nearTo)).Fact("maker", "DEPENDS_ON", "owner", Dated(farFrom, farTo));

        var paths = Paths(graph, new() { From = "shop", To = "owner", IsOrderedInTime = true });

        Assert.That(paths, Is.EqualTo(isOrdered ? new[] { "shop maker owner" } : []));
    }

    [TestCase("2023", null, null, "2022", false)]
    [TestCase(null, "2022", "2023", null, true)]
    [TestCase("2022-05-01", null, null, "2022-05-01", true)]
    [TestCase("2022-05-02", null, null, "2022-05-01", false)]
    public void Causes_ComeBeforeEffects(string? firstFrom, string? firstTo, string? secondFrom, string? secondTo, bool isOrdered)
    {
        //   drought ──(first)──▶ hunger ──(second)──▶ unrest
        var graph = new GraphBuilder().Fact("drought", "CAUSES", "hunger", Dated(firstFrom, firstTo)).Fact("hunger", "CAUSES", "unrest", Dated(secondFrom, secondTo));

        var paths = Paths(graph, new() { From = "drought", To = "unrest", IsOrderedInTime = true, Filter = new() { Layers = ["causal"] } });

        Assert.That(paths, Is.EqualTo(isOrdered ? new[] { "drought hunger unrest" } : []));
    }

    [Test]
    public void ParallelFacts_AreListedWhereSomeOrderUsesThem()
    {
        //   shop ── f01 until 2022, f02 since 2024 ── maker ── f03 since 2023 ── owner: f01 is too early for f03
        var graph = new GraphBuilder()
            .Fact("shop", "DEPENDS_ON", "maker", Dated(null, "2022"))
            .Fact("shop", "DEPENDS_ON", "maker", Dated("2024", null))
            .Fact("maker", "DEPENDS_ON", "owner", Dated("2023", null));

        var path = graph.Ask(new PathQuestion { From = "shop", To = "owner", IsOrderedInTime = true }).Result.Paths.Single();

        Assert.That(path.Hops.Select(hop => string.Join(' ', hop.Facts.Select(fact => fact.Id))), Is.EqualTo(new[] { "f02", "f03" }));
    }

    [Test]
    public void MiddleHop_BoundsThoseBeyondIt()
    {
        //   a ── until 2025 ── b ── until 2021 ── c ── since 2022 ── d: the outer two go together, but not with the middle one
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "b", Dated(null, "2025")).Fact("b", "DEPENDS_ON", "c", Dated(null, "2021")).Fact("c", "DEPENDS_ON", "d", Dated("2022", null));

        var answer = graph.Ask(new PathQuestion { From = "a", To = "d", IsOrderedInTime = true });

        Assert.That(answer.Outcome, Is.EqualTo(Outcome.None));
        Assert.That(answer.Result.Relaxations.Select(relaxation => relaxation.Without), Is.EqualTo(new[] { "--in-time-order" }));
    }

    [Test]
    public void FirstHop_BoundsThoseBeyondAnOpenOne()
    {
        //   a ── until 2021 ── b ── at any time ── c ── since 2022 ── d; for causes the other way round
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "b", Dated(null, "2021")).Fact("b", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "d", Dated("2022", null))
            .Fact("w", "CAUSES", "x", Dated("2022", null)).Fact("x", "CAUSES", "y").Fact("y", "CAUSES", "z", Dated(null, "2021"));

        Assert.That(Paths(graph, new() { From = "a", To = "d", IsOrderedInTime = true }), Is.Empty);
        Assert.That(Paths(graph, new() { From = "w", To = "z", IsOrderedInTime = true, Filter = new() { Layers = ["causal"] } }), Is.Empty);
    }

    [TestCase("2025-12-31")]
    [TestCase("2026-01-30", Description = "entered in January: perhaps on its last day")]
    [TestCase("2026-01-31", "a t")]
    [TestCase("2026-02-10", "a t", "a b t")]
    public void KnownOn_LeavesOutWhatWasEnteredLater(string day, params string[] paths)
    {
        //   a ── entered in January 2026 ── t      a ── b ── entered on 10 February ── t
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "t", fact => fact with { EnteredOn = PartialDate.Parse("2026-01") })
            .Fact("a", "DEPENDS_ON", "b")
            .Fact("b", "DEPENDS_ON", "t", fact => fact with { EnteredOn = PartialDate.Parse("2026-02-10") });

        Assert.That(graph.Paths("a", "t", new() { KnownOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }), Is.EqualTo(paths));
    }

    [TestCase(PathMode.Shortest)]
    [TestCase(PathMode.KShortest)]
    [TestCase(PathMode.All)]
    [TestCase(PathMode.EdgeDisjoint)]
    [TestCase(PathMode.NodeDisjoint)]
    public void AvoidedNode_IsMetInNoMode(PathMode mode) =>
        Assert.That(Paths(Square, new() { From = "a", To = "t", Mode = mode, K = 9, Filter = new() { AvoidNodes = ["b"] } }), Is.EqualTo(new[] { "a c t" }));

    [Test]
    public void AvoidedEnd_IsNotEvenAPathToItself() =>
        Assert.That(Paths(Square, new() { From = "a", To = "a", Filter = new() { AvoidNodes = ["a"] } }), Is.Empty);

    // a → b → t by rail, a → c → t, c by rail alone
    [Test]
    public void Channels_AreFollowedAloneAndByAnyOfThem()
    {
        var graph = new GraphBuilder().Fact("b", "SUPPLIES_TO", "a", By("rail", "road")).Fact("t", "SUPPLIES_TO", "b", By("rail"))
            .Fact("c", "SUPPLIES_TO", "a", By("rail")).Fact("t", "SUPPLIES_TO", "c", fact => fact);
        Assert.That(Paths(graph, Any(new() { Channels = ["rail"] })), Is.EqualTo(new[] { "a b t" }));
        Assert.That(Paths(graph, Any(new() { Channels = ["road", "rail"] })), Is.EqualTo(new[] { "a b t" }));
        Assert.That(Paths(graph, Any(new() { Channels = ["road"] })), Is.Empty);
        Assert.That(graph.Ask(Any(new() { Channels = ["road"] })).Result.Relaxations.Single().Without, Is.EqualTo("--channel road"));

        static PathQuestion Any(GraphFilter filter) => new() { From = "a", To = "t", Filter = filter with { Products = ProductRule.Any } };
        static Func<Fact, Fact> By(params string[] ways) => fact => fact with { Roles = new Dictionary<string, IReadOnlyList<string>> { ["channel"] = ways } };
    }

    // a → b → t, a → c → t; c is a country, and every country an actor
    [Test]
    public void AvoidedNodeType_IsMetNowhereAndKnown()
    {
        var graph = new GraphBuilder().Node("c", "Country")
            .Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "t").Fact("a", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "t");
        Assert.That(Paths(graph, Avoiding("Country")), Is.EqualTo(new[] { "a b t" }));
        Assert.That(Paths(graph, Avoiding("Actor")), Is.Empty, "subtypes are avoided too, and so are the ends");
        Assert.That(
            () => graph.Ask(Avoiding("Countrie")),
            Throws.InstanceOf<QuestionException>().With.Message.EqualTo("node type \"Countrie\" is not in the ontology; did you mean Country?"));

        static PathQuestion Avoiding(string type) => new() { From = "a", To = "t", Filter = new() { AvoidNodeTypes = [type] } };
    }

    private static Func<Fact, Fact> Dated(string? from, string? to) => fact => fact with
    {
        ValidFrom = from is null ? null : PartialDate.Parse(from),
        ValidTo = to is null ? null : PartialDate.Parse(to),
    };

    private static IEnumerable<string> Paths(GraphBuilder graph, PathQuestion question) =>
        graph.Ask(question).Result.Paths.Select(path => string.Join(' ', path.Nodes));
}
