using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>What Neo4j Browser is given to draw: run on the real server, it draws the answer and brings no remark of the server's.</summary>
public sealed class BrowserStatementTests
{
    private TestDatabase database = null!;
    private FactSet set = null!;
    private EmbeddedQueries embedded = null!;

    [OneTimeSetUp]
    public async Task LoadShippedSeed()
    {
        database = TestDatabase.Open();
        set = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        embedded = new EmbeddedQueries(new EmbeddedGraph(set));
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public Task Paths_AreDrawnWithTheirFacts() => DrawsFactsAsync(
        ManyQuestions.Paths.Concat(ManyQuestions.SaidInCypher).Where(question => question.From != question.To).ToList(),
        result => result.DrawnFacts);

    [Test]
    public Task Connections_AreDrawnWithTheirFacts() => DrawsFactsAsync(ManyQuestions.Connections, result => result.DrawnFacts);

    [Test]
    public Task CommonDependencies_AreDrawnWithTheirFacts() => DrawsFactsAsync(ManyQuestions.Common, result => result.DrawnFacts);

    [Test]
    public Task FactPatterns_AreDrawnWithTheirFacts() => DrawsFactsAsync(ManyQuestions.Facts, result => result.DrawnFacts);

    [Test]
    public Task Node_IsDrawnWithEveryFactThatNamesIt() => DrawsFactsAsync(ManyQuestions.Nodes, result => result.Mentions.Select(mention => mention.Fact));

    [Test]
    public async Task Tiers_AreDrawnWithTheirMembers()
    {
        foreach (var question in ManyQuestions.Tiers)
        {
            var answer = embedded.Ask(question);
            if (!answer.IsExhaustive || StatementOf(answer) is not { } statement)
            {
                continue;
            }

            var isPath = statement.Contains("MATCH p =", StringComparison.Ordinal);
            var nodes = await DrawnAsync(statement, isPath ? "UNWIND nodes(p) AS n RETURN DISTINCT n.id AS id" : "UNWIND [s, m] AS n RETURN DISTINCT n.id AS id");
            var wanted = answer.Result.Members.SelectMany(member => member.Path.Nodes).Distinct();
            Assert.That(nodes, Is.EquivalentTo(wanted), statement);
        }
    }

    [Test]
    public async Task Names_AreDrawnAsTheNodesFound()
    {
        foreach (var question in ManyQuestions.Names)
        {
            var answer = embedded.Ask(question);
            if (answer.IsExhaustive && StatementOf(answer) is { } statement)
            {
                Assert.That(await DrawnAsync(statement, "RETURN n.id AS id"), Is.EquivalentTo(answer.Result.Matches.Select(match => match.Node)), statement);
            }
        }
    }

    private async Task DrawsFactsAsync<TResult>(IReadOnlyList<Question<TResult>> questions, Func<TResult, IEnumerable<string>?> wanted)
        where TResult : Result
    {
        var drawn = 0;
        foreach (var question in questions)
        {
            var answer = embedded.Ask(question);
            if (!answer.IsExhaustive || StatementOf(answer) is not { } statement)
            {
                continue;
            }

            var rest = statement.Contains("MATCH p =", StringComparison.Ordinal)
                ? "UNWIND relationships(p) AS r RETURN DISTINCT r.factId AS id"
                : "WITH r WHERE r IS NOT NULL RETURN DISTINCT r.factId AS id";
            Assert.That(await DrawnAsync(statement, rest), Is.EquivalentTo(wanted(answer.Result)!.Distinct()), statement);
            drawn++;
        }

        Assert.That(drawn, Is.GreaterThanOrEqualTo(2), "answers with something to draw");
    }

    private string? StatementOf<TResult>(Answer<TResult> answer)
        where TResult : Result
    {
        var statement = BrowserStatement.Of(answer, set.Ontology, database.Dataset, "What is drawn");
        Assert.That(statement ?? "// What is drawn\n", Does.StartWith("// What is drawn\n"));
        Assert.That(statement is not null || !(answer.Result.DrawnFacts ?? []).Any(), "facts, and nothing drawn");
        return statement;
    }

    /// <summary>Runs the statement as it stands and looks at what it returns; the server has no remark to make.</summary>
    private async Task<List<string>> DrawnAsync(string statement, string rest)
    {
        var result = await database.RunAsync($"CALL () {{\n{statement}}}\n{rest}");
        Assert.That(result.Notifications, Is.Empty, statement);
        return [.. result.Rows.Select(row => row.Text("id"))];
    }
}
