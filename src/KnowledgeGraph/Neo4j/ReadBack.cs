namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Reads back what a load in batches has committed: all of it at the end, or, where it is told to follow, on a connection of its own
/// while the load writes on, so that little is left to be read after the last commit.
/// </summary>
/// <param name="comparison">What is compared with what stands there.</param>
/// <param name="read">Runs a piece of work in a reading transaction, which sees all that was committed before.</param>
internal sealed class ReadBack(BatchedComparison comparison, Func<Func<ICypherTransaction, CancellationToken, Task>, CancellationToken, Task> read) : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private Task reading = Task.CompletedTask;

    /// <summary>Goes on to the last fact that was committed, beside the caller, unless it still reads those before.</summary>
    /// <param name="lastFact">Its id; empty where no fact was written yet.</param>
    /// <exception cref="Neo4jException">What was begun by an earlier call has failed.</exception>
    public async Task FollowAsync(string lastFact)
    {
        if (reading.IsCompleted)
        {
            await reading;
            reading = GoOnAsync(lastFact, null, ending.Token);
        }
    }

    /// <summary>Reads all that is left.</summary>
    /// <returns>What differs.</returns>
    public async Task<DatasetChanges> FinishAsync(IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new LoadProgress("reading back"));
        await using var registration = cancellation.Register(ending.Cancel);
        await reading;
        await GoOnAsync(null, progress, cancellation);
        return comparison.Changes;
    }

    /// <summary>Ends what is still being read; how, nobody wants to know any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAny(reading);
        _ = reading.Exception;
        ending.Dispose();
    }

    private async Task GoOnAsync(string? lastFact, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        while (!comparison.HasGoneTo(lastFact))
        {
            await read((transaction, ends) => comparison.GoOnAsync(transaction, lastFact, progress, ends), cancellation);
        }
    }
}
