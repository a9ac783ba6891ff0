namespace KnowledgeGraph.Neo4j;

/// <summary>
/// An explicit transaction of the Query API. Dropping a connection does not end what runs on the server, and rolling back a
/// transaction whose statement runs fails, so whatever we stop waiting for is found by its metadata and terminated.
/// </summary>
internal sealed class HttpTransaction : ICypherTransaction
{
    /// <summary>The name in the metadata of the transaction's id in the HTTP API, by which another process can close it.</summary>
    public const string HttpId = "http";

    /// <summary>The name in the metadata of the cluster's member that holds the transaction; only it can close it.</summary>
    public const string Member = "member";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The server closes dead transactions after a minute, unless set otherwise, and looks for them now and then.</summary>
    private static readonly TimeSpan DeadStay = TimeSpan.FromSeconds(90);

    /// <summary>A member waits up to half a minute, unless set otherwise, for what a bookmark names before it answers a begin.</summary>
    private static readonly TimeSpan CatchUpWait = TimeSpan.FromSeconds(45);
    private readonly Neo4jOptions options;
    private readonly HttpExchange exchange;
    private readonly TimeProvider time;
    private readonly TransactionRequest request;
    private readonly Bookmarks bookmarks;
    private readonly IReadOnlyList<string> waitFor;
    private readonly string key = Guid.NewGuid().ToString("N");
    private readonly long begun;
    private string? id;
    private string? affinity;

    public HttpTransaction(
        Neo4jOptions options, HttpExchange exchange, Bookmarks bookmarks, TimeProvider time, TransactionRequest request)
    {
        (this.options, this.exchange, this.bookmarks, this.time, this.request) = (options, exchange, bookmarks, time, request);
        waitFor = bookmarks.Latest;
        begun = time.GetTimestamp();
    }

    private TimeSpan Left => request.Bound - time.GetElapsedTime(begun);

    private string Path => "/tx/" + Uri.EscapeDataString(id ?? throw new InvalidOperationException("the transaction is over"));

    /// <summary>
    /// Begins, then gives the transaction its metadata. That fails where a dead transaction of anybody's lingers on the server, or one is
    /// just closing: nothing has been done yet, so those of ours are closed and it is begun again, for as long as the server keeps such.
    /// </summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        for (Neo4jException? trouble = null; ;)
        {
            try
            {
                id = await BeginEmptyAsync(cancellation);
                await RunAsync(Cypher.SetMetadata, new Dictionary<string, object?> { ["metadata"] = Metadata() }, cancellation);
                return;
            }
            catch (Neo4jException error) when (IsTroubleOfOthers(error) || (trouble is not null && error.Kind == Neo4jErrorKind.TimedOut))
            {
                await DisposeAsync();
                trouble ??= error;
                await ClearAsync(trouble, cancellation);
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
        try
        {
            var reply = await BoundedAsync(Path + "/commit", new Dictionary<string, object?>(), Left, cancellation);
            bookmarks.Replace(waitFor, reply.Bookmarks);
        }
        catch (Neo4jException error) when (error.Code is null && !WasNotSent(error))
        {
            throw new Neo4jException(Neo4jErrorKind.Unconfirmed, options.Endpoint,
                $"{options.Endpoint} did not confirm the commit, so whether it took is not known: {WhyUnconfirmed(error)}; kg load looks first, so load again", inner: error);
        }

        id = null;
    }

    public async Task RollBackAsync(CancellationToken cancellation)
    {
        if (id is null)
        {
            return;
        }

        using var wait = new BoundedWait(time, options.ShortWait, cancellation);
        await exchange.CloseAsync(id, affinity, wait.Token);
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

    private static string WhyUnconfirmed(Neo4jException error) =>
        error.Kind == Neo4jErrorKind.Unreachable ? Neo4jErrors.Shorten(error.GetBaseException().Message).TrimEnd('.') : error.Message;

    private static bool WasNotSent(Neo4jException error) =>
        error.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    /// <summary>The server names the other transaction's end as if it were this one's; that this one is over is known by the clock.</summary>
    private bool IsTroubleOfOthers(Neo4jException error) =>
        error.Kind == Neo4jErrorKind.Terminated || error.Code == "Neo.ClientError.Procedure.ProcedureCallFailed"
        || (error is { Kind: Neo4jErrorKind.TimedOut, Code: not null } && Left > TimeSpan.Zero);

    /// <exception cref="Neo4jException">No time is left.</exception>
    private async Task ClearAsync(Neo4jException trouble, CancellationToken cancellation)
    {
        if (Left <= TimeSpan.Zero || time.GetElapsedTime(begun) > DeadStay)
        {
            throw new Neo4jException(Neo4jErrorKind.Busy, options.Endpoint,
                $"{options.Endpoint} begins no transaction while others that have timed out linger there; it closes them within a minute or so, so try again then", inner: trouble);
        }

        using var wait = new BoundedWait(time, Min(Left, options.ShortWait), cancellation);
        await DeadTransactions.CloseAsync(exchange, affinity, wait.Token);
        await Task.Delay(Pause / 5, time, cancellation);
    }

    /// <summary>Not given up when the caller cancels, since a transaction without metadata could not be found again.</summary>
    private async Task<string> BeginEmptyAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var body = new Dictionary<string, object?>
        {
            ["accessMode"] = request.Access == AccessMode.Read ? "READ" : "WRITE",
            ["maxExecutionTime"] = (long)Math.Ceiling(Math.Clamp(request.Bound.TotalSeconds, 1, int.MaxValue)),
        };
        if (waitFor.Count > 0)
        {
            body["bookmarks"] = waitFor;
        }

        affinity = null;
        var reply = await BoundedAsync("/tx", body, Min(Left, waitFor.Count > 0 ? CatchUpWait : options.ShortWait), CancellationToken.None);
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
            var reply = await exchange.SendAsync(HttpMethod.Post, path, body, affinity, wait.Token);
            affinity = reply.Affinity ?? affinity;
            return reply;
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

    private Dictionary<string, object?> Metadata()
    {
        var metadata = new Dictionary<string, object?>(request.Metadata) { ["app"] = Cypher.App, ["transaction"] = key, [HttpId] = id };
        if (affinity is not null)
        {
            metadata[Member] = affinity;
        }

        return metadata;
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
                await exchange.SendAsync(HttpMethod.Post, "", body, affinity, wait.Token);
                await exchange.CloseAsync(open, affinity, wait.Token);
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
