using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Neo4j;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using KnowledgeGraph.Verify;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Verify;

/// <summary>Answers as they are pass the checker, which knows nothing of the search. KG_DIFFERENTIAL_CASES sets how many random ones.</summary>
[TestFixture]
internal sealed class AnswerVerifierTests
{
    private const int DefaultCases = 600;
    private const int QuestionsPerGraph = 3;

    private static readonly Lazy<FactSet> Shipped = new(() => SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!);

    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("KG_DIFFERENTIAL_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
            ? cases
            : DefaultCases;

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Paths))]
    public void ShippedPaths_AreVerified(PathQuestion question) => Stands(Shipped.Value, question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Paths))]
    public void ShippedPathsWithCertificate_AreVerified(PathQuestion question) => Stands(Shipped.Value, question with { WantsCertificate = true });

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Connections))]
    public void ShippedConnections_AreVerified(ConnectQuestion question) => Stands(Shipped.Value, question with { WantsCertificate = true });

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Tiers))]
    public void ShippedTiers_AreVerified(TierQuestion question) => Stands(Shipped.Value, question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Common))]
    public void ShippedCommonNodes_AreVerified(CommonQuestion question) => Stands(Shipped.Value, question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Facts))]
    public void ShippedFacts_AreVerified(FactsQuestion question) => Stands(Shipped.Value, question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Chokepoints))]
    public void ShippedChokepoints_AreVerified(ChokepointsQuestion question) => Stands(Shipped.Value, question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Nodes))]
    public void ShippedNodes_HaveTheEvidenceOfTheSeed(ShowQuestion question) => Stands(Shipped.Value, question);

    [Test]
    public void RandomPathsWithCertificate_AreVerified()
    {
        var outcomes = new Dictionary<Outcome, int>();
        ForRandomCases(4_000_000, random =>
        {
            var question = random.PathByRules() with { WantsCertificate = true };
            return (question, Report(random.Set, question, outcomes));
        });

        Assert.That(outcomes.Keys, Is.EquivalentTo(Enum.GetValues<Outcome>()), "found, none and undecided all came up");
    }

    [Test]
    public void RandomTiers_AreVerified() => ForRandomCases(5_000_000, random =>
    {
        var question = random.Tier();
        return (question, Report(random.Set, question));
    });

    [Test]
    public void RandomCommonNodes_AreVerified() => ForRandomCases(6_000_000, random =>
    {
        var tier = random.Tier();
        string[] anchors = [tier.Anchor, random.Set.Nodes.First(node => node.Id != tier.Anchor).Id];
        var question = new CommonQuestion { Anchors = anchors, MaxHops = tier.MaxHops, Filter = tier.Filter, Bounds = tier.Bounds };
        return (question, Report(random.Set, question));
    });

    [Test]
    public void RandomChokepoints_AreVerified() => ForRandomCases(10_000_000, random =>
    {
        var tier = random.Tier();
        var question = new ChokepointsQuestion { Target = tier.Anchor, MaxHops = tier.MaxHops, Filter = tier.Filter, Bounds = tier.Bounds };
        return (question, Report(random.Set, question));
    });

    [Test]
    public void RandomConnections_AreVerified() => ForRandomCases(7_000_000, random =>
    {
        var path = random.Path();
        var question = new ConnectQuestion
        {
            From = path.From,
            To = path.To,
            K = path.Mode == PathMode.KShortest ? path.K : null,
            MaxHops = path.MaxHops,
            Filter = path.Filter,
            WantsCertificate = true,
        };
        return (question, Report(random.Set, question));
    });

    [Test]
    public void OtherData_IsRefused()
    {
        var json = AnswerFile.Of(Shipped.Value, new PathQuestion { From = "iskander", To = "government-of-belarus" });
        var less = new FactSet(
            Shipped.Value.Ontology, Shipped.Value.Nodes, Shipped.Value.Sources, Shipped.Value.Facts.Where(fact => fact.Id != "f001"), Shipped.Value.Conflicts.Where(conflict => !conflict.Facts.Contains("f001")));

        var report = AnswerVerifier.Verify("answer.json", Encoding.UTF8.GetBytes(json), less);

        Assert.That(report.Problems.Select(problem => (problem.What, problem.Expected)), Does.Contain(("data", $"\"{less.DataHash}\"")));
    }

    [Test]
    public void Certificate_ProvesWhereListingTakesTooLong()
    {
        // Every one of 40 nodes depends on every other, and on nothing that depends on the lone one, through which the paths should go.
        var complete = CompleteGraph.Of(40);
        var lone = new Node { Id = "lone", Type = "Company", Name = "lone" };
        var graph = new FactSet(complete.Ontology, [.. complete.Nodes, lone], complete.Sources, complete.Facts, []);
        var question = new PathQuestion { From = "n00", To = "n39", Via = ["lone"], Mode = PathMode.All, MaxHops = 12, WantsCertificate = true };
        var report = AnswerVerifier.Verify("answer.json", Encoding.UTF8.GetBytes(AnswerFile.Of(graph, question)), graph);

        Assert.That(report.Problems, Is.Empty);
        Assert.That(report.Proven, Has.Some.StartsWith("there is no path within 12 hops: 40 labels are closed under every hop"));
        Assert.That(report.Unproven, Has.Some.StartsWith("that nothing is missing or better: to list the paths again takes more than"));
    }

    [Test]
    public void AnswerWithoutCertificate_SaysWhatIsNotShown()
    {
        var json = AnswerFile.Of(Shipped.Value, new PathQuestion { From = "iskander", To = "government-of-belarus" });

        Assert.That(
            AnswerVerifier.Verify("answer.json", Encoding.UTF8.GetBytes(json), Shipped.Value).Unproven,
            Is.EqualTo(new[] { "by labels that nothing is better: the answer carries no certificate; ask with --certificate" }));
    }

    [Test]
    public void UnexploredNo_IsVerifiedAndSaysWhatWasNotLookedFor()
    {
        var report = Report(
            Shipped.Value, new PathQuestion { From = "iskander", To = "china", Filter = new() { Layers = ["supply"] }, Bounds = new SearchBounds(MaxStates: 2) });

        Assert.That(report.Problems, Is.Empty);
        Assert.That(report.Unproven, Has.Some.StartsWith("where knowledge ends, and whether more hops would lead further"));
    }

    [TestCase("", "answer.json:1:1 KG007 the file is empty; delete it or give it its content")]
    public void FileThatIsNoAnswer_IsUnreadable(string json, string message) =>
        Assert.That(() => AnswerVerifier.Verify("answer.json", Encoding.UTF8.GetBytes(json), Shipped.Value), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));

    private static void Stands<TResult>(FactSet set, Question<TResult> question)
        where TResult : Result
        => Assert.That(string.Join('\n', Report(set, question).Problems), Is.Empty);

    private static VerificationReport Report<TResult>(FactSet set, Question<TResult> question, Dictionary<Outcome, int>? outcomes = null)
        where TResult : Result
    {
        var answer = new EmbeddedQueries(new EmbeddedGraph(set)).Ask(question);
        if (outcomes is not null)
        {
            outcomes[answer.Outcome] = outcomes.GetValueOrDefault(answer.Outcome) + 1;
        }

        return AnswerVerifier.Verify("answer.json", Encoding.UTF8.GetBytes(AnswerFile.Of(answer)), set);
    }

    private static void ForRandomCases(int firstSeed, Func<RandomCase, (object Question, VerificationReport Report)> check)
    {
        var failures = new List<string>();
        for (var i = 0; i < Cases / QuestionsPerGraph && failures.Count < 3; i++)
        {
            var random = new RandomCase(firstSeed + i);
            for (var j = 0; j < QuestionsPerGraph; j++)
            {
                var (question, report) = check(random);
                if (!report.IsVerified)
                {
                    failures.Add($"seed {firstSeed + i}, question {j + 1}\n{random.Draw(question)}\n* {string.Join("\n* ", report.Problems)}");
                }
            }
        }

        Assert.That(string.Join("\n\n", failures), Is.Empty);
    }
}
