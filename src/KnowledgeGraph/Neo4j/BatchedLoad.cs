using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// A load of more facts than one transaction or this machine's memory should hold: block by block in the order of ids,
/// each read, compared, written and committed together with how far the load is. Killed at any moment, the next load of the same facts
/// goes on there. The stamp comes last; until then whoever asks is told that the data set is unfinished.
/// </summary>
internal sealed class BatchedLoad
{
    private readonly FactSet set;
    private readonly string dataset;
    private readonly string endpoint;
    private readonly LoaderOptions options;
    private readonly IProgress<LoadProgress>? progress;
    private readonly BlockComparison blocks;
    private readonly IReadOnlyList<string> types;
    private BatchCursor cursor;
    private Batch? unconfirmed;

    /// <param name="set">The facts.</param>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="types">The edge types of the facts, and of those that stand there.</param>
    /// <param name="endpoint">The server, for messages.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="progress">Told of every block; null for nobody.</param>
    public BatchedLoad(
        FactSet set, string dataset, IReadOnlyList<string> types, string endpoint, LoaderOptions options, IProgress<LoadProgress>? progress)
    {
        (this.set, this.dataset, this.types, this.endpoint, this.options, this.progress) = (set, dataset, types, endpoint, options, progress);
        blocks = new BlockComparison(set, dataset, options);
        cursor = new BatchCursor(set.DataHash, 0, "");
    }

    /// <summary>Whether all was gone through.</summary>
    public bool IsDone { get; private set; }

    /// <summary>What differed in what was gone through.</summary>
    public DatasetChanges Changes { get; private set; } = DatasetChanges.None;

    /// <summary>What the server counted.</summary>
    public UpdateCounters Counters { get; private set; }

    /// <summary>Transactions that wrote.</summary>
    public int Commits { get; private set; }

    /// <summary>The last fact that was gone through; empty before the first, what no id comes after behind the last.</summary>
    public string LastFact => cursor.Step == ImageParts.Facts ? cursor.After : cursor.Step > ImageParts.Facts ? ImageParts.End : "";

    /// <summary>Whether it began where an earlier load of the same facts was broken off.</summary>
    public bool WasResumed { get; private set; }

    /// <summary>Goes through blocks until one has to be written, and writes it; of what differs nothing is written again by a second try.</summary>
    public async Task WriteAsync(ICypherTransaction transaction, CancellationToken cancellation)
    {
        var found = await transaction.RunAsync(LoaderCypher.LockAndStamp, Parameters([]), cancellation);
        var stamp = found.Rows[0].Map("properties");
        GoOnFrom(BatchCursor.In(stamp));
        var reader = new StoredBlock(transaction, dataset, types);
        var batch = new Batch(cursor, Changes, Counters);
        for (var count = 0; count < BlockComparison.MostOfATransaction && !batch.IsWritten && batch.At.Step < ImageParts.Order.Count; count++)
        {
            batch = await WriteBlockAsync(transaction, reader, batch, cancellation);
        }

        var isLast = batch.At.Step == ImageParts.Order.Count;
        var next = isLast ? DatasetStamp.Write(dataset, set) : DatasetStamp.Write(dataset, batch.At);
        if (batch.IsWritten || (isLast && !PropertyMap.AreEqual(stamp, next)))
        {
            batch = batch with { Changes = isLast ? batch.Changes with { IsStampCurrent = false } : batch.Changes };
            await CommitAsync(transaction, batch, next, cancellation);
        }

        (cursor, Changes, Counters, IsDone) = (batch.At, batch.Changes, batch.Counters, isLast);
    }

    /// <summary>The stamp knows best: an earlier load may have come as far, or a commit of ours that got no answer may have taken.</summary>
    private void GoOnFrom(BatchCursor? stored)
    {
        if (unconfirmed is { } sent && stored == sent.At)
        {
            (cursor, Changes, Counters) = (sent.At, sent.Changes, sent.Counters);
            Commits++;
        }
        else if (Commits == 0 && cursor is { Step: 0, After: "" } && stored?.DataHash == set.DataHash)
        {
            (cursor, WasResumed) = (stored, true);
        }
        else if (Commits > 0 && stored is not null && stored != cursor && stored.DataHash != set.DataHash)
        {
            throw new Neo4jException(Neo4jErrorKind.Busy, endpoint, $"another load of data set \"{dataset}\" began at {endpoint} and took over; nothing of it was changed back, load again when it is done");
        }

        unconfirmed = null;
    }

