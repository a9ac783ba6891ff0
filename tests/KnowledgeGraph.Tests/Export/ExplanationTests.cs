using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Export;

/// <summary>Answers in sentences: every status in its voice, doubts and disagreements beside it, and nothing left out unsaid.</summary>
[TestFixture]
internal sealed class ExplanationTests
{
    [TestCase(FactStatus.Reported, null, null, "It is reported that a depends on b (f01, confidence 0.60).")]
    [TestCase(FactStatus.Reported, "agency", null, "As agency reports, a depends on b (f01, confidence 0.60).")]
    [TestCase(FactStatus.AttributedClaim, "agency", null, "According to agency, a depends on b (f01, confidence 0.60).")]
    [TestCase(FactStatus.AttributedClaim, null, null, "Somebody whom the source does not name claims that a depends on b (f01, confidence 0.60).")]
    [TestCase(FactStatus.Estimate, null, "day-source", "By an estimate of the author of D1, a depends on b (f01, confidence 0.60).")]
    [TestCase(FactStatus.Opinion, null, "day-source", "In the opinion of the author of D1, a depends on b (f01, confidence 0.60).")]
    [TestCase(FactStatus.Opinion, null, null, "In the opinion of the source, a depends on b (f01, confidence 0.60).")]
    [TestCase(FactStatus.Forecast, "agency", null, "By a forecast of agency, a depends on b (f01, confidence 0.60).")]
    public async Task Status_ChoosesTheVoice(FactStatus status, string? by, string? authorOf, string sentence)
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b", fact => fact with
        {
            Status = status,
            AttributedTo = by,
            AttributedToAuthorOf = authorOf,
            Confidence = 0.6,
        });

        Assert.That((await Paragraphs(graph, statuses: [status]))[0], Is.EqualTo($"a to b, directly. {sentence}"));
    }

    [Test]
    public async Task CuratorsEdge_IsNoSources() => Assert.That(
        (await Paragraphs(new GraphBuilder().Fact("a", "DEPENDS_ON", "b", fact => fact with { IsCurator = true })))[0],
        Is.EqualTo("a to b, directly. Curators take it for granted that a depends on b (f01, a curator's edge)."));

    // a ⇉ x → b
    [Test]
    public async Task WeakestLinkDoubtsAndConflicts_StandBesideTheirPath()
    {
        var graph = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "x", fact => fact with { Confidence = 0.9 })
            .Fact("a", "DEPENDS_ON", "x", fact => fact with { Confidence = 0.8, Status = FactStatus.Opinion })
            .Fact("x", "DEPENDS_ON", "b", fact => fact with { Confidence = 0.5, Doubts = ["the source names no year"] })
            .Fact("x", "DEPENDS_ON", "b", fact => fact with { IsDenied = true })
            .Conflict("c01", "f03", "f04");

        Assert.That(await Paragraphs(graph), Is.EqualTo(new[]
        {
            "a to b by way of x. It is reported that a depends on x (f01, confidence 0.90). Also: in the opinion of the source, a depends on x (f02, confidence 0.80). "
                + "It is reported that x depends on b (f03, confidence 0.50). It is in doubt: the source names no year. "
                + "The weakest link is hop 2, f03, confidence 0.50. f03 and f04 disagree (c01): They differ.",
            "The answer hangs on these facts: each of its 3 facts was left out in turn. Without f03 nothing is found.",
        }));
    }

    [Test]
    public async Task ManyPaths_AreToldUpToABoundThatIsNamed()
    {
        var graph = new GraphBuilder();
        for (var i = 10; i < 35; i++)
        {
            graph.Fact("a", "DEPENDS_ON", $"m{i}").Fact($"m{i}", "DEPENDS_ON", "b");
        }

        var paragraphs = await Paragraphs(graph);

        Assert.That((paragraphs.Count, paragraphs[^2]), Is.EqualTo((Explanation.MostPaths + 2, "5 more paths are not told here.")));
    }

    [Test]
    public async Task NoPath_HasNothingToTell() =>
        Assert.That(await Paragraphs(new GraphBuilder().Fact("b", "DEPENDS_ON", "a")), Is.Empty);

    private static async Task<IReadOnlyList<string>> Paragraphs(GraphBuilder graph, IReadOnlyList<FactStatus>? statuses = null)
    {
        var engine = new EmbeddedQueries(graph.Graph());
        var answer = engine.Ask(new PathQuestion { From = "a", To = "b", Filter = new() { Statuses = statuses ?? GraphFilter.DefaultStatuses } });
        return Explanation.Of(answer, graph.Set(), await LoadBearing.OfAsync(engine, answer)).Paragraphs;
    }
}
