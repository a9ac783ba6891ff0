namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Runs a whole transaction again after a passing failure: a deadlock, a cluster that is choosing a new leader, a server that
/// restarts.
/// </summary>
internal static class TransientRetry
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <param name="work">A transaction from begin to commit.</param>
    /// <param name="attempts">How often to try in all; the pause between doubles each time.</param>
    /// <param name="time">The clock to wait by.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="looksFirst">
    /// Whether the work compares and writes only what is missing, so that it may run again even after a commit of unknown outcome.
    /// </param>
    public static async Task<T> RunAsync<T>(
        Func<Task<T>> work, int attempts, TimeProvider time, CancellationToken cancellation, bool looksFirst = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Neo4jException error) when (attempt < attempts && (error.IsTransient || (looksFirst && error.Kind == Neo4jErrorKind.Unconfirmed)))
            {
                await Task.Delay(FirstPause * (1 << Math.Min(attempt - 1, 6)), time, cancellation);
            }
        }
    }
}
