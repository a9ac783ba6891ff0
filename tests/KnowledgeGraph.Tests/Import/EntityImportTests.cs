using KnowledgeGraph.Facts;
using KnowledgeGraph.Import;
using KnowledgeGraph.Snapshot;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Import;

/// <summary>Entities of FollowTheMoney through the shipped mapping.</summary>
public sealed class EntityImportTests
{
    private const string Ann = """{"id":"Q1","schema":"Person","caption":"Ann Ay","properties":{"name":["Ann Ay"],"alias":["A. Ay"],"nationality":["by","BY"]},"datasets":["list_a"]}""";
    private const string Bee = """{"id":"Q2","schema":"Company","properties":{"name":["Bee\tLtd"],"jurisdiction":["cy"],"leiCode":["123"]},"datasets":["list_a"]}""";

    [Test]
    public void Entities_BecomeNodes()
    {
        var set = Import(out _, Ann, Bee);
        var (ann, bee) = (set.FindNode("Q1")!, set.FindNode("Q2")!);

        Assert.That((ann.Name, ann.Type, ann.Note), Is.EqualTo(("Ann Ay", "Person", "Person of list_a")));
        Assert.That(ann.Names, Is.EqualTo(new[] { new NodeName("A. Ay", NameKind.Alias) }));
        Assert.That(ann.Countries, Is.EqualTo(new[] { "belarus" }), "the code of a country that curators know is their node");
        Assert.That((bee.Name, string.Join(' ', bee.Countries)), Is.EqualTo(("Bee Ltd", "country-cy")));
        Assert.That(bee.Identifiers, Is.EqualTo(new[] { new Identifier("lei", "123", IsAsPrinted: true) }));
    }

    [Test]
    public void Ownership_KeepsDatesAndPercentageAsPrintedAndParsed()
    {
        const string owns = """
            {"id":"o1","schema":"Ownership","properties":{"owner":["Q1"],"asset":["Q2"],"percentage":["25,5 %"],"startDate":["2019-05-03T00:00:00"],"endDate":["lately"],"role":["shareholder"]},"datasets":["list_a","list_b"],"last_seen":"2026-03-04T10:00:00"}
            """;
        var fact = Import(out var report, Ann, Bee, owns).FindFact("o1")!;

        Assert.That((fact.Subject, fact.Type, fact.Object, fact.AttestedOn?.ToString()), Is.EqualTo(("Q1", "OWNS", "Q2", "2026-03-04")));
        Assert.That((fact.Value?.Minimum, fact.Value?.Unit, fact.Value?.PeriodFrom?.ToString()), Is.EqualTo((0.255m, "fraction", "2019-05-03")));
        Assert.That(fact.Note, Is.EqualTo(
            "startDate as printed: 2019-05-03T00:00:00; endDate as printed: lately; percentage as printed: 25,5 %; role: shareholder"));
        Assert.That(fact.Evidence, Is.EqualTo(new[] { new Evidence("list_a", "entity o1"), new Evidence("list_b", "entity o1") }));
        Assert.That(report.LeftOut.Single().What, Is.EqualTo("date Ownership:endDate not understood, kept in the note"));
    }

    [TestCase("Directorship", """ "director":["Q1"],"organization":["Q2"] """, "Q1 DIRECTS Q2")]
    [TestCase("Membership", """ "member":["Q1"],"organization":["Q2"] """, "Q1 MEMBER_OF Q2")]
    [TestCase("Employment", """ "employee":["Q1"],"employer":["Q2"] """, "Q1 EMPLOYED_BY Q2")]
    [TestCase("Representation", """ "agent":["Q2"],"client":["Q1"] """, "Q2 REPRESENTS Q1")]
    [TestCase("Family", """ "person":["Q1"],"relative":["Q1"] """, "Q1 RELATED_TO Q1")]
    [TestCase("Associate", """ "person":["Q1"],"associate":["Q2"] """, "Q1 ASSOCIATED_WITH Q2")]
    [TestCase("UnknownLink", """ "subject":["Q1"],"object":["Q2"] """, "Q1 LINKED_TO Q2")]
    [TestCase("Payment", """ "payer":["Q2"],"beneficiary":["Q1"],"amountUsd":["1500.50"] """, "Q2 PAID Q1")]
    [TestCase("Sanction", """ "entity":["Q1"],"authority":["Council of the EU"],"startDate":["2022"] """, "Q1 LISTED_UNDER council-of-the-eu")]
    [TestCase("Ownership", """ "owner":["Q1","Q2"],"asset":["Q2"] """, "Q1 OWNS Q2, Q2 OWNS Q2")]
    public void EdgeSchema_BecomesFacts(string schema, string properties, string facts)
    {
        var set = Import(out var report, Ann, Bee, $$"""{"id":"e1","schema":"{{schema}}","properties":{{{properties}}},"datasets":["list_a"]}""");

        Assert.That(report.Rejects, Is.Empty);
        Assert.That(string.Join(", ", set.Facts.Select(fact => $"{fact.Subject} {fact.Type} {fact.Object}")), Is.EqualTo(facts));
    }

