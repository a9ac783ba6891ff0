namespace KnowledgeGraph.Neo4j;

/// <summary>
/// One transaction of a load: takes the lock, reads what stands there, writes the difference, or as much of it as a transaction
/// may hold. The stamp comes with the last one only.
/// </summary>
internal sealed class LoadRound(
    ICypherTransaction transaction, string endpoint, DatasetImage image, LoaderOptions options, IProgress<LoadProgress>? progress)
{
    private int done;
    private int total;

    /// <summary>Rows and stamp that were still to be written when the round began.</summary>
    public int Remaining { get; private set; }

    /// <summary>What differed when the round began.</summary>
    public DatasetChanges Changes { get; private set; } = null!;

    /// <summary>What the server counted.</summary>
    public UpdateCounters Counters { get; private set; }

    /// <summary>Whether all of the difference was written.</summary>
    public bool IsLast { get; private set; }

    public async Task WriteAsync(CancellationToken cancellation)
    {
        await RunAsync(LoaderCypher.Lock, [], cancellation);
        progress?.Report(new LoadProgress("comparing"));
        var stored = await StoredDataset.ReadAsync(transaction, image.Dataset, cancellation);
        var difference = DatasetDifference.Between(stored, image, options.LeastOfAType);
        (Changes, total) = (difference.Changes, difference.RowCount);
        Remaining = total + (difference.Stamp?.Rows.Count ?? 0);
        IsLast = total <= options.MaxRowsPerTransaction;
        foreach (var group in difference.Writes)
        {
            await WriteAsync(group, cancellation);
        }

        if ((IsLast ? difference.Stamp : UnfinishedStamp(stored)) is { } stamp)
        {
            await WriteBatchAsync(stamp, [.. stamp.Rows], cancellation);
        }
    }

    private WriteGroup? UnfinishedStamp(StoredDataset stored)
    {
        var node = stored.Nodes.First(node => NodeMatch.LabelOf(node) == Cypher.Dataset);
        var pair = new NodePair(node, new ImageNode([Cypher.Dataset], image.Dataset, DatasetStamp.Unfinished(image.Dataset)));
        return PropertyMap.AreEqual(node.Properties, pair.Image.Properties) ? null : DatasetDifference.StampOf(pair);
    }

    private async Task WriteAsync(WriteGroup group, CancellationToken cancellation)
    {
        foreach (var batch in group.Rows.Take(options.MaxRowsPerTransaction - done).Chunk(options.BatchRows))
        {
            await WriteBatchAsync(group, batch, cancellation);
            done += batch.Length;
        }
    }

    private async Task WriteBatchAsync(
        WriteGroup group, IReadOnlyDictionary<string, object?>[] rows, CancellationToken cancellation)
    {
        progress?.Report(new LoadProgress(group.Step, done, total));
        var result = await RunAsync(group.Statement, rows, cancellation);
        RequireAll(endpoint, group, rows.Length, result.Rows[0].Number("done"));
    }

    private async Task<CypherResult> RunAsync(
        string statement, IReadOnlyDictionary<string, object?>[] rows, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, object?> { ["dataset"] = image.Dataset, ["rows"] = rows };
        var result = await transaction.RunAsync(statement, parameters, cancellation);
        Counters += result.Counters;
        return result;
    }

    /// <summary>Somebody deleted what a row rests on since it was read; reading again puts it right.</summary>
    internal static void RequireAll(string endpoint, WriteGroup group, int rows, long written)
    {
        if (written != rows)
        {
            throw new Neo4jException(Neo4jErrorKind.Transient, endpoint,
                $"{endpoint}, {group.Step}: {written} of {rows} rows were written, the others rest on nodes that somebody deleted meanwhile; nothing was kept, load again");
        }
    }
}
