using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>Overlays over the sound base seed, in their file form.</summary>
public sealed class OverlayReaderTests
{
    private static readonly FactSet Base = SeedReader.Read(SeedCase.Base(SeedTestFiles.Golden)).Facts!;

    [Test]
    public void Removals_AreNodesFactsAndAllFactsOfAnEdge()
    {
        var overlay = Sound("""{ "remove": { "nodes": ["chips"], "facts": ["f003"], "edges": [{ "subject": "belarus", "object": "integral" }] } }""");

        Assert.That((string.Join(' ', overlay.RemovedNodes), string.Join(' ', overlay.RemovedFacts)), Is.EqualTo(("chips", "f003 f004 f005")));
    }

    [Test]
    public void EdgeWithAType_IsFactsOfThatTypeAlone() => Assert.That(
        Sound("""{ "remove": { "edges": [{ "subject": "integral", "type": "SUPPLIES_TO", "object": "peleng" }] } }""").RemovedFacts, Is.EqualTo(new[] { "f001" }));

    [Test]
    public void Change_ReplacesPropertiesAndNullTakesThemAway()
    {
        var overlay = Sound("""{ "change": [{ "id": "f001", "confidence": 0.2, "validFrom": null, "validTo": "2025" }] }""");

        Assert.That(overlay.ChangedFacts.Single(), Is.EqualTo(Base.FindFact("f001")! with
        {
            Confidence = 0.2,
            ValidFrom = null,
            ValidTo = new PartialDate(2025),
        }).Using<Fact>((a, b) => Json(a) == Json(b)));
    }

    [Test]
    public void Additions_MayNameWhatStandsAndWhatIsAdded()
    {
        var overlay = Sound($$"""
            { "enteredBy": "Ann", "enteredOn": "2026-11-28", "add": {
              "sources": [{ "id": "assumed", "title": "An assumption", "kind": "curation", "date": "2026-11-28" }],
              "nodes": [{ "id": "lens", "type": "Product", "name": "Lens" }],
              "facts": [{{Fact("x1", "peleng", "SUPPLIES_TO", "integral", "\"roles\": { \"product\": [\"lens\"] },", source: "assumed")}}] } }
            """);
        var set = overlay.On(Base);

        Assert.That((set.Nodes.Count, set.Sources.Count, set.Facts.Count), Is.EqualTo((Base.Nodes.Count + 1, Base.Sources.Count + 1, Base.Facts.Count + 1)));
        Assert.That(set.FindFact("x1")!.EnteredBy, Is.EqualTo("Ann"));
    }

    private static readonly (string Overlay, string[] Problems)[] Broken =
    [
        ("""{ }""", ["""what-if.json:1:1 KG023 an overlay has "remove", "change" or "add"; it has none of them"""]),
        ("""{ "remov": { } }""", [
            """what-if.json:1:1 KG023 an overlay has "remove", "change" or "add"; it has none of them""",
            """what-if.json:1:23 KG022 property "remov" is not known here; did you mean remove?"""]),
        ("""{ "remove": { "nodes": ["intergal"], "facts": ["f999"] } }""", [
            """what-if.json:1:45 KG303 node "intergal" does not exist; did you mean integral?""",
            """what-if.json:1:68 KG305 fact "f999" does not exist; allowed: b01, f001, f002, f003, f004, f005, f006"""]),
        ("""{ "remove": { "edges": [{ "subject": "integral", "type": "OWN", "object": "belarus" }] } }""", [
            """what-if.json:1:78 KG104 predicate "OWN" is not in the ontology; did you mean OWNS?"""]),
        ("""{ "remove": { "edges": [{ "subject": "integral", "type": "OWNS", "object": "belarus" }] } }""", [
            """what-if.json:1:45 KG305 no fact of type OWNS leads from integral to belarus; kg show NODE lists facts"""]),
        ("""{ "change": [{ "id": "f001", "confidence": 1.5, "validTo": "2023" }] }""", [
            """what-if.json:1:64 KG602 confidence is 1.5; it is 0 to 1 with at most four decimals""",
            """what-if.json:1:80 KG502 validTo 2023 is before validFrom 2024"""]),
        ("""{ "change": [{ "id": "f004", "validTo": "2025" }] }""", [
            """what-if.json:1:50 KG503 "validTo" cannot stand beside a "value"; write the value's "period" """.TrimEnd()]),
        ("""{ "change": [{ "id": "b01", "confidence": 0.5 }] }""", [
            """what-if.json:1:63 KG603 a curator's edge has confidence 1, found 0.5"""]),
        ("""{ "change": [{ "id": "f001", "statement": null }] }""", [
            """what-if.json:1:34 KG023 "statement" is missing"""]),
        ("""{ "change": [{ "id": "f001", "confidence": 0.1 }, { "id": "f001", "confidence": 0.2 }] }""", [
            """what-if.json:1:79 KG302 fact "f001" stands twice, first at what-if.json:1:42"""]),
        ("""{ "remove": { "facts": ["f001"] }, "change": [{ "id": "f001", "confidence": 0.1 }] }""", [
            """what-if.json:1:75 KG305 fact "f001" is removed above; do one or the other"""]),
        ("""{ "add": { "nodes": [{ "id": "integral", "type": "Company", "name": "Another" }] } }""", [
            """what-if.json:1:50 KG302 node "integral" stands already; give the new one an id of its own"""]),
        ("""{ "add": { "nodes": [{ "id": "ours", "type": "Company", "name": "INTEGRAL" }] } }""", [
            """what-if.json:1:85 KG701 integral is called "INTEGRAL" already; name that node, or give the new one another name"""]),
        ("""{ "add": { "nodes": [{ "id": "ours", "type": "Company", "name": "Ours", "identifiers": [{ "scheme": "unp", "value": "100386629" }] }] } }""", [
            """what-if.json:1:137 KG705 УНП "100386629" is already given to integral"""]),
        ($$"""{ "add": { "facts": [{{Fact("x1", "missile", "COMPONENT_OF", "chips")}}] } }""", [
            """what-if.json:1:50 KG801 COMPONENT_OF runs in a circle: chips → missile → chips; one of f002, x1 is wrong"""]),
        ($$"""{ "remove": { "nodes": ["peleng"] }, "add": { "facts": [{{Fact("x1", "integral", "SUPPLIES_TO", "peleng", "\"roles\": { \"product\": [\"belarus\"] },", source: "daily")}}] } }""", [
            """what-if.json:1:188 KG303 node "peleng" does not exist; allowed: belarus, chips, crisps, integral, missile""",
            """what-if.json:1:221 KG401 "belarus" is of type Country; the role product must be Product""",
            """what-if.json:1:332 KG304 source "daily" does not exist; did you mean daily-2025?"""]),
        ($$"""{ "add": { "facts": [{{Fact("x1", "integral", "SUPPLIES_TO", "peleng", entered: "")}}] } }""", [
            """what-if.json:1:42 KG023 "enteredBy" is missing, both here and at the top of the file""",
            """what-if.json:1:42 KG023 "enteredOn" is missing, both here and at the top of the file"""]),
    ];

