using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Which facts an answer hangs on. In the drawings → reads "depends on".</summary>
[TestFixture]
internal sealed class LoadBearingTests
{
    // a → b → d
    [Test]
    public async Task OnlyPath_HangsOnEachOfItsFacts()
    {
        var bearing = await Of(new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "d").Fact("a", "DEPENDS_ON", "z"), new PathQuestion { From = "a", To = "d" });

        Assert.That(bearing.Facts.Select(Line), Is.EqualTo(new[] { "f01: None, loses paths: a > b > d", "f02: None, loses paths: a > b > d" }));
        Assert.That((bearing.Tried, bearing.Untried.Count), Is.EqualTo((2, 0)));
    }

    // a ⇉ b, by two facts
    [Test]
    public async Task ParallelFacts_BearNothingAlone() =>
        Assert.That((await Of(new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("a", "DEPENDS_ON", "b"), new PathQuestion { From = "a", To = "b" })).Facts, Is.Empty);

    // a → b → d, a → c → e → d
    [Test]
    public async Task LongerPath_TakesThePlaceOfTheShorter()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "d")
            .Fact("a", "DEPENDS_ON", "c").Fact("c", "DEPENDS_ON", "e").Fact("e", "DEPENDS_ON", "d");

        Assert.That(
            (await Of(graph, new PathQuestion { From = "a", To = "d" })).Facts.Select(Line),
            Is.EqualTo(new[] { "f01: Found, loses paths: a > b > d, gains paths: a > c > e > d", "f02: Found, loses paths: a > b > d, gains paths: a > c > e > d" }));
    }

    // missile → maker, through a plant that it contains a part of: the declaration is no hop, but bears the path
    [Test]
    public async Task Declaration_BearsAsWell()
    {
        var graph = new GraphBuilder().Node("missile", "Weapon").Node("chip", "Product")
            .Fact("country", "PRODUCES", "missile").Fact("chip", "COMPONENT_OF", "missile").Fact("maker", "SUPPLIES_TO", "country", product: "chip");

        Assert.That((await Of(graph, new PathQuestion { From = "missile", To = "maker" })).Facts.Select(fact => fact.Fact), Is.EqualTo(new[] { "f01", "f02", "f03" }));
    }

    [Test]
    public async Task Tiers_HangOnWhatBringsTheirNodes() => Assert.That(
        (await Of(new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "c"), new TierQuestion { Anchor = "a" })).Facts.Select(Line),
        Is.EqualTo(new[] { "f01: None, loses tier 1: b + tier 2: c", "f02: Found, loses tier 2: c" }));

    [Test]
    public async Task TimeThatIsUp_LeavesFactsUntriedAndNamesThem()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "DEPENDS_ON", "d");
        var bearing = await Of(graph, new PathQuestion { From = "a", To = "d" }, new FakeClock(TimeSpan.FromSeconds(6)));

        Assert.That((bearing.Tried, string.Join(' ', bearing.Untried)), Is.EqualTo((1, "f02")));
    }

    private static string Line(LoadBearingFact fact) =>
        $"{fact.Fact}: {fact.Outcome}, loses {string.Join(" + ", fact.Lost)}{(fact.Gained.Count > 0 ? $", gains {string.Join(" + ", fact.Gained)}" : "")}";

    private static Task<LoadBearing> Of<TResult>(GraphBuilder graph, Question<TResult> question, TimeProvider? clock = null)
        where TResult : Result
    {
        var engine = new EmbeddedQueries(graph.Graph());
        return LoadBearing.OfAsync(engine, engine.Ask(question), clock);
    }
}
