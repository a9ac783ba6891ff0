using KnowledgeGraph.Neo4j;
using Driver = Neo4j.Driver;

namespace KnowledgeGraph.Bolt;

/// <summary>
/// Sessions of one driver. They share bookmarks: in a cluster, whatever one of them committed the next one sees, whichever member
/// answers it. So a load that is read back is read back whole.
/// </summary>
internal sealed class BoltSessions(Neo4jOptions options, Driver.IDriver driver) : IAsyncDisposable
{
    private readonly Driver.IBookmarkManager bookmarks =
        Driver.GraphDatabase.BookmarkManagerFactory.NewBookmarkManager(new Driver.BookmarkManagerConfig());

    /// <summary>A session whose transactions read, or write.</summary>
    public Driver.IAsyncSession Open(AccessMode access) => driver.AsyncSession(config => config
        .WithDatabase(options.Database)
        .WithDefaultAccessMode(access == AccessMode.Read ? Driver.AccessMode.Read : Driver.AccessMode.Write)
        .WithBookmarkManager(bookmarks));

    /// <summary>Runs a statement that may as well run twice in a transaction of its own; the driver tries again after passing failures.</summary>
    public async Task<CypherResult> RunAloneAsync(string statement, Dictionary<string, object> parameters, CancellationToken stop)
    {
        await using var session = Open(AccessMode.Write);
        return await session.ExecuteWriteAsync(async transaction =>
            await BoltResult.ReadAsync(await transaction.RunAsync(statement, parameters), options, stop));
    }

    /// <summary>What the server says of itself.</summary>
    public Task<Driver.IServerInfo> ServerAsync() => driver.GetServerInfoAsync();

    public ValueTask DisposeAsync() => driver.DisposeAsync();
}
