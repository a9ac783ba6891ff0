using System.Diagnostics;
using KnowledgeGraph.Cli;
using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>The transport on a real server: values, bounds, cancelling.</summary>
public sealed class Neo4jServerTests
{
    private const string Endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*) AS n";

    private TestDatabase database = null!;

    [SetUp]
    public void Open() => database = TestDatabase.Open();

    [TearDown]
    public async Task Close()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public async Task Values_ComeBackAsTheyWent()
    {
        var sent = new Dictionary<string, object?>
        {
            ["text"] = "Ж \"q\" \\ \n $type 😀 2024-01-01T00:00:00Z",
            ["long"] = 9007199254740993L,
            ["whole"] = 1.0,
            ["single"] = 1550697856.0,
            ["double"] = 0.1 + 0.2,
            ["flag"] = true,
            ["none"] = null,
            ["list"] = new List<object?> { 1L, "two", null, new List<object?> { 3.5 } },
            ["$type"] = new Dictionary<string, object?> { ["_value"] = "x" },
        };
        await using var transaction = await BeginAsync(TimeSpan.FromSeconds(30));
        var result = await transaction.RunAsync("RETURN $sent AS back", new Dictionary<string, object?> { ["sent"] = sent }, CancellationToken.None);
        Assert.That(result.Columns, Is.EqualTo(new[] { "back" }));
        Assert.That(result.Rows[0]["back"], Is.EqualTo(sent));
    }

    [Test]
    public async Task EndlessStatement_IsEndedAtTheBoundAndGone()
    {
        await using var transaction = await BeginAsync(TimeSpan.FromSeconds(1));
        var error = Assert.ThrowsAsync<Neo4jException>(
            () => transaction.RunAsync(Endless, Cypher.NoParameters, CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.TimedOut));
        await RequireNoneLeftAsync();
    }

    [Test]
    public async Task CancelledStatement_IsEndedAndGone()
    {
        await using var transaction = await BeginAsync(TimeSpan.FromSeconds(50));
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Assert.That(
            () => transaction.RunAsync(Endless, Cypher.NoParameters, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        await RequireNoneLeftAsync();
    }

    [Test]
    public async Task FailedStatement_LosesTheTransactionAndDisposingIsQuiet()
    {
        var transaction = await BeginAsync(TimeSpan.FromSeconds(30));
        await transaction.RunAsync("CREATE (:KgNode {dataset: $dataset, id: 'x'})", new Dictionary<string, object?> { ["dataset"] = database.Dataset }, CancellationToken.None);
        var error = Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync("RETRUN 1", Cypher.NoParameters, CancellationToken.None))!;
        Assert.That((error.Kind, error.Code), Is.EqualTo((Neo4jErrorKind.Statement, "Neo.ClientError.Statement.SyntaxError")));
        await transaction.DisposeAsync();
        Assert.That(await database.CountAsync("MATCH (n {dataset: $dataset}) RETURN count(n) AS n"), Is.Zero);
    }

    [Test]
    public async Task WriteWhenReading_IsRefused()
    {
        var request = new TransactionRequest(AccessMode.Read, TimeSpan.FromSeconds(30), new Dictionary<string, object?> { ["kind"] = "test" });
        await using var transaction = await database.Transport.BeginAsync(request, CancellationToken.None);
        var error = Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync("CREATE (:Nothing)", Cypher.NoParameters, CancellationToken.None))!;
        Assert.That(error.Code, Is.EqualTo("Neo.ClientError.Statement.AccessMode"));
    }

    [Test]
    public async Task UnknownDatabase_IsNamed()
    {
        await using var transport = StoreAddress.Connect(database.Options with { Database = "nope" }, TimeProvider.System);
        var request = new TransactionRequest(AccessMode.Read, TimeSpan.FromSeconds(5), new Dictionary<string, object?>());
        var error = Assert.ThrowsAsync<Neo4jException>(() => transport.BeginAsync(request, CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.UnknownDatabase));
        Assert.That(error.Message, Is.EqualTo(
            $"{transport.Endpoint} has no such database; Neo4j's own is called neo4j (SHOW DATABASES lists them)"));
    }

    private Task<ICypherTransaction> BeginAsync(TimeSpan bound) => database.Transport.BeginAsync(
        new TransactionRequest(AccessMode.Write, bound, new Dictionary<string, object?> { ["kind"] = "test", ["dataset"] = database.Dataset }),
        CancellationToken.None);

    private async Task RequireNoneLeftAsync()
    {
        var clock = Stopwatch.StartNew();
        const string left = "SHOW TRANSACTIONS YIELD metaData AS m WHERE m.dataset = $dataset RETURN count(*) AS n";
        while (await database.CountAsync(left) > 0)
        {
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)), "the server has five seconds to clear up");
            await Task.Delay(100);
        }
    }
}
