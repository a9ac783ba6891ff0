using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j.Browser;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>Every statement of the pack, run on the real server: it returns what the facts say, and the server makes no remark.</summary>
[NonParallelizable]
public sealed class PackStatementTests
{
    private TestDatabase database = null!;
    private PlainQuery query = null!;
    private FactSet set = null!;
    private IReadOnlyList<SavedQuestion> questions = null!;
    private Dictionary<string, string> scripts = null!;

    [OneTimeSetUp]
    public async Task LoadShippedSeed()
    {
        database = TestDatabase.Open();
        query = new PlainQuery(database.Address);
        set = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        questions = SavedQuestionReader.Read(Path.Combine(SeedTestFiles.ShippedSeed(), "questions")).Questions;
        scripts = (await BrowserPack.MakeAsync(set, questions, database.Dataset, new Uri("http://localhost:8001/"))).Scripts();
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        query?.Dispose();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public async Task GuidesTables_HoldWhatTheFactsSay()
    {
        foreach (var (name, lines) in Tables())
        {
            var found = PlainQuery.Lines(await query.RowsAsync(scripts[$"Guide/{name}.cypher"]));
            Assert.That(found, Is.EquivalentTo(lines).And.Not.Empty, name);
        }
    }

    [Test]
    public async Task GuidesDrawings_HoldTheirFactsAndNoOther()
    {
        foreach (var (name, facts) in Drawings())
        {
            var found = PlainQuery.Facts(await query.RowsAsync(scripts[$"Guide/{name}.cypher"]));
            Assert.That(found, Is.EquivalentTo(facts.Select(fact => fact.Id)).And.Not.Empty, name);
        }
    }

    [Test]
    public async Task Name_IsFoundFirst()
    {
        var found = PlainQuery.Nodes(await query.RowsAsync(scripts["Guide/find.cypher"]));
        Assert.That(found.First(), Is.EqualTo("iskander"));
    }

    [Test]
    public async Task SavedQuestions_AreDrawnWithTheFactsOfTheirAnswers()
    {
        var engine = new EmbeddedQueries(new EmbeddedGraph(set));
        var left = scripts.Where(script => script.Key.StartsWith("Saved", StringComparison.Ordinal)).ToDictionary();
        foreach (var question in questions)
        {
            var answer = await question.AskAsync(engine);
            foreach (var (number, part) in answer.Parts.Index())
            {
                var name = $"Saved questions/{question.Name}{(answer.Parts.Count == 1 ? "" : $"-{number + 1}")}.cypher";
                if (left.Remove(name, out var script))
                {
                    await DrawsAsync(script, part.Content!);
                }
                else
                {
                    Assert.That(part.Content!.Result.DrawnFacts ?? part.Content.Evidence.Facts.Select(fact => fact.Id), Is.Empty, name);
                }
            }
        }

        Assert.That(left.Keys, Is.Empty, "statements of no question");
    }

    /// <summary>A statement that asks for tiers draws all shortest paths to each member, where the answer has one.</summary>
    private async Task DrawsAsync(string script, AnswerContent answer)
    {
        var rows = await query.RowsAsync(script);
        if (answer is { Question: TierQuestion, Result: TiersResult tiers } && script.Contains("MATCH p =", StringComparison.Ordinal))
        {
            Assert.That(PlainQuery.Nodes(rows), Is.EquivalentTo(tiers.Members.SelectMany(member => member.Path.Nodes).Distinct()), script);
            return;
        }

        var wanted = answer.Result.DrawnFacts ?? answer.Evidence.Facts.Select(fact => fact.Id);
        Assert.That(PlainQuery.Facts(rows), Is.EquivalentTo(wanted.Distinct()).And.Not.Empty, script);
    }

    [Test]
    public void GuideStatements_AreAllExpectedHere() => Assert.That(
        scripts.Keys.Where(name => name.StartsWith("Guide/", StringComparison.Ordinal)),
        Is.EquivalentTo(Tables().Keys.Concat(Drawings().Keys).Append("find").Select(name => $"Guide/{name}.cypher")));

    private Dictionary<string, IEnumerable<string>> Tables() => new()
    {
        ["node-types"] = set.Nodes.CountBy(node => node.Type).Select(pair => $"{pair.Key} | {pair.Value}"),
        ["edge-types"] = set.Facts.CountBy(fact => fact.Type).Select(pair => $"{set.Ontology.EdgeTypes[pair.Key].Layer} | {pair.Key} | {pair.Value}"),
        ["sources"] = set.Sources
            .Select(source => (source, facts: set.Facts.Count(fact => fact.Evidence.Any(evidence => evidence.Source == source.Id))))
            .Where(pair => pair.facts > 0)
            .Select(pair => $"{pair.source.ShortName ?? pair.source.Title} | {pair.source.Title} | {pair.source.Date} | {pair.facts}"),
        ["evidence"] = set.Facts.Where(fact => fact.Subject == "iskander" || fact.Object == "iskander").SelectMany(EvidenceLines),
        ["conflicts"] = set.Conflicts.SelectMany(conflict => conflict.Facts.Select(id => $"{conflict.Id} | {id} | {set.FindFact(id)!.Statement} | {conflict.Note}")),
        ["least-confident"] = set.Facts.Where(fact => fact.Confidence < 0.5)
            .Select(fact => $"{fact.Id} | {fact.Statement} | {Number(fact.Confidence)} | {fact.ConfidenceReason}"),
    };

    private Dictionary<string, IEnumerable<Fact>> Drawings() => new()
    {
        ["neighbourhood"] = set.FactsNaming("iskander"),
        ["on-a-day"] = set.Facts.Where(fact => (fact.Subject == "mzkt" || fact.Object == "mzkt") && set.ValidityOf(fact).At(new DateOnly(2021, 1, 1)) != Certainty.Not),
        ["doubted"] = set.Facts.Where(fact => fact.Doubts.Count > 0),
        ["denied"] = set.Facts.Where(fact => fact.IsDenied),
        ["one-layer"] = set.Facts.Where(fact => set.Ontology.EdgeTypes[fact.Type].Layer == "control" && !fact.IsDenied && fact.Confidence >= 0.7),
        ["one-type"] = set.Facts.Where(fact => fact.Type == "PRODUCES" && IsA(fact.Subject, "Company") && IsA(fact.Object, "WeaponSystem")),
    };

    private IEnumerable<string> EvidenceLines(Fact fact) => fact.Evidence
        .Select(evidence => (Source: set.FindSource(evidence.Source)!, evidence.Place))
        .Select(place => $"{fact.Id} | {fact.Statement} | {fact.Status.ToText()} | {Number(fact.Confidence)} | {place.Source.ShortName ?? place.Source.Title} | {place.Place}");

    private bool IsA(string? node, string type) => node is not null && set.Ontology.IsA(set.FindNode(node)!.Type, type);

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
