namespace KnowledgeGraph.Neo4j;

/// <summary>Runs a whole transaction again when the server reports a passing state such as a deadlock.</summary>
internal static class TransientRetry
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <param name="work">A transaction from begin to commit.</param>
    /// <param name="attempts">How often to try in all; the pause between doubles each time.</param>
    /// <param name="time">The clock to wait by.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work, int attempts, TimeProvider time, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Neo4jException error) when (error.IsTransient && attempt < attempts)
            {
                await Task.Delay(FirstPause * (1 << Math.Min(attempt - 1, 6)), time, cancellation);
            }
        }
    }
}
