using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Facts;

/// <summary>The sentences of the semantics on time, each as rows: dates of the fact, attestation, day, word.</summary>
[TestFixture]
internal sealed class ValidityTests
{
    [TestCase("2022-03", null, "2025-09-24", "2022-02-28", Certainty.Not, Description = "not before its earliest start")]
    [TestCase("2022-03", null, "2025-09-24", "2022-03-01", Certainty.Possibly, Description = "possible from its earliest start")]
    [TestCase("2022-03", null, "2025-09-24", "2022-03-30", Certainty.Possibly, Description = "possible until its latest start")]
    [TestCase("2022-03", null, "2025-09-24", "2022-03-31", Certainty.Certainly, Description = "certain from its latest possible start")]
    [TestCase("2022-03", null, "2025-09-24", "2025-09-24", Certainty.Certainly, Description = "certain to its attestation")]
    [TestCase("2022-03", null, "2025-09-24", "2025-09-25", Certainty.Possibly, Description = "possible after its attestation")]
    [TestCase("2022", "2024", "2025-09-24", "2024-01-01", Certainty.Certainly, Description = "certain to its earliest possible end")]
    [TestCase("2022", "2024", "2025-09-24", "2024-01-02", Certainty.Possibly, Description = "possible to its latest end")]
    [TestCase("2022", "2024", "2025-09-24", "2024-12-31", Certainty.Possibly, Description = "possible on its latest end")]
    [TestCase("2022", "2024", "2025-09-24", "2025-01-01", Certainty.Not, Description = "not after its latest end, attested or not")]
    [TestCase("2025", null, "2025-06-01", "2025-05-31", Certainty.Possibly, Description = "possible within the year of its start")]
    [TestCase("2025", null, "2025-06-01", "2025-06-01", Certainty.Certainly, Description = "certain never later than its first attested day")]
    [TestCase(null, null, "2025-08", "2025-07-31", Certainty.Possibly, Description = "without a start possible before its attestation")]
    [TestCase(null, null, "2025-08", "2025-08-01", Certainty.Certainly, Description = "known by month it holds for the whole month: first day")]
    [TestCase(null, null, "2025-08", "2025-08-31", Certainty.Certainly, Description = "known by month it holds for the whole month: last day")]
    [TestCase(null, null, "2025-08", "2025-09-01", Certainty.Possibly, Description = "possible after the month")]
    [TestCase(null, null, "2025-08", "0001-01-01", Certainty.Possibly, Description = "unknown is not unlimited, nor excluded")]
    [TestCase(null, "2020", "2025-08", "2019-06-01", Certainty.Possibly, Description = "ended before it was told, start unknown: never certain")]
    [TestCase(null, "2020", "2025-08", "2021-01-01", Certainty.Not, Description = "ended before it was told")]
    public void State_HoldsAsItsDatesAllow(string? from, string? to, string attested, string day, Certainty word) =>
        Assert.That(Of(Persistence.State, from, to, attested).At(Day(day)), Is.EqualTo(word));

    [TestCase("2025-02", null, "2025-09-24", "2025-01-31", Certainty.Not, Description = "not before its earliest day")]
    [TestCase("2025-02", null, "2025-09-24", "2025-02-01", Certainty.Possibly, Description = "possible between")]
    [TestCase("2025-02", null, "2025-09-24", "2025-02-28", Certainty.Certainly, Description = "certain from its latest possible day")]
    [TestCase("2025-02", null, "2025-09-24", "2099-01-01", Certainty.Certainly, Description = "true ever after, past the attestation")]
    [TestCase("2025-02", "2025-03", "2025-09-24", "2025-03-30", Certainty.Possibly, Description = "possible until the last possible day")]
    [TestCase("2025-02", "2025-03", "2025-09-24", "2025-03-31", Certainty.Certainly, Description = "certain from the last possible day")]
    [TestCase(null, null, "2025-08", "2025-07-31", Certainty.Possibly, Description = "undated: possible before its attestation")]
    [TestCase(null, null, "2025-08", "2025-08-01", Certainty.Certainly, Description = "undated: certain from its attestation on")]
    public void Event_StaysTrueOnceItHappened(string? from, string? to, string attested, string day, Certainty word) =>
        Assert.That(Of(Persistence.Event, from, to, attested).At(Day(day)), Is.EqualTo(word));

    [Test]
    public void DatesOfAFactWithAValue_AreThePeriodOfTheValue()
    {
        var undated = Blank(fact => fact with { ValidFrom = new PartialDate(2026), Value = new FactValue { Unit = "usd", Text = "billions" } });
        Assert.That(undated.At(new DateOnly(2019, 1, 1)), Is.EqualTo(Certainty.Possibly));
    }

    [Test]
    public void OwnAttestation_ComesBeforeTheSource() =>
        Assert.That(Attestation(fact => fact with { AttestedOn = new PartialDate(2024, 3) }), Is.EqualTo("2024-03"));

    [Test]
    public void CuratorsEdge_IsAttestedOnTheDayItWasEntered() => Assert.That(Attestation(fact => fact with { IsCurator = true }), Is.EqualTo("2026-01-15"));

    [Test]
    public void SeveralSources_TheLatestAttests() => Assert.That(
        Attestation(fact => fact with { Evidence = [new Evidence("month-source", "1"), new Evidence("day-source", "2"), new Evidence("undated-source", "3")] }),
        Is.EqualTo("2025-09-24"));

    private static Validity Of(Persistence persistence, string? from, string? to, string attested) =>
        Validity.Of(persistence, Date(from), Date(to), PartialDate.Parse(attested));

    private static Validity Blank(Func<Fact, Fact> change)
    {
        var set = new GraphBuilder().Fact("a", "EARNS_FROM", "b", change).Set();
        return set.ValidityOf(set.Facts[0]);
    }

    private static string Attestation(Func<Fact, Fact> change)
    {
        var set = new GraphBuilder().Fact("a", "CONTROLS", "b", change).Set();
        return set.AttestationOf(set.Facts[0]).ToString();
    }

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
