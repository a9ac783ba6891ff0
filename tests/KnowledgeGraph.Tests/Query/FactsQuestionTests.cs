using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Each condition of a pattern alone, on one small graph.</summary>
[TestFixture]
internal sealed class FactsQuestionTests
{
    private static readonly GraphBuilder Graph = new GraphBuilder()
        .Node("land", "Country")
        .Node("other-land", "Country")
        .Node("chips", "Product")
        .Node("rocket", "Weapon")
        .Fact("maker", "SUPPLIES_COMPONENT_FOR", "rocket", fact => fact with { Roles = GraphBuilder.Products("chips"), Confidence = 0.7 })
        .Fact("maker", "SUPPLIES_TO", "land", fact => fact with { IsDenied = true, Status = FactStatus.Opinion, AttributedToAuthorOf = "month-source" })
        .Fact("land", "CONTROLS", "maker", fact => fact with { ValidFrom = new PartialDate(2025, 2), AttributedTo = "land", Evidence = [new Evidence("month-source", "p. 1")] })
        .Fact("land", "GOVERNS", "land", fact => fact with { IsCurator = true })
        .Fact("maker", "EARNS_FROM", "other-land", fact => fact with { Value = new FactValue { Unit = "usd", Minimum = 5, Maximum = 5 }, Status = FactStatus.Forecast })
        .Conflict("c1", "f01", "f02");

    private static readonly TestCaseData[] Patterns =
    [
        Case("nothing asked", new(), "f01 f02 f03 f04 f05"),
        Case("subject", new() { Subjects = ["maker"] }, "f01 f02 f05"),
        Case("either of two subjects", new() { Subjects = ["maker", "land"] }, "f01 f02 f03 f04 f05"),
        Case("type", new() { Types = ["CONTROLS", "GOVERNS"] }, "f03 f04"),
        Case("layer", new() { Layers = ["supply"] }, "f01 f02"),
        Case("type and layer", new() { Types = ["CONTROLS"], Layers = ["supply"] }, ""),
        Case("object", new() { Objects = ["land"] }, "f02 f04"),
        Case("role filled", new() { Roles = [new("product")] }, "f01"),
        Case("role filled by", new() { Roles = [new("product", "chips")] }, "f01"),
        Case("role filled by another", new() { Roles = [new("product", "rocket")] }, ""),
        Case("subject type with subtypes", new() { SubjectTypes = ["Actor"], Types = ["CONTROLS"] }, "f03"),
        Case("object type with subtypes", new() { ObjectTypes = ["Good"] }, "f01"),
        Case("country itself", new() { SubjectCountries = ["land"] }, "f03 f04"),
        Case("object's country", new() { ObjectCountries = ["other-land"] }, "f05"),
        Case("positive", new() { Polarity = Polarity.Positive }, "f01 f03 f04 f05"),
        Case("denied", new() { Polarity = Polarity.Denied }, "f02"),
        Case("status", new() { Statuses = [FactStatus.Forecast] }, "f05"),
        Case("source by short name", new() { Sources = ["D2"] }, "f03"),
        Case("claimant", new() { AttributedTo = ["land"] }, "f03"),
        Case("author", new() { AttributedTo = ["author:D2"] }, "f02"),
        Case("confidence", new() { MinConfidence = 0.71 }, "f02 f03 f04 f05"),
        Case("confidence, bound included", new() { MinConfidence = 0.7 }, "f01 f02 f03 f04 f05"),
        Case("ids", new() { Ids = ["f02", "f01", "none"] }, "f01 f02"),
        Case("known on the day before they were entered", new() { KnownOn = new DateOnly(2026, 1, 14) }, ""),
        Case("known on the day they were entered", new() { KnownOn = new DateOnly(2026, 1, 15) }, "f01 f02 f03 f04 f05"),
        Case("conflict", new() { ConflictsWith = ["f01"] }, "f01 f02"),
        Case("words", new() { Text = "MAKER supplies" }, "f01 f02"),
        Case("day before the start", new() { Types = ["CONTROLS"], AsOf = new DateOnly(2025, 1, 31) }, ""),
        Case("day within the month of the start", new() { Types = ["CONTROLS"], AsOf = new DateOnly(2025, 2, 14) }, "f03?"),
        Case("certain within the month of the start", new() { Types = ["CONTROLS"], AsOf = new DateOnly(2025, 2, 14), CertainOnly = true }, ""),
        Case("day after the start", new() { Types = ["CONTROLS"], AsOf = new DateOnly(2025, 3, 1) }, "f03!"),
    ];

