using System.Text.RegularExpressions;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Neo4j;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query.Saved;

/// <summary>The shipped questions on the shipped facts, from both engines.</summary>
[TestFixture]
internal sealed partial class SavedQuestionTests
{
    private static readonly Lazy<FactSet> Facts = new(() => SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!);

    private static IEnumerable<SavedQuestion> Shipped() => SavedQuestionReader.Read(Path.Combine(SeedTestFiles.ShippedSeed(), "questions")).Questions;

    private static IEnumerable<TestCaseData> Cases() => Shipped().Select(question => new TestCaseData(question).SetArgDisplayNames(question.Name));

    [Test]
    public void ShippedQuestions_AreSound()
    {
        var read = SavedQuestionReader.Read(Path.Combine(SeedTestFiles.ShippedSeed(), "questions"));

        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        Assert.That(read.Questions.Count(question => question.Name.StartsWith('q')), Is.EqualTo(20));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Question_IsAnsweredAsExpectedHere(SavedQuestion question)
    {
        var answer = await question.AskAsync(new EmbeddedQueries(new EmbeddedGraph(Facts.Value)));

        Assert.That(answer.Differences, Is.Empty);
    }

    [Test]
    public async Task EveryQuestion_IsAnsweredAsExpectedByNeo4j()
    {
        await using var database = TestDatabase.Open();
        await database.Loader.LoadAsync(Facts.Value, database.Dataset, null, CancellationToken.None);
        var engine = new PatientQueries(new Neo4jQueries(database.Transport, Facts.Value.Ontology, database.Dataset));
        var differences = new List<string>();
        foreach (var question in Shipped())
        {
            differences.AddRange((await question.AskAsync(engine)).Differences.Select(difference => $"{question.Name}: {difference}"));
        }

        Assert.That(differences, Is.Empty);
    }

    /// <summary>The curators' list names facts for each question; each must be used by the answer.</summary>
    [TestCaseSource(nameof(Cases))]
    public async Task FactsThatTheListNames_AreInTheAnswer(SavedQuestion question)
    {
        var named = ListedFacts().GetValueOrDefault(question.Name.Split('-')[0].ToUpperInvariant(), []);
        var answer = await question.AskAsync(new EmbeddedQueries(new EmbeddedGraph(Facts.Value)));
        var used = answer.Parts.SelectMany(part => part.Claims).Where(claim => claim.Name is "facts").SelectMany(claim => claim.Items);

        Assert.That(named.Except(used), Is.Empty);
    }

    [Test]
    public void ListedQuestions_AreAllSaved() =>
        Assert.That(ListedFacts().Keys, Is.SubsetOf(Shipped().Select(question => question.Name.Split('-')[0].ToUpperInvariant())));

    [Test]
    public void CausesInTheTwoDocuments_FormNoCircle()
    {
        var causes = Facts.Value.Facts.Where(fact => fact is { Type: "CAUSES", IsDenied: false }).ToLookup(fact => fact.Subject, fact => fact.Object!);
        var done = new HashSet<string>();
        foreach (var cause in causes)
        {
            Assert.That(() => Visit(cause.Key, []), Throws.Nothing);
        }

        void Visit(string node, List<string> open)
        {
            Assert.That(open, Has.No.Member(node), "a circle of causes");
            if (done.Contains(node))
            {
                return;
            }

            foreach (var effect in causes[node])
            {
                Visit(effect, [.. open, node]);
            }

            done.Add(node);
        }
    }

    private static Dictionary<string, string[]> ListedFacts()
    {
        var shared = Environment.GetEnvironmentVariable("KG_SHARED") ?? Path.Combine(SeedTestFiles.Repository().FullName, "..", "shared");
        var file = Path.Combine(shared, "curation", "questions.md");
        if (!File.Exists(file))
        {
            Prerequisite.IsMissing($"needs {file}; set KG_SHARED");
        }

        return Question().Matches(File.ReadAllText(file)).ToDictionary(
            match => match.Groups["id"].Value,
            match => Listed().Matches(match.Groups["facts"].Value).Select(fact => "f" + fact.Groups["number"].Value).ToArray());
    }

    [GeneratedRegex(@"^\*\*(?<id>Q\d\d)\..*?^- Facts: (?<facts>[^\n]*)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Question();

    [GeneratedRegex(@"\bF(?<number>\d{3})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Listed();
}
