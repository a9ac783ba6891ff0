using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

public sealed class RowTests
{
    public static IEnumerable<FactSet> Sets() => Enumerable.Range(1, 20).Select(seed => SmallWorld.Random(seed, 20, 60)).Prepend(SmallWorld.Seed());

    [TestCaseSource(nameof(Sets))]
    public void EveryFact_ReadsBackExactly(FactSet set)
    {
        foreach (var fact in set.Facts)
        {
            var back = FactRow.Read(fact.Subject, fact.Type, fact.Object, FactRow.Write("d", set, fact));
            Assert.That(Json(back, FactJson.Write), Is.EqualTo(Json(fact, FactJson.Write)));
            Assert.That(back.Value, Is.EqualTo(fact.Value));
        }
    }

    [TestCaseSource(nameof(Sets))]
    public void EveryNodeSourceAndConflict_ReadsBackExactly(FactSet set)
    {
        Assert.That(set.Nodes.Select(node => Json(NodeRow.Read(NodeRow.Write("d", node)), FactJson.Write)), Is.EqualTo(set.Nodes.Select(node => Json(node, FactJson.Write))));
        Assert.That(set.Sources.Select(source => SourceRow.Read(SourceRow.Write("d", source))), Is.EqualTo(set.Sources));
        Assert.That(
            set.Conflicts.Select(conflict => Json(ConflictRow.Read(ConflictRow.Write("d", conflict)), FactJson.Write)),
            Is.EqualTo(set.Conflicts.Select(conflict => Json(conflict, FactJson.Write))));
    }

    [Test]
    public void Fact_IsFlatAndReadableForAnalysts()
    {
        var set = SmallWorld.Seed();
        var properties = FactRow.Write("d", set, set.FindFact("f1")!);
        Assert.That(
            properties.Select(pair => $"{pair.Key}={(pair.Value is List<object?> list ? string.Join('|', list) : pair.Value)}"),
            Is.EqualTo(new[]
            {
                "dataset=d", "factId=f1", "layer=supply", "caption=? supplies to", "status=reported", "attributedTo=minsk", "confidence=0.72",
                "confidenceReason=specific", "evidenceSources=s1", "evidencePlaces=line 29", "statement=integral SUPPLIES_TO iskander.",
                "note=key supplier", "doubts=one|two", "enteredBy=curators", "enteredOn=2026-11-22", "checkedBy=somebody",
                "checkedOn=2026-11-22", "validFrom=2024", "validTo=2025-07-31", "attestedOn=2025-02", "attested=2025-02",
                "notBefore=2024-01-01", "certainFrom=2024-12-31", "certainTo=2025-02-28", "notAfter=2025-07-31",
                "role_product=iskander|minsk", "role_channel=minsk",
            }));
    }

    [Test]
    public void SearchText_HoldsTheKeysOfAllNames() =>
        Assert.That(
            NodeRow.Write("d", SmallWorld.Seed().FindNode("integral")!)["searchText"], Is.EqualTo("integral\nінтэграл\nminsk chips"));

    [TestCase("1700000000", "1700000000", "usd", true, "about 1,700,000,000 USD (2023)")]
    [TestCase("0.65", "0.65", "fraction", false, "65 % (2023)")]
    [TestCase("0.1", "0.11", "fraction", false, "10–11 % (2023)")]
    [TestCase("300000", null, "usd", false, "> 300,000 USD (2023)")]
    [TestCase(null, "5", "usd", false, "≤ 5 USD (2023)")]
    public void Caption_ReadsLikeASentence(string? minimum, string? maximum, string unit, bool approximate, string caption)
    {
        var value = new FactValue
        {
            Unit = unit,
            Minimum = Decimal(minimum),
            Maximum = Decimal(maximum),
            IsMinimumExclusive = maximum is null,
            IsApproximate = approximate,
            PeriodFrom = new PartialDate(2023),
            PeriodTo = new PartialDate(2023),
        };
        Assert.That(ValueCaption.Of(value, SmallWorld.Ontology), Is.EqualTo(caption));
    }

    [Test]
    public void HandEditedProperty_IsNamed()
    {
        var set = SmallWorld.Seed();
        var properties = FactRow.Write("d", set, set.FindFact("f1")!);
        properties["confidence"] = "high";
        Assert.That(
            () => FactRow.Read("a", "OWNS", "b", properties),
            Throws.TypeOf<FormatException>().With.Message.EqualTo("the property \"confidence\" of fact \"f1\" is no decimal number"));
    }

    private static decimal? Decimal(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Json<T>(T item, Action<Newtonsoft.Json.JsonWriter, T> write)
    {
        using var text = new StringWriter();
        using var writer = new Newtonsoft.Json.JsonTextWriter(text);
        write(writer, item);
        writer.Flush();
        return text.ToString();
    }

    [TestCase("fraction", "3 %")]
    [TestCase("fraction-of-gdp", "3 % of GDP")]
    [TestCase("fraction-growth", "3 % growth")]
    public void Caption_OfAShareOfAnything_IsAPercentage(string unit, string caption)
    {
        var ontology = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!.Ontology;
        var value = new FactValue { Unit = unit, Minimum = 0.03m, Maximum = 0.03m };

        Assert.That(ValueCaption.Of(value, ontology), Is.EqualTo(caption));
    }
}
