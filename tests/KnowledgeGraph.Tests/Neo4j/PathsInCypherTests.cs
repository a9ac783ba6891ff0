using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Paths that the server finds itself keep to the rules that the embedded search keeps to.</summary>
/// <remarks>
/// <code>
/// a ─ denied ─► b      c ─ until 2024-06-30 ─► d      e ◄─ symmetric ─ f
/// a ─► m ─────► b      c ─► n ─► o ──────────► d
/// </code>
/// </remarks>
[NonParallelizable]
internal sealed class PathsInCypherTests
{
    private TestDatabase database = null!;
    private FactSet set = null!;

    [OneTimeSetUp]
    public async Task Load()
    {
        database = TestDatabase.Open();
        set = new GraphBuilder()
            .Fact("a", "DEPENDS_ON", "b", fact => fact with { IsDenied = true })
            .Fact("a", "DEPENDS_ON", "m")
            .Fact("m", "DEPENDS_ON", "b")
            .Fact("c", "DEPENDS_ON", "d", fact => fact with { ValidTo = new PartialDate(2024, 6, 30) })
            .Fact("c", "DEPENDS_ON", "n")
            .Fact("n", "DEPENDS_ON", "o")
            .Fact("o", "DEPENDS_ON", "d")
            .Fact("f", "ALLIED_WITH", "e")
            .Set();
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
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
    public async Task DeniedFact_JoinsNoPath() => Assert.That(await PathAsync("a", "b"), Is.EqualTo("a m b"));

    [TestCase("2024-06-29", "c d")]
    [TestCase("2024-06-30", "c d")]
    [TestCase("2024-07-01", "c n o d")]
    public async Task LastDay_StillCounts(string day, string expected) =>
        Assert.That(await PathAsync("c", "d", new() { AsOf = DateOnly.Parse(day, null) }), Is.EqualTo(expected));

    [TestCase("e", "f")]
    [TestCase("f", "e")]
    public async Task SymmetricFact_LeadsBothWays(string from, string to) => Assert.That(await PathAsync(from, to), Is.EqualTo($"{from} {to}"));

    /// <summary>The one shortest path, once the engines agree on the answer and the server has found it.</summary>
    private async Task<string> PathAsync(string from, string to, GraphFilter? filter = null)
    {
        var question = new PathQuestion { From = from, To = to, Filter = (filter ?? new()) with { Layers = ["dependence"] }, Bounds = new SearchBounds(Timeout: TimeSpan.FromMinutes(5)) };
        var there = await new Neo4jQueries(database.Transport, set.Ontology, database.Dataset).AskAsync(question);
        Assert.That(AnswerJson.Canonical(there), Is.EqualTo(AnswerJson.Canonical(new EmbeddedQueries(new EmbeddedGraph(set)).Ask(question))));
        Assert.That(there.Run.Delivery, Does.StartWith("the server found the paths"));
        return string.Join(' ', there.Result.Paths.Single().Nodes);
    }
}