    [TestCaseSource(nameof(Cases))]
    public void BrokenOverlay_IsPointedAtWithWholeText(string overlay, string[] problems)
    {
        var result = Read(overlay);

        Assert.That(result.Problems.Select(problem => problem.ToString()), Is.EqualTo(problems));
        Assert.That(result.Overlay, Is.Null);
    }

    [Test]
    public void FileThatIsNotThere_IsAProblem() => Assert.That(
        OverlayReader.Read("/no/such/what-if.json", Base).Problems.Single().ToString(), Does.StartWith("/no/such/what-if.json:1:1 KG003 the file cannot be read"));

    /// <summary>The overlay that the curator's guide shows is sound and does what the guide says.</summary>
    [Test]
    public void OverlayInTheGuide_IsSoundOverTheShippedSeed()
    {
        var guide = File.ReadAllText(Path.Combine(SeedTestFiles.ShippedSeed(), "README.md"));
        var from = guide.IndexOf("```json", guide.IndexOf("## What if", StringComparison.Ordinal), StringComparison.Ordinal) + "```json".Length;
        var json = guide[from..guide.IndexOf("```", from, StringComparison.Ordinal)];
        var set = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        var result = OverlayReader.Read("guide.json", Encoding.UTF8.GetBytes(json), set);
        Assert.That(result.Problems, Is.Empty);
        var answer = new WhatIf(set, result.Overlay!).Ask(new TierQuestion { Anchor = "iskander", Filter = new() { Layers = ["supply"] } });

        Assert.That(answer.Difference.Lost.Where(item => item.Kind == "node").Select(item => item.Id), Is.EqualTo(new[] { "kremniy-el", "votkinsk-plant" }));
        Assert.That(answer.Difference.Gained.Where(item => item.Kind == "node").Select(item => item.Id), Is.EqualTo(new[] { "substitute-maker" }));
        Assert.That(answer.Difference.Changed.Where(change => change.Kind == "node").Select(change => change.Id), Is.EqualTo(new[] { "integral" }));
    }

    private static IEnumerable<TestCaseData> Cases() => Broken.Select((broken, i) =>
        new TestCaseData(broken.Overlay, broken.Problems).SetArgDisplayNames(broken.Problems[0].Split(' ')[1], $"case {i + 1}"));

    private static Overlay Sound(string overlay)
    {
        var result = Read(overlay);
        Assert.That(result.Problems, Is.Empty);
        return result.Overlay!;
    }

    private static OverlayResult Read(string overlay) =>
        OverlayReader.Read("what-if.json", Encoding.UTF8.GetBytes(overlay.Insert(1, " \"schemaVersion\": 1" + (overlay == "{ }" ? "" : ","))), Base);

    private static string Fact(
        string id, string subject, string type, string @object, string more = "", string source = "daily-2025", string entered = "\"enteredBy\": \"Ann\", \"enteredOn\": \"2026\",") =>
        $$"""
        { "id": "{{id}}", {{entered}} "subject": "{{subject}}", "type": "{{type}}", "object": "{{@object}}", {{more}} "status": "reported", "confidence": 0.5, "confidenceReason": "assumed", "evidence": [{ "source": "{{source}}", "place": "p" }], "statement": "One supplies the other." }
        """.Trim();

    private static string Json(Fact fact)
    {
        using var text = new StringWriter();
        using var writer = new Newtonsoft.Json.JsonTextWriter(text);
        FactJson.Write(writer, fact);
        return text.ToString();
    }
}