    private async Task CommitAsync(ICypherTransaction transaction, Batch batch, Dictionary<string, object?> stamp, CancellationToken cancellation)
    {
        var parameters = Parameters([]);
        parameters["properties"] = stamp;
        await transaction.RunAsync(LoaderCypher.SetStamp, parameters, cancellation);
        try
        {
            await transaction.CommitAsync(cancellation);
            Commits++;
        }
        catch (Neo4jException error) when (error.Kind == Neo4jErrorKind.Unconfirmed)
        {
            unconfirmed = batch;
            throw;
        }
    }

    private async Task<Batch> WriteBlockAsync(ICypherTransaction transaction, StoredBlock reader, Batch batch, CancellationToken cancellation)
    {
        var (writes, after) = await BlockAsync(transaction, reader, batch, cancellation);
        foreach (var group in writes)
        {
            foreach (var rows in group.Rows.Chunk(options.BatchRows))
            {
                var result = await transaction.RunAsync(group.Statement, Parameters(rows), cancellation);
                LoadRound.RequireAll(endpoint, group, rows.Length, result.Rows[0].Number("done"));
                after = after with { Counters = after.Counters + result.Counters, IsWritten = true };
            }
        }

        return after;
    }

    private async Task<(IReadOnlyList<WriteGroup> Writes, Batch After)> BlockAsync(
        ICypherTransaction transaction, StoredBlock reader, Batch batch, CancellationToken cancellation)
    {
        var (part, next) = (ImageParts.Order[batch.At.Step], batch.At with { Step = batch.At.Step + 1, After = "" });
        if (part.Label is null)
        {
            // A block of them at a time, until none is left.
            Tell(part, 0);
            var (removing, strays) = await blocks.StraysAsync(transaction, cancellation);
            return (removing, batch with { At = removing.Count > 0 ? batch.At : next, Changes = batch.Changes.With(strays) });
        }

        if (part.IsRemoving && !WasResumed && RemovedCount(batch.Changes, part.Label) == 0)
        {
            return ([], batch with { At = next });
        }

        var block = await blocks.NextAsync(reader, part.Label, batch.At.After, ImageParts.End, cancellation);
        Tell(part, block.Next);
        var writes = block.Difference.Writes.Where(group => part.Label == Cypher.Fact || part.IsRemoving == (group.Statement == LoaderCypher.DeleteNodes)).ToList();
        next = block.UpTo == ImageParts.End ? next : batch.At with { After = block.UpTo };
        return (writes, batch with { At = next, Changes = part.IsRemoving ? batch.Changes : batch.Changes.With(block.Difference.Changes) });
    }

    /// <summary>How many of a label were found that shall not stand there, when they were gone through before the facts.</summary>
    private static int RemovedCount(DatasetChanges changes, string label) => label switch
    {
        Cypher.Node => changes.Nodes.RemovedCount,
        Cypher.Source => changes.Sources.RemovedCount,
        _ => changes.Conflicts.RemovedCount,
    };

    private void Tell(BatchPart part, int items)
    {
        var done = part switch
        {
            { Label: Cypher.Fact } => set.Nodes.Count + items,
            { Label: Cypher.Node, IsRemoving: false } => items,
            { IsRemoving: true, Label: not null } => set.Nodes.Count + set.Facts.Count,
            _ => 0,
        };
        progress?.Report(new LoadProgress(part.Name, done, set.Nodes.Count + set.Facts.Count, "nodes and facts"));
    }

    private Dictionary<string, object?> Parameters(IReadOnlyDictionary<string, object?>[] rows) => new() { ["dataset"] = dataset, ["rows"] = rows };

    /// <summary>What a transaction has come to.</summary>
    /// <param name="At">How far it is.</param>
    /// <param name="Changes">What differed up to there.</param>
    /// <param name="Counters">What the server counted up to there.</param>
    /// <param name="IsWritten">Whether it has written anything.</param>
    private sealed record Batch(BatchCursor At, DatasetChanges Changes, UpdateCounters Counters, bool IsWritten = false);
}
