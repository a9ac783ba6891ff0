using KnowledgeGraph.Neo4j;
using Driver = Neo4j.Driver;

namespace KnowledgeGraph.Bolt;

/// <summary>
/// An explicit transaction on a session of its own. The driver's calls take no cancellation, so we stop waiting for them at our
/// bound, and whatever we stop waiting for is found by its metadata and terminated.
/// </summary>
internal sealed class BoltTransaction : ICypherTransaction
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Neo4jOptions options;
    private readonly BoltSessions sessions;
    private readonly TimeProvider time;
    private readonly TransactionRequest request;
    private readonly Driver.IAsyncSession session;
    private readonly string key = Guid.NewGuid().ToString("N");
    private readonly long begun;
    private Driver.IAsyncTransaction? open;

    public BoltTransaction(Neo4jOptions options, BoltSessions sessions, TimeProvider time, TransactionRequest request)
    {
        (this.options, this.sessions, this.time, this.request) = (options, sessions, time, request);
        begun = time.GetTimestamp();
        session = sessions.Open(request.Access);
    }

    private TimeSpan Left => request.Bound - time.GetElapsedTime(begun);

    private Driver.IAsyncTransaction Open => open ?? throw new InvalidOperationException("the transaction is over");

    public async Task BeginAsync(CancellationToken cancellation) =>
        open = await BoundedAsync(_ => session.BeginTransactionAsync(Configure), Min(Left, options.ShortWait), cancellation);

    public Task<CypherResult> RunAsync(
        string statement, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellation)
    {
        var transaction = Open;
        var values = BoltParameters.Of(parameters);
        return BoundedAsync(
            async stop => await BoltResult.ReadAsync(await transaction.RunAsync(statement, values), options, stop), Left, cancellation);
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        var transaction = Open;
        await BoundedAsync(_ => Done(transaction.CommitAsync()), Left, cancellation);
        open = null;
    }

    public async Task RollBackAsync(CancellationToken cancellation)
    {
        if (open is { } transaction)
        {
            open = null;
            await BoundedAsync(_ => Done(transaction.RollbackAsync()), options.ShortWait, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await RollBackAsync(CancellationToken.None);
        }
        catch (Neo4jException)
        {
            // Without an answer it was terminated; without a connection the server rolls it back.
        }

        try
        {
            await session.CloseAsync().WaitAsync(options.ShortWait, time);
        }
        catch (Exception error) when (error is Driver.Neo4jException or TimeoutException or IOException or InvalidOperationException)
        {
            // The session tells again what failed before; whoever disposes knows it already.
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    /// <summary>The server's bound is never zero, which would mean none.</summary>
    private void Configure(Driver.TransactionConfigBuilder config) => config
        .WithTimeout(TimeSpan.FromSeconds(Math.Ceiling(Math.Clamp(request.Bound.TotalSeconds, 1, int.MaxValue))))
        .WithMetadata(BoltParameters.Of(new Dictionary<string, object?>(request.Metadata) { ["app"] = Cypher.App, ["transaction"] = key }));

    private async Task<T> BoundedAsync<T>(Func<CancellationToken, Task<T>> step, TimeSpan bound, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var wait = new BoundedWait(time, bound, cancellation);
        try
        {
            return await BoltErrors.GuardAsync(options, () => step(wait.Token).WaitAsync(wait.Token));
        }
        catch (OperationCanceledException error)
        {
            open = null;
            var ended = await TerminateAsync();
            cancellation.ThrowIfCancellationRequested();
            throw new Neo4jException(Neo4jErrorKind.TimedOut, options.Endpoint, TimedOut(bound, ended), inner: error);
        }
        catch (Neo4jException error)
        {
            open = null;
            if (error.Kind == Neo4jErrorKind.Protocol)
            {
                await TerminateAsync();
            }

            throw;
        }
    }

    private string TimedOut(TimeSpan bound, bool ended) =>
        $"no answer from {options.Endpoint} within {Math.Max(bound.TotalSeconds, 0):0.#} s; the transaction there "
        + (ended ? "was ended" : "could not be ended and ends at the server's own bound");

    /// <summary>Terminates the transaction from another session; looks on for a moment, since what was given up may still be on its way.</summary>
    /// <returns>Whether the server could be asked.</returns>
    private async Task<bool> TerminateAsync()
    {
        using var wait = new BoundedWait(time, Min(options.ShortWait, TimeSpan.FromSeconds(4)), CancellationToken.None);
        try
        {
            return await BoltErrors.GuardAsync(options, () => TerminateOwnAsync(wait.Token).WaitAsync(wait.Token));
        }
        catch (Exception error) when (error is Neo4jException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> TerminateOwnAsync(CancellationToken stop)
    {
        var own = BoltParameters.Of(new Dictionary<string, object?> { ["transaction"] = key });
        for (var clean = 0; clean < 3;)
        {
            var found = await sessions.RunAloneAsync(Cypher.TerminateOwn, own, stop);
            clean = found.Rows.Count == 0 ? clean + 1 : 0;
            await Task.Delay(Pause, time, stop);
        }

        return true;
    }
}
