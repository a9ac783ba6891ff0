using KnowledgeGraph.Neo4j;
using Driver = Neo4j.Driver;

namespace KnowledgeGraph.Bolt;

/// <summary>Reads the driver's cursor whole.</summary>
internal static class BoltResult
{
    /// <summary>Rows, counters and notifications.</summary>
    /// <param name="cursor">The cursor, before its first row.</param>
    /// <param name="options">Says how much is read at most.</param>
    /// <param name="stop">Ends the reading between two rows.</param>
    /// <exception cref="Neo4jException">There is more than allowed, or a value that no transport gives.</exception>
    public static async Task<CypherResult> ReadAsync(Driver.IResultCursor cursor, Neo4jOptions options, CancellationToken stop)
    {
        var columns = await cursor.KeysAsync();
        var values = new BoltValues(options);
        var rows = new List<CypherRow>();
        while (await cursor.FetchAsync())
        {
            stop.ThrowIfCancellationRequested();
            var record = cursor.Current;
            rows.Add(new CypherRow(columns, [.. Enumerable.Range(0, columns.Length).Select(i => values.Plain(record[i]))]));
        }

        var summary = await cursor.ConsumeAsync();
        return new CypherResult(columns, rows, CountersOf(summary.Counters), [.. (summary.Notifications ?? []).Select(NotificationOf)]);
    }

    private static UpdateCounters CountersOf(Driver.ICounters counters) => new(
        counters.NodesCreated,
        counters.NodesDeleted,
        counters.RelationshipsCreated,
        counters.RelationshipsDeleted,
        counters.PropertiesSet,
        counters.LabelsAdded,
        counters.LabelsRemoved,
        counters.ConstraintsAdded + counters.ConstraintsRemoved + counters.IndexesAdded + counters.IndexesRemoved);

    private static CypherNotification NotificationOf(Driver.INotification notification) =>
        new(notification.Code ?? "", notification.RawCategory ?? "", notification.Description ?? "");
}
