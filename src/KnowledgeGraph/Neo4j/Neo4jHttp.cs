namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Neo4j over its HTTP Query API (5.26 or later), with nothing but an HTTP client: one server, or a cluster behind one address. Safe
/// to use from several threads; each transaction stands on its own, stays with the member that began it, and sees whatever this
/// transport committed before it began.
/// </summary>
public sealed class Neo4jHttp : ICypherTransport
{
    private readonly Neo4jOptions options;
    private readonly HttpExchange exchange;
    private readonly Bookmarks bookmarks = new();
    private readonly TimeProvider time;
    private bool isChecked;

    /// <param name="options">Address and credentials.</param>
    /// <param name="time">The clock that bounds the waiting; null for the system's.</param>
    /// <exception cref="Neo4jException">The file of certificates to trust cannot be read.</exception>
    public Neo4jHttp(Neo4jOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.options, this.time) = (options, time ?? TimeProvider.System);
        exchange = new HttpExchange(options);
    }

    /// <inheritdoc/>
    public string Endpoint => options.Endpoint;

    /// <inheritdoc/>
    public async Task<ICypherTransaction> BeginAsync(TransactionRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        await CheckServerAsync(request.Bound < options.ShortWait ? request.Bound : options.ShortWait, cancellation);
        var transaction = new HttpTransaction(options, exchange, bookmarks, time, request);
        await transaction.BeginAsync(cancellation);
        return transaction;
    }

    /// <inheritdoc/>
    public async Task TerminateAsync(
        string transaction, IReadOnlyDictionary<string, object?> metadata, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var parameters = new Dictionary<string, object?> { ["ids"] = new List<object?> { transaction } };
        var body = new Dictionary<string, object?> { ["statement"] = Cypher.Terminate, ["parameters"] = parameters };
        using var wait = new BoundedWait(time, options.ShortWait, cancellation);
        var member = metadata.GetValueOrDefault(HttpTransaction.Member) as string;
        await exchange.SendAsync(HttpMethod.Post, "", body, member, wait.Token);
        if (metadata.GetValueOrDefault(HttpTransaction.HttpId) is string id)
        {
            await CloseQuietlyAsync(id, member, wait.Token);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        exchange.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Its locks are free already; a statement that still runs there keeps it from closing, and the server does so later.</summary>
    private async Task CloseQuietlyAsync(string id, string? member, CancellationToken cancellation)
    {
        try
        {
            await exchange.CloseAsync(id, member, cancellation);
        }
        catch (Neo4jException)
        {
            // Said above.
        }
    }

    /// <summary>Two first transactions at once may both check; that does no harm.</summary>
    private async Task CheckServerAsync(TimeSpan bound, CancellationToken cancellation)
    {
        if (isChecked)
        {
            return;
        }

        using var wait = new BoundedWait(time, bound, cancellation);
        try
        {
            ServerCheck.Require(Endpoint, await exchange.RootAsync(wait.Token));
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new Neo4jException(
                Neo4jErrorKind.Unreachable, Endpoint, $"no answer from {Endpoint} within {bound.TotalSeconds:0.#} s", inner: error);
        }

        isChecked = true;
    }
}
