using System.Text;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Neo4j;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query.Saved;

/// <summary>Files of saved questions: what is read, what is refused and where, and what a difference says.</summary>
[TestFixture]
internal sealed class SavedReaderTests
{
    private const string Sound = """
        {
          "schemaVersion": 1,
          "question": "Who controls b?",
          "parts": [
            { "name": "p", "question": { "kind": "facts", "pattern": { "objects": ["b"] }, "select": ["subject"] }, "expect": { "outcome": "found", "facts": ["f01"], "subject": ["a"] } }
          ],
          "combined": [{ "name": "none", "minus": ["p/subject", "p/subject"], "expect": [] }]
        }
        """;

    private static readonly GraphBuilder Graph = new GraphBuilder().Fact("a", "CONTROLS", "b");

    [Test]
    public async Task AsExpected_HasNoDifference() => Assert.That(await Differences(Sound), Is.Empty);

    [TestCase("\"facts\": [\"f01\"]", "\"facts\": [\"f02\"]", "p: facts lacks f02", "p: facts has f01, not expected")]
    [TestCase("\"outcome\": \"found\"", "\"outcome\": \"none\"", "p: expected none, got found")]
    [TestCase("\"facts\":", "\"fakts\":", "p: the answer has no \"fakts\"; it has facts, certainly, possibly, subject")]
    [TestCase("\"objects\": [\"b\"]", "\"objects\": [\"x\"]", "p: cannot be asked: no node has the id \"x\"; near: a, b", "none: there is no set p/subject in the answers")]
    [TestCase("\"expect\": [] }]", "\"expect\": [\"a\"] }]", "none: none lacks a")]
    [TestCase("\"minus\"", "\"both\"", "none: none has a, not expected")]
    public async Task OtherThanExpected_SaysWhatDiffers(string right, string wrong, params string[] differences) =>
        Assert.That(await Differences(Sound.Replace(right, wrong, StringComparison.Ordinal)), Is.EqualTo(differences));

    [TestCase("\"question\": \"Who", "\"questoin\": \"Who", "q.json:1:1 KG023 \"question\" is missing", "q.json:3:3 KG022 property \"questoin\" is not known here; did you mean question?")]
    [TestCase("\"kind\": \"facts\"", "\"kind\": \"fact\"", "q.json:5:42 KG107 \"kind\" cannot be \"fact\"; it is path, connect, upstream, downstream, common, neighbourhood, chokepoints, bridges, cut, alternatives, facts, derive, show or find")]
    [TestCase("\"objects\"", "\"object\"", "q.json:5:64 KG022 property \"object\" is not known here; did you mean objects, objectTypes or objectCountries?")]
    [TestCase("[\"p/subject\", \"p/subject\"]", "[\"p/subject\"]", "q.json:7:16 KG902 two sets are combined, each written part/set, such as [\"before/subject\", \"after/subject\"]")]
    [TestCase("\"objects\": [\"b\"]", "\"asOf\": \"2025-02\"", "q.json:5:72 KG904 \"asOf\" is \"2025-02\", no day such as 2025-02-14")]
    [TestCase("\"objects\": [\"b\"]", "\"minConfidence\": 2", "q.json:5:81 KG903 \"minConfidence\" is 2; it is a number from 0 to 1")]
    [TestCase("\"kind\": \"facts\", \"pattern\": { \"objects\": [\"b\"] }, \"select\": [\"subject\"]", "\"kind\": \"derive\", \"formulas\": [{ \"name\": \"x\", \"formula\": \"1 +\" }]", "q.json:5:91 KG905 expected a number, the id of a fact or ( here: \"1 +\"")]
    public void WrongFile_IsPointedAt(string right, string wrong, params string[] problems) =>
        Assert.That(Read(Sound.Replace(right, wrong, StringComparison.Ordinal)).Problems.Select(problem => problem.ToString()), Is.EqualTo(problems));

    [Test]
    public void PartNamedTwice_IsPointedAt()
    {
        var part = JObject.Parse(Sound)["parts"]![0]!.ToString(Newtonsoft.Json.Formatting.None);
        var json = "{\"schemaVersion\": 1, \"question\": \"x\", \"parts\": [" + part + ",\n" + part + "]}";

        Assert.That(Read(json).Problems.Select(problem => problem.ToString()), Is.EqualTo(new[] { "q.json:2:9 KG901 part \"p\" stands twice; give each a name of its own" }));
    }

    /// <summary>What an answer prints as its question can be pasted into a file and is the same question.</summary>
    [Test]
    public void QuestionOfAnAnswer_IsReadBackTheSame()
    {
        var set = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        var engine = new EmbeddedQueries(new EmbeddedGraph(set));
        Assert.Multiple(() =>
        {
            Round(engine, ManyQuestions.Paths);
            Round(engine, ManyQuestions.Tiers);
            Round(engine, ManyQuestions.Nodes);
            Round(engine, ManyQuestions.Names);
            Round(engine, ManyQuestions.Facts);
            Round(engine, ManyQuestions.Derived);
        });
    }

    private static void Round<TResult>(EmbeddedQueries engine, IEnumerable<Question<TResult>> questions)
        where TResult : Result
    {
        foreach (var answer in questions.Select(question => engine.Ask(question)))
        {
            var written = JObject.Parse(AnswerJson.Canonical(answer))["question"]!;
            var file = new JObject
            {
                ["schemaVersion"] = 1,
                ["question"] = "x",
                ["parts"] = new JArray(new JObject { ["name"] = "p", ["question"] = written, ["expect"] = new JObject { ["outcome"] = AnswerJson.TextOf(answer.Outcome) } }),
            };
            var read = Read(file.ToString());
            Assert.That(read.Problems, Is.Empty, written.ToString());
            var back = ((SavedPart<TResult>)read.Questions.Single().Parts.Single()).Question;
            Assert.That(JObject.Parse(AnswerJson.Canonical(engine.Ask(back)))["question"]!.ToString(), Is.EqualTo(written.ToString()));
        }
    }

    private static SavedQuestionSet Read(string json) => SavedQuestionReader.Read([("q.json", Encoding.UTF8.GetBytes(json))]);

    private static async Task<IReadOnlyList<string>> Differences(string json)
    {
        var read = Read(json);
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return (await read.Questions.Single().AskAsync(new EmbeddedQueries(Graph.Graph()))).Differences;
    }
}
