namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Our transactions that have timed out or were terminated while nothing ran in them, as those of a killed process are. The server
/// remembers each for a minute, and for as long <c>tx.setMetaData</c> fails in others (5.26): it goes through all transactions in
/// the order of a hash of their numbers, and fails at the first dead one it meets before its own.
/// </summary>
internal static class DeadTransactions
{
    private const string Find =
        """
        SHOW TRANSACTIONS YIELD metaData AS metadata, status, currentQuery
        WHERE metadata.app = 'kg' AND status STARTS WITH 'Terminated' AND currentQuery = ''
        RETURN metadata
        """;

    /// <summary>
    /// Closes them. Whoever owns one gets to know nothing new: its time bound has passed by its own clock too, or it was terminated.
    /// What cannot be found or closed now is left to the server.
    /// </summary>
    public static async Task CloseAsync(HttpExchange exchange, string? affinity, CancellationToken cancellation)
    {
        try
        {
            var body = new Dictionary<string, object?> { ["statement"] = Find };
            var found = await exchange.SendAsync(HttpMethod.Post, "", body, affinity, cancellation);
            foreach (var metadata in found.Result.Rows.Select(row => row.Map("metadata")))
            {
                if (metadata.GetValueOrDefault(HttpTransaction.HttpId) is string id)
                {
                    await exchange.CloseAsync(id, metadata.GetValueOrDefault(HttpTransaction.Member) as string, cancellation);
                }
            }
        }
        catch (Exception error) when (error is Neo4jException or OperationCanceledException)
        {
            // Said above.
        }
    }
}