    [TestCase("100", 1, 1)]
    [TestCase("25-50", 0.25, 0.5)]
    [TestCase("0.5%", 0.005, 0.005)]
    public void Percentage_IsParsed(string printed, double minimum, double maximum)
    {
        var value = Import(out _, Ann, Bee, Owns(printed)).FindFact("o1")!.Value!;

        Assert.That(((double)value.Minimum!, (double)value.Maximum!), Is.EqualTo((minimum, maximum)));
    }

    [TestCase("a majority")]
    [TestCase("150")]
    [TestCase("-5")]
    public void PercentageNotUnderstood_StaysInTheNoteAndIsCounted(string printed)
    {
        var fact = Import(out var report, Ann, Bee, Owns(printed)).FindFact("o1")!;

        Assert.That((fact.Value, fact.Note), Is.EqualTo(((FactValue?)null, $"percentage as printed: {printed}")));
        Assert.That(report.LeftOut.Single().What, Is.EqualTo("figure Ownership:percentage not understood, kept in the note"));
    }

    [TestCase("""{"id":"e1","schema":"Ownership","properties":{"owner":["Q1"]}}""", "3:1 KG023 Ownership needs the property \"asset\"")]
    [TestCase("""{"id":"e1","schema":"Ownership","properties":{"owner":["Q1"],"asset":["Q9"]}}""", "3:1 KG303 node \"Q9\" does not exist, or was not taken")]
    [TestCase("""{"id":"e1","schema":"Directorship","properties":{"director":["Q1"],"organization":["Q1"]}}""", "3:1 KG401 \"Q1\" is of type Person; the object of DIRECTS must be Organization")]
    [TestCase("""{"id":"e1","schema":"Membership","properties":{"member":["Q1"],"organization":["Q2"],"startDate":["2020"],"endDate":["2019"]}}""", "3:1 KG502 Membership ends before it begins")]
    [TestCase("""{"id":"e 1","schema":"Person","properties":{}}""", "3:1 KG301 id \"e 1\" is malformed; it takes printable ASCII without blank")]
    [TestCase("""{"id":"e1","properties":{}}""", "3:1 KG023 \"schema\" is missing")]
    [TestCase("""{"id":"e1","schema":"Family","properties":{"person":[{"id":"Q1"}]}}""", "3:54 KG021 \"person\" must hold texts, found an object; of nested files import the plain one, entities.ftm.json")]
    [TestCase("""{"id":"Q1","schema":"Person","properties":{}}""", "3:1 KG302 node \"Q1\" stands twice; the first is kept")]
    public void EntityThatIsNotTaken_IsNamed(string entity, string message)
    {
        using var folder = new ImportFolder();

        Assert.That(folder.RejectsOf("entities.ftm.json", Ann, Bee, entity), Is.EqualTo(message));
    }

    [Test]
    public void WhatTheMappingLeavesOut_IsCountedByName()
    {
        Import(out var report, Ann, """{"id":"p","schema":"Position","properties":{}}""", """{"id":"a","schema":"Address","properties":{}}""",
            """{"id":"a2","schema":"Address","properties":{}}""", """{"id":"Q3","schema":"Person","properties":{"name":["C"],"birthDate":["1970"]}}""");

        Assert.That(report.LeftOut.Select(count => $"{count.Count} {count.What}"), Is.EqualTo(new[]
        {
            "2 schema Address, left out by the mapping", "1 property Person:birthDate", "1 schema Position, not in the mapping",
        }));
    }

    private static string Owns(string percentage) =>
        $$"""{"id":"o1","schema":"Ownership","properties":{"owner":["Q1"],"asset":["Q2"],"percentage":["{{percentage}}"]},"datasets":["list_a"]}""";

    private static FactSet Import(out ImportReport report, params string[] lines)
    {
        using var folder = new ImportFolder();
        report = folder.Import([folder.Write("entities.ftm.json", lines)]).Report!;
        return GraphFile.Check(folder.Target).Facts;
    }
}
