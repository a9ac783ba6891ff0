using KnowledgeGraph.Neo4j;
using Driver = Neo4j.Driver;

namespace KnowledgeGraph.Bolt;

/// <summary>
/// Neo4j over Bolt with the official driver. Safe to use from several threads; each transaction stands on its own, on a session of
/// its own. Gives the same rows, counters and failures as <see cref="Neo4jHttp"/>.
/// </summary>
public sealed class BoltTransport : ICypherTransport
{
    private readonly Neo4jOptions options;
    private readonly TimeProvider time;
    private readonly BoltSessions sessions;
    private bool isChecked;

    /// <param name="options">Address and credentials, as <see cref="BoltAddress.Parse"/> reads them.</param>
    /// <param name="time">The clock that bounds the waiting; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is not one for Bolt.</exception>
    public BoltTransport(Neo4jOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!BoltAddress.IsBolt(options.Server.OriginalString))
        {
            throw new ArgumentException($"{options.Endpoint} is no address for Bolt; it looks like bolt://localhost:7687", nameof(options));
        }

        (this.options, this.time) = (options, time ?? TimeProvider.System);
        sessions = new BoltSessions(options, Driver.GraphDatabase.Driver(options.Server, TokenOf(options), Configure));
    }

    /// <inheritdoc/>
    public string Endpoint => options.Endpoint;

    /// <inheritdoc/>
    public async Task<ICypherTransaction> BeginAsync(TransactionRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        await CheckServerAsync(cancellation);
        var transaction = new BoltTransaction(options, sessions, time, request);
        try
        {
            await transaction.BeginAsync(cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task TerminateAsync(
        string transaction, IReadOnlyDictionary<string, object?> metadata, CancellationToken cancellation)
    {
        var ids = BoltParameters.Of(new Dictionary<string, object?> { ["ids"] = new List<object?> { transaction } });
        return ShortAsync(stop => sessions.RunAloneAsync(Cypher.Terminate, ids, stop), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => sessions.DisposeAsync();

    private static Driver.IAuthToken TokenOf(Neo4jOptions options) => options switch
    {
        { BearerToken: { } token } => Driver.AuthTokens.Bearer(token),
        { User: { } user } => Driver.AuthTokens.Basic(user, options.Password ?? ""),
        _ => Driver.AuthTokens.None,
    };

    private void Configure(Driver.ConfigBuilder config) => config
        .WithConnectionTimeout(options.ShortWait)
        .WithConnectionAcquisitionTimeout(options.ShortWait)
        .WithUserAgent(Cypher.App)
        .WithTelemetryDisabled();

    /// <summary>Two first transactions at once may both check; that does no harm.</summary>
    private async Task CheckServerAsync(CancellationToken cancellation)
    {
        if (isChecked)
        {
            return;
        }

        var server = await ShortAsync(_ => sessions.ServerAsync(), cancellation);
        ServerCheck.RequireVersion(Endpoint, VersionIn(server.Agent));
        isChecked = true;
    }

    /// <summary>Runs a step that should take no time.</summary>
    /// <exception cref="Neo4jException">It failed, or there was no answer in time.</exception>
    private async Task<T> ShortAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellation)
    {
        using var wait = new BoundedWait(time, options.ShortWait, cancellation);
        try
        {
            return await BoltErrors.GuardAsync(options, () => step(wait.Token).WaitAsync(wait.Token));
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new Neo4jException(
                Neo4jErrorKind.Unreachable, Endpoint, $"no answer from {Endpoint} within {options.ShortWait.TotalSeconds:0.#} s", inner: error);
        }
    }

    /// <summary>The version in an agent such as <c>Neo4j/5.26.25</c>.</summary>
    private static string VersionIn(string? agent) => agent is null ? "of no version" : agent[(agent.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
