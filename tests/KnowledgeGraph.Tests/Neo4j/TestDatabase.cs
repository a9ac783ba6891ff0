using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Tests.Support;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>
/// The real server named by <c>KG_TEST_NEO4J_URI</c>, with a data set of the test's own that is removed afterwards. Tests are
/// ignored where the variable is not set; where it is, a server that does not answer fails them.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "KG_TEST_NEO4J_URI";
    private readonly List<string> datasets = [];

    private TestDatabase(string address)
    {
        Address = address;
        var host = new KgHost(TextWriter.Null, TextWriter.Null, _ => null, TimeProvider.System, Screen.Redirected);
        Options = StoreAddress.Read(address, host);
        Transport = StoreAddress.Connect(Options, TimeProvider.System);
        Dataset = NewDataset();
    }

    public string Address { get; }

    public Neo4jOptions Options { get; }

    public ICypherTransport Transport { get; }

    public string Dataset { get; }

    public Neo4jLoader Loader => new(Transport);

    public static TestDatabase Open()
    {
        var address = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(address))
        {
            Prerequisite.IsMissing($"needs a Neo4j for tests: set {Variable}, for example to http://127.0.0.1:7474");
        }

        return new TestDatabase(address!);
    }

    public string NewDataset()
    {
        datasets.Add($"test-{Guid.NewGuid():N}");
        return datasets[^1];
    }

    /// <summary>Runs one statement in a transaction of its own; <c>$dataset</c> is this test's.</summary>
    public async Task<CypherResult> RunAsync(string statement)
    {
        var request = new TransactionRequest(AccessMode.Write, TimeSpan.FromSeconds(30), new Dictionary<string, object?> { ["kind"] = "test" });
        await using var transaction = await Transport.BeginAsync(request, CancellationToken.None);
        var result = await transaction.RunAsync(statement, new Dictionary<string, object?> { ["dataset"] = Dataset }, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    public async Task<long> CountAsync(string statement) => (await RunAsync(statement)).Rows[0].Number("n");

    public async ValueTask DisposeAsync()
    {
        foreach (var dataset in datasets)
        {
            await RunAsync($"MATCH (n) WHERE n.dataset = '{dataset}' DETACH DELETE n");
        }

        await Transport.DisposeAsync();
    }
}
