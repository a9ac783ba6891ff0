namespace KnowledgeGraph.Neo4j;

/// <summary>
/// An explicit transaction of the Query API. Dropping a connection does not end what runs on the server, and rolling back a
/// transaction whose statement runs fails, so whatever we stop waiting for is found by its metadata and terminated.
/// </summary>
internal sealed class HttpTransaction : ICypherTransaction
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Neo4jOptions options;
    private readonly HttpExchange exchange;
    private readonly TimeProvider time;
    private readonly TransactionRequest request;
    private readonly string key = Guid.NewGuid().ToString("N");
    private readonly long begun;
    private string? id;

    public HttpTransaction(Neo4jOptions options, HttpExchange exchange, TimeProvider time, TransactionRequest request)
    {
        (this.options, this.exchange, this.time, this.request) = (options, exchange, time, request);
        begun = time.GetTimestamp();
    }

    private TimeSpan Left => request.Bound - time.GetElapsedTime(begun);

    private string Path => "/tx/" + Uri.EscapeDataString(id ?? throw new InvalidOperationException("the transaction is over"));

    public async Task BeginAsync(CancellationToken cancellation)
    {
        var body = Body(Cypher.SetMetadata, new Dictionary<string, object?> { ["metadata"] = Metadata() });
        body["accessMode"] = request.Access == AccessMode.Read ? "READ" : "WRITE";
        body["maxExecutionTime"] = (long)Math.Ceiling(Math.Clamp(request.Bound.TotalSeconds, 1, int.MaxValue));
        var reply = await BoundedAsync("/tx", body, Min(Left, options.ShortWait), cancellation);
        id = reply.TransactionId ?? throw new Neo4jException(
            Neo4jErrorKind.Protocol, options.Endpoint, $"{options.Endpoint} began a transaction without saying its id; Neo4j 5.26 or later is needed");
    }

    public async Task<CypherResult> RunAsync(
        string statement, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellation) =>
        (await BoundedAsync(Path, Body(statement, parameters), Left, cancellation)).Result;

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await BoundedAsync(Path + "/commit", new Dictionary<string, object?>(), Left, cancellation);
        id = null;
    }

    public async Task RollBackAsync(CancellationToken cancellation)
    {
        if (id is null)
        {
            return;
        }

        using var wait = new BoundedWait(time, options.ShortWait, cancellation);
        var path = Path;
        id = null;
        try
        {
            await exchange.SendAsync(HttpMethod.Delete, path, null, wait.Token);
        }
        catch (Neo4jException error) when (error.Kind == Neo4jErrorKind.Terminated)
        {
            // Already gone, which is what was asked for.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await RollBackAsync(CancellationToken.None);
        }
        catch (Exception error) when (error is Neo4jException or OperationCanceledException)
        {
            await TerminateAsync();
        }
    }

    private static Dictionary<string, object?> Body(string statement, IReadOnlyDictionary<string, object?> parameters) =>
        new() { ["statement"] = statement, ["parameters"] = parameters, ["includeCounters"] = true };

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private Dictionary<string, object?> Metadata() => new(request.Metadata) { ["app"] = Cypher.App, ["transaction"] = key };

    private async Task<HttpReply> BoundedAsync(
        string path, Dictionary<string, object?> body, TimeSpan bound, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var wait = new BoundedWait(time, bound, cancellation);
        try
        {
            return await exchange.SendAsync(HttpMethod.Post, path, body, wait.Token);
        }
        catch (OperationCanceledException error)
        {
            id = null;
            var ended = await TerminateAsync();
            cancellation.ThrowIfCancellationRequested();
            throw new Neo4jException(Neo4jErrorKind.TimedOut, options.Endpoint, TimedOut(bound, ended), inner: error);
        }
        catch (Neo4jException error) when (error.Kind is Neo4jErrorKind.Protocol)
        {
            id = null;
            await TerminateAsync();
            throw;
        }
    }

    private string TimedOut(TimeSpan bound, bool ended) =>
        $"no answer from {options.Endpoint} within {Math.Max(bound.TotalSeconds, 0):0.#} s; the transaction there "
        + (ended ? "was ended" : "could not be ended and ends at the server's own bound");

    /// <summary>
    /// Terminates the transaction from another connection. A request that was given up may still be on its way, so the search goes
    /// on for a moment after nothing is found.
    /// </summary>
    /// <returns>Whether the server could be asked.</returns>
    private async Task<bool> TerminateAsync()
    {
        var body = Body(Cypher.TerminateOwn, new Dictionary<string, object?> { ["transaction"] = key });
        using var wait = new BoundedWait(time, Min(options.ShortWait, TimeSpan.FromSeconds(4)), CancellationToken.None);
        try
        {
            for (var clean = 0; clean < 3;)
            {
                var found = await exchange.SendAsync(HttpMethod.Post, "", body, wait.Token);
                clean = found.Result.Rows.Count == 0 ? clean + 1 : 0;
                await Task.Delay(Pause, time, wait.Token);
            }

            return true;
        }
        catch (Exception error) when (error is Neo4jException or OperationCanceledException)
        {
            return false;
        }
    }
}
