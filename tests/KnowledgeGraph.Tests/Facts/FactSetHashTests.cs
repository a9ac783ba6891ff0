using KnowledgeGraph.Facts;
using KnowledgeGraph.Tests.Support;
using Newtonsoft.Json;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Facts;

[TestFixture]
internal sealed class FactSetHashTests
{
    private static readonly Node[] Nodes = [Company("a"), Company("b"), Company("p")];
    private static readonly Conflict[] Conflicts = [new("c1", ["f1", "f2"], "They differ.")];
    private static readonly Fact Fact = GraphBuilder.Blank("f1", "a", "SUPPLIES_TO", "b") with
    {
        Roles = GraphBuilder.Products("p"),
        Value = new FactValue { Unit = "usd", Minimum = 5, Maximum = 7 },
        ValidFrom = new PartialDate(2024),
        Doubts = ["in question"],
    };

    private static readonly Fact Other = GraphBuilder.Blank("f2", "b", "CONTROLS", "a");

    private static IEnumerable<Func<Fact, Fact>> Changes =>
    [
        fact => fact with { Id = "f3" }, fact => fact with { Subject = "p" }, fact => fact with { Type = "CONTROLS" },
        fact => fact with { Object = "p" }, fact => fact with { Object = null }, fact => fact with { Roles = Fact.NoRoles },
        fact => fact with { Roles = GraphBuilder.Products("p", "a") }, fact => fact with { Value = null },
        fact => fact with { Value = fact.Value! with { IsMinimumExclusive = true } }, fact => fact with { Value = fact.Value! with { Minimum = 5.5m } },
        fact => fact with { Value = fact.Value! with { IsMaximumExclusive = true } }, fact => fact with { Value = fact.Value! with { Maximum = 5 } },
        fact => fact with { Value = fact.Value! with { Unit = "fraction" } }, fact => fact with { Value = fact.Value! with { IsApproximate = true } },
        fact => fact with { Value = fact.Value! with { Text = "some" } }, fact => fact with { Value = fact.Value! with { Date = new PartialDate(2025) } },
        fact => fact with { Value = fact.Value! with { PeriodFrom = new PartialDate(2025) } },
        fact => fact with { Value = fact.Value! with { PeriodTo = new PartialDate(2025) } },
        fact => fact with { ValidFrom = new PartialDate(2024, 1) }, fact => fact with { ValidTo = new PartialDate(2026) },
        fact => fact with { AttestedOn = new PartialDate(2026) }, fact => fact with { IsDenied = true },
        fact => fact with { Status = FactStatus.Opinion }, fact => fact with { AttributedTo = "b" }, fact => fact with { AttributedToAuthorOf = "day-source" },
        fact => fact with { Confidence = 0.9999 }, fact => fact with { ConfidenceReason = "" }, fact => fact with { Evidence = [new("day-source", "line 2")] },
        fact => fact with { Evidence = [new("month-source", "line 1")] }, fact => fact with { Statement = "?" }, fact => fact with { Note = "!" },
        fact => fact with { Doubts = [] }, fact => fact with { IsCurator = true }, fact => fact with { EnteredBy = "x" },
        fact => fact with { EnteredOn = new PartialDate(2026) }, fact => fact with { CheckedBy = "x" }, fact => fact with { CheckedOn = new PartialDate(2026) },
    ];

    [Test]
    public void OrderOfInput_DoesNotMatter() => Assert.That(
        new FactSet(SmallOntology.Model, Nodes.Reverse(), GraphBuilder.Sources.Reverse(), [Other, Fact], Conflicts).DataHash,
        Is.EqualTo(HashWith(Fact)));

    [Test]
    public void OrderOfRoles_DoesNotMatter()
    {
        Fact With(params string[] roles) => Fact with { Roles = roles.ToDictionary(role => role, _ => (IReadOnlyList<string>)["p"]) };
        Assert.That(HashWith(With("product", "channel")), Is.EqualTo(HashWith(With("channel", "product"))));
    }

    [Test]
    public void AnyChangeOfAFact_ChangesTheHash()
    {
        var hashes = Changes.Select(change => HashWith(change(Fact))).Append(HashWith(Fact)).ToList();
        Assert.That(hashes, Is.Unique);
        Assert.That(hashes[0], Does.Match("^sha256:[0-9a-f]{64}$"));
    }

    [Test]
    public void EveryPropertyOfAFact_IsAmongTheChangesTried()
    {
        var changed = Changes.SelectMany(change => Differing(Fact, change(Fact))).Distinct();
        var all = typeof(Fact).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);
        Assert.That(changed, Is.EquivalentTo(all));
    }

    [Test]
    public void ProductTypesOfTheOntology_ChangeTheHash() => Assert.That(
        new FactSet(SmallOntology.With(["Weapon"]), Nodes, GraphBuilder.Sources, [Fact, Other], Conflicts).DataHash, Is.Not.EqualTo(HashWith(Fact)));

    [Test]
    public void Fact_IsWrittenWithoutItsDefaults() => Assert.That(
        Json(Other),
        Is.EqualTo("""{"id":"f2","subject":"b","type":"CONTROLS","object":"a","status":"reported","confidence":1,"confidenceReason":"for tests","evidence":[{"source":"day-source","place":"line 1"}],"statement":"b CONTROLS a.","enteredBy":"tester","enteredOn":"2026-01-15"}"""));

    [Test]
    public void RangesAndBounds_AreWrittenApart()
    {
        Assert.That(Json(Fact), Does.Contain("""
            "value":{"min":5,"max":7,"unit":"usd"}
            """));
        Assert.That(Json(Fact with { Value = new FactValue { Unit = "usd", Minimum = 1.50m, Maximum = 1.5m } }), Does.Contain("""
            "value":{"exact":1.5,"unit":"usd"}
            """));
        Assert.That(Json(Fact with { Value = new FactValue { Unit = "usd", Minimum = 300000, IsMinimumExclusive = true } }), Does.Contain("""
            "value":{"above":300000,"unit":"usd"}
            """));
    }

    private static string HashWith(Fact fact) => new FactSet(SmallOntology.Model, Nodes, GraphBuilder.Sources, [fact, Other], Conflicts).DataHash;

    private static IEnumerable<string> Differing(Fact a, Fact b) =>
        typeof(Fact).GetProperties().Where(property => property.CanWrite && !Equals(property.GetValue(a), property.GetValue(b))).Select(property => property.Name);

    private static string Json(Fact fact)
    {
        using var text = new StringWriter();
        using var writer = new JsonTextWriter(text);
        FactJson.Write(writer, fact);
        return text.ToString();
    }

    private static Node Company(string id) => new() { Id = id, Name = id, Type = "Company" };
}
