namespace KnowledgeGraph.Neo4j;

/// <summary>
/// An explicit transaction of the Query API. Dropping a connection does not end what runs on the server, and rolling back a
/// transaction whose statement runs fails, so whatever we stop waiting for is found by its metadata and terminated.
/// </summary>
internal sealed class HttpTransaction : ICypherTransaction
{
    /// <summary>The name in the metadata of the transaction's id in the HTTP API, by which another process can close it.</summary>
    public const string HttpId = "http";

    private const int MaxBegins = 50;
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

    /// <summary>
    /// Begins, then gives the transaction its metadata. While any terminated transaction of anybody lingers on the server, or one is
    /// just closing, <c>tx.setMetaData</c> fails at random in others (5.26): nothing has been done yet, so begin again.
    /// </summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            id = await BeginEmptyAsync(cancellation);
            var metadata = new Dictionary<string, object?>(request.Metadata) { ["app"] = Cypher.App, ["transaction"] = key, [HttpId] = id };
            try
            {
                await RunAsync(Cypher.SetMetadata, new Dictionary<string, object?> { ["metadata"] = metadata }, cancellation);
                return;
            }
            catch (Neo4jException error) when (IsMetadataTrouble(error) && attempt < MaxBegins)
            {
                await DisposeAsync();
                await Task.Delay(Pause / 5, time, cancellation);
            }
            catch
            {
                await DisposeAsync();
                throw;
            }
        }
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
        await exchange.CloseAsync(id, wait.Token);
        id = null;
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

    private static bool IsMetadataTrouble(Neo4jException error) =>
        error.Kind == Neo4jErrorKind.Terminated || error.Code == "Neo.ClientError.Procedure.ProcedureCallFailed";

    /// <summary>Not given up when the caller cancels, since a transaction without metadata could not be found again.</summary>
    private async Task<string> BeginEmptyAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var body = new Dictionary<string, object?>
        {
            ["accessMode"] = request.Access == AccessMode.Read ? "READ" : "WRITE",
            ["maxExecutionTime"] = (long)Math.Ceiling(Math.Clamp(request.Bound.TotalSeconds, 1, int.MaxValue)),
        };
        var reply = await BoundedAsync("/tx", body, Min(Left, options.ShortWait), CancellationToken.None);
        return reply.TransactionId ?? throw new Neo4jException(
            Neo4jErrorKind.Protocol, options.Endpoint, $"{options.Endpoint} began a transaction without saying its id; Neo4j 5.26 or later is needed");
    }

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
            var ended = await TerminateAsync();
            cancellation.ThrowIfCancellationRequested();
            throw new Neo4jException(Neo4jErrorKind.TimedOut, options.Endpoint, TimedOut(bound, ended), inner: error);
        }
        catch (Neo4jException error) when (error.Kind is Neo4jErrorKind.Protocol)
        {
            await TerminateAsync();
            throw;
        }
    }

    private string TimedOut(TimeSpan bound, bool ended) =>
        $"no answer from {options.Endpoint} within {Math.Max(bound.TotalSeconds, 0):0.#} s; the transaction there "
        + (ended ? "was ended" : "could not be ended and ends at the server's own bound");

    /// <summary>
    /// Terminates the transaction from another connection and closes it, which frees the server from remembering it. A running
    /// statement takes a moment to notice, and closing fails until then.
    /// </summary>
    /// <returns>Whether it is gone.</returns>
    private async Task<bool> TerminateAsync()
    {
        if (id is not { } open)
        {
            return false;
        }

        id = null;
        var body = Body(Cypher.TerminateOwn, new Dictionary<string, object?> { ["transaction"] = key });
        using var wait = new BoundedWait(time, Min(options.ShortWait, TimeSpan.FromSeconds(4)), CancellationToken.None);
        while (!wait.Token.IsCancellationRequested)
        {
            try
            {
                await exchange.SendAsync(HttpMethod.Post, "", body, wait.Token);
                await exchange.CloseAsync(open, wait.Token);
                return true;
            }
            catch (Neo4jException error) when (error.Kind is not Neo4jErrorKind.Unreachable)
            {
                await Task.Delay(Pause, time, CancellationToken.None);
            }
            catch (Exception error) when (error is Neo4jException or OperationCanceledException)
            {
                return false;
            }
        }

        return false;
    }
}