    [TestCaseSource(nameof(Patterns))]
    public void Pattern_MatchesItsFacts(FactPattern pattern, string expected)
    {
        var answer = Graph.Ask(new FactsQuestion { Pattern = pattern });

        Assert.That(string.Join(' ', answer.Result.Matches.Select(Text)), Is.EqualTo(expected));
        Assert.That(answer.Outcome, Is.EqualTo(expected.Length > 0 ? Outcome.Found : Outcome.None));
        Assert.That(answer.Result.Count, Is.EqualTo(answer.Result.Matches.Count));
    }

    [Test]
    public void Selection_IsOfAllThatMatchesWhateverTheLimit()
    {
        var answer = Graph.Ask(new FactsQuestion { Select = ["subject", "object", "role:product"], Bounds = new SearchBounds(Limit: 1) });

        Assert.That(answer.Result.Selected.Select(selection => $"{selection.Place}: {string.Join(' ', selection.Nodes)}"), Is.EqualTo(new[]
        {
            "subject: land maker", "object: land maker other-land rocket", "role:product: chips",
        }));
        Assert.That((answer.Result.Count, answer.Result.Matches.Count, answer.Stopped), Is.EqualTo((5, 1, StopReason.Limit)));
    }

    [Test]
    public void Match_ReadsAsASentenceWithItsValue()
    {
        var match = Graph.Ask(new FactsQuestion { Pattern = new() { Types = ["EARNS_FROM"] } }).Result.Matches.Single();

        Assert.That(match, Is.EqualTo(new FactMatch("f05", "EARNS_FROM", "finance", "maker earns 5 USD from other-land", "5 USD", null)));
    }

    [Test]
    public void UnknownNames_ArePointedAt() => Assert.Multiple(() =>
    {
        Refuses(new() { Types = ["CONTROLLS"] }, "edge type \"CONTROLLS\" is not in the ontology; did you mean CONTROLS?");
        Refuses(new() { SubjectTypes = ["Wepon"] }, "node type \"Wepon\" is not in the ontology; did you mean Weapon?");
        Refuses(new() { Roles = [new("produkt")] }, "role \"produkt\" is not in the ontology; did you mean product?");
        Refuses(new() { Sources = ["D9"] }, "source \"D9\" is unknown; there are day-source (D1), month-source (D2), undated-source");
        Assert.That(
            () => Graph.Ask(new FactsQuestion { Select = ["sender"] }),
            Throws.InstanceOf<QuestionException>().With.Message.EqualTo("\"sender\" cannot be selected; subject, object and role:NAME can"));
        Assert.That(
            () => Graph.Ask(new FactsQuestion { Pattern = new() { Subjects = ["makr"] } }),
            Throws.InstanceOf<KeyNotFoundException>().With.Message.StartsWith("no node has the id \"makr\""));
    });

    private static void Refuses(FactPattern pattern, string message) => Assert.That(
        () => Graph.Ask(new FactsQuestion { Pattern = pattern }), Throws.InstanceOf<QuestionException>().With.Message.EqualTo(message));

    private static string Text(FactMatch match) => match.Fact + match.Certainty switch { Certainty.Certainly => "!", Certainty.Possibly => "?", _ => "" };

    private static TestCaseData Case(string name, FactPattern pattern, string expected) => new TestCaseData(pattern, expected).SetArgDisplayNames(name);
}
