using KnowledgeGraph.Facts;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Facts;

/// <summary>Reports on small graphs; a source without a publisher is its own.</summary>
[TestFixture]
internal sealed class DataReportTests
{
    private static readonly DateOnly Today = new(2025, 12, 31);

    [Test]
    public void SameClaimFromAnotherPublisher_SupportsBoth() => Assert.That(
        Concern(FactConcern.Unsupported, new GraphBuilder()
            .Fact("a", "SUPPLIES_TO", "b", product: "chips")
            .Fact("a", "SUPPLIES_TO", "b", fact => From("month-source")(fact) with { Roles = GraphBuilder.Products("chips"), Confidence = 0.4 })
            .Fact("a", "SUPPLIES_TO", "b", fact => From("month-source")(fact) with { Roles = GraphBuilder.Products("sights") })
            .Fact("a", "SUPPLIES_TO", "b", fact => From("undated-source")(fact) with { Roles = GraphBuilder.Products("chips"), IsDenied = true })),
        Is.EqualTo(new[] { "f03", "f04" }));

    [Test]
    public void SameClaimTwiceFromOneSource_IsNoSupport() => Assert.That(
        Concern(FactConcern.Unsupported, new GraphBuilder().Fact("a", "CONTROLS", "b").Fact("a", "CONTROLS", "b")), Is.EqualTo(new[] { "f01", "f02" }));

    [Test]
    public void TwoSourcesOfOneFact_SupportIt() => Assert.That(
        Concern(FactConcern.Unsupported, new GraphBuilder().Fact("a", "CONTROLS", "b", fact => fact with { Evidence = [new("day-source", "1"), new("month-source", "2")] })),
        Is.Empty);

    [Test]
    public void SymmetricClaimTheOtherWayRound_IsTheSame() => Assert.That(
        Concern(FactConcern.Unsupported, new GraphBuilder().Fact("a", "ALLIED_WITH", "b").Fact("b", "ALLIED_WITH", "a", From("month-source"))), Is.Empty);

    [Test]
    public void CuratorsEdge_NeedsNoSupportAndGivesNone() => Assert.That(
        Concern(FactConcern.Unsupported, new GraphBuilder()
            .Fact("a", "GOVERNS", "b", fact => From("month-source")(fact) with { IsCurator = true })
            .Fact("a", "GOVERNS", "b")),
        Is.EqualTo(new[] { "f02" }));

    [Test]
    public void EveryConcern_IsCountedForEachGroup()
    {
        var report = DataReport.Of(
            new GraphBuilder()
                .Fact("a", "CONTROLS", "b", fact => fact with { ValidFrom = new PartialDate(2024), Confidence = 0.5 })
                .Fact("a", "CONTROLS", "c", fact => From("month-source")(fact) with { Confidence = 0.49, IsDenied = true, Doubts = ["why?"] })
                .Fact("a", "EARNS_FROM", "c", fact => fact with { Value = new FactValue { Unit = "usd", Text = "much", PeriodTo = new PartialDate(2024) } })
                .Conflict("c1", "f01", "f02").Set(),
            Today);

        Assert.That(Counts(report.All), Is.EqualTo("all 3: Undated 1, Unsupported 3, Unsure 1, InConflict 2, InDoubt 1, Denied 1"));
        Assert.That(report.Sources.Select(Counts), Is.EqualTo(new[]
        {
            "day-source 2: Unsupported 2, InConflict 1", "month-source 1: Undated 1, Unsupported 1, Unsure 1, InConflict 1, InDoubt 1, Denied 1", "undated-source 0: ",
        }));
        Assert.That(report.EdgeTypes.Select(group => (group.Name, group.Count)), Is.EqualTo(new[] { ("CONTROLS", 2), ("EARNS_FROM", 1) }));
        Assert.That(report.NodeTypes, Is.EqualTo(new[] { new NodeCount("Company", 3) }));
    }

    [TestCase("2025-12-31", null, ForecastState.Due, Description = "on the day itself")]
    [TestCase("2025", null, ForecastState.Due, Description = "the last day that the year can mean")]
    [TestCase("2026-01-01", null, ForecastState.Ahead)]
    [TestCase("2026", "2025-12", ForecastState.Ahead, Description = "a check before the day settles nothing")]
    [TestCase("2025-11", "2025-11-30", ForecastState.Checked)]
    [TestCase("2025-11", "2025-11", ForecastState.Due, Description = "checked some day of the month, perhaps too early")]
    [TestCase(null, null, ForecastState.Open)]
    public void Forecast_IsDueOnceItsLastDayHasCome(string? horizon, string? checkedOn, ForecastState state)
    {
        PartialDate? day = horizon is null ? null : PartialDate.Parse(horizon);
        var set = new GraphBuilder().Fact("a", "CAUSES", "b", fact => fact with
        {
            Status = FactStatus.Forecast,
            ValidTo = day,
            CheckedOn = checkedOn is null ? null : PartialDate.Parse(checkedOn),
        }).Set();

        Assert.That(DataReport.Of(set, Today).Forecasts, Is.EqualTo(new[] { new ForecastCheck("f01", day?.Latest, state) }));
    }

    private static Func<Fact, Fact> From(string source) => fact => fact with { Evidence = [new Evidence(source, "line 1")] };

    private static IReadOnlyList<string> Concern(FactConcern concern, GraphBuilder graph) => DataReport.Of(graph.Set(), Today).All.Concerns[concern];

    private static string Counts(FactGroup group) => $"{group.Name} {group.Count}: " + string.Join(
        ", ", group.Concerns.Where(pair => pair.Value.Count > 0).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value.Count}"));
}
