using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// A load, or a comparison, of more facts than one transaction or this machine's memory should hold: block by block in the order of ids,
/// each read, compared, written and committed together with how far the load is. Killed at any moment, the next load of the same facts
/// goes on there. The stamp comes last; until then whoever asks is told that the data set is unfinished.
/// </summary>
internal sealed class BatchedLoad
{
    /// <summary>Blocks that a transaction goes through where there is nothing to write.</summary>
    private const int MostBlocks = 50;

    private readonly FactSet set;
    private readonly string dataset;
    private readonly string endpoint;
    private readonly LoaderOptions options;
    private readonly IProgress<LoadProgress>? progress;
    private readonly ImageParts parts;
    private BatchCursor cursor;
    private Batch? unconfirmed;
    private IReadOnlyList<string>? types;

    public BatchedLoad(FactSet set, string dataset, string endpoint, LoaderOptions options, IProgress<LoadProgress>? progress)
    {
        (this.set, this.dataset, this.endpoint, this.options, this.progress) = (set, dataset, endpoint, options, progress);
        parts = new ImageParts(dataset, set);
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

    /// <summary>Whether it began where an earlier load of the same facts was broken off.</summary>
    public bool WasResumed { get; private set; }

    /// <summary>Goes through blocks until one has to be written, and writes it; of what differs nothing is written again by a second try.</summary>
    public async Task WriteAsync(ICypherTransaction transaction, CancellationToken cancellation)
    {
        var found = await transaction.RunAsync(LoaderCypher.LockAndStamp, Parameters([]), cancellation);
        var stamp = found.Rows[0].Map("properties");
        GoOnFrom(BatchCursor.In(stamp));
        var reader = await ReaderAsync(transaction, cancellation);
        var batch = new Batch(cursor, Changes, Counters);
        for (var blocks = 0; blocks < MostBlocks && !batch.IsWritten && batch.At.Step < ImageParts.Order.Count; blocks++)
        {
            batch = await WriteBlockAsync(transaction, reader, batch, cancellation);
        }

        var isLast = batch.At.Step == ImageParts.Order.Count;
        var next = isLast ? new ItemImages(dataset, set).Stamp().Properties : DatasetStamp.Write(dataset, batch.At);
        if (batch.IsWritten || (isLast && !PropertyMap.AreEqual(stamp, next)))
        {
            batch = batch with { Changes = isLast ? batch.Changes with { IsStampCurrent = false } : batch.Changes };
            await CommitAsync(transaction, batch, next, cancellation);
        }

        (cursor, Changes, Counters, IsDone) = (batch.At, batch.Changes, batch.Counters, isLast);
    }

    /// <summary>Goes through the next blocks and writes nothing.</summary>
    public async Task CompareAsync(ICypherTransaction transaction, CancellationToken cancellation)
    {
        var reader = await ReaderAsync(transaction, cancellation);
        var batch = new Batch(cursor, Changes, Counters);
        for (var blocks = 0; blocks < MostBlocks && batch.At.Step < ImageParts.Compared; blocks++)
        {
            batch = (await BlockAsync(transaction, reader, batch, cancellation)).After;
        }

        (cursor, Changes, IsDone) = (batch.At, batch.Changes, batch.At.Step == ImageParts.Compared);
        if (IsDone)
        {
            var found = await transaction.RunAsync(QueryCypher.Stamp, Parameters([]), cancellation);
            var isCurrent = found.Rows.Count > 0 && PropertyMap.AreEqual(found.Rows[0].Map("properties"), new ItemImages(dataset, set).Stamp().Properties);
            Changes = Changes with { IsStampCurrent = isCurrent };
        }
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

    private async Task<(IReadOnlyList<WriteGroup> Writes, Batch After)> BlockAsync(ICypherTransaction transaction, StoredBlock reader, Batch batch, CancellationToken cancellation)
    {
        var part = ImageParts.Order[batch.At.Step];
        return part.Label is { } label
            ? await CompareBlockAsync(reader, part, label, batch, cancellation)
            : await StraysAsync(transaction, batch, cancellation);
    }

    private async Task<(IReadOnlyList<WriteGroup> Writes, Batch After)> CompareBlockAsync(
        StoredBlock reader, BatchPart part, string label, Batch batch, CancellationToken cancellation)
    {
        var at = batch.At;
        var block = parts.After(label, at.After, options.BatchRows);
        var (stored, upTo) = label == Cypher.Fact
            ? await reader.FactsAsync(at.After, block.UpTo, options.BatchRows, cancellation)
            : await reader.NodesAsync(label, at.After, block.UpTo, options.BatchRows + 1, cancellation);
        block = upTo == block.UpTo ? block : parts.After(label, at.After, options.BatchRows, upTo);
        var difference = DatasetDifference.Between(stored, block.Image, isLarge: true);
        Tell(part, block.Next);
        var writes = difference.Writes.Where(group => part.Label == Cypher.Fact || part.IsRemoving == (group.Statement == LoaderCypher.DeleteNodes)).ToList();
        var end = upTo == ImageParts.End ? at with { Step = at.Step + 1, After = "" } : at with { After = upTo };
        return (writes, batch with { At = end, Changes = part.IsRemoving ? batch.Changes : batch.Changes.With(difference.Changes) });
    }

    /// <summary>What carries the data set's name and no id that an index finds; they are removed until none is left.</summary>
    private async Task<(IReadOnlyList<WriteGroup> Writes, Batch After)> StraysAsync(ICypherTransaction transaction, Batch batch, CancellationToken cancellation)
    {
        Tell(ImageParts.Order[batch.At.Step], 0);
        var parameters = Parameters([]);
        (parameters["types"], parameters["limit"]) = (set.Ontology.EdgeTypes.Keys.ToList(), (long)options.BatchRows);
        var relationships = await transaction.RunAsync(LoaderCypher.StrayRelationships, parameters, cancellation);
        var nodes = await transaction.RunAsync(LoaderCypher.StrayNodes, parameters, cancellation);
        WriteGroup[] writes =
        [
            new("removing facts", LoaderCypher.DeleteRelationships, [.. relationships.Rows.Select(Element)]),
            new("removing nodes", LoaderCypher.DeleteNodes, [.. nodes.Rows.Select(Element)]),
        ];
        var strays = new ElementChanges([], [], [.. relationships.Rows.Select(row => row.TextOrNull("id") ?? "?"), .. nodes.Rows.Select(_ => "?")], 0);
        var after = batch with { At = batch.At with { Step = batch.At.Step + 1 }, Changes = batch.Changes.With(DatasetChanges.None with { Facts = strays }) };
        return ([.. writes.Where(group => group.Rows.Count > 0)], after);
    }

    private static Dictionary<string, object?> Element(CypherRow row) => new() { ["element"] = row.Text("element") };

    /// <summary>Types that come with this load are in none of the ranges that it still has to read, so those seen at its beginning will do.</summary>
    private async Task<StoredBlock> ReaderAsync(ICypherTransaction transaction, CancellationToken cancellation) =>
        new(transaction, dataset, types ??= await StoredBlock.TypesAsync(transaction, set.Ontology, cancellation));

    private void Tell(BatchPart part, int items)
    {
        var done = part switch
        {
            { Label: Cypher.Fact } => set.Nodes.Count + items,
            { Label: Cypher.Node, IsRemoving: false } => items,
            { IsRemoving: true, Label: not null } => parts.Total,
            _ => 0,
        };
        progress?.Report(new LoadProgress(part.Name, done, parts.Total, "nodes and facts"));
    }

    private Dictionary<string, object?> Parameters(IReadOnlyDictionary<string, object?>[] rows) => new() { ["dataset"] = dataset, ["rows"] = rows };

    /// <summary>What a transaction has come to.</summary>
    /// <param name="At">How far it is.</param>
    /// <param name="Changes">What differed up to there.</param>
    /// <param name="Counters">What the server counted up to there.</param>
    /// <param name="IsWritten">Whether it has written anything.</param>
    private sealed record Batch(BatchCursor At, DatasetChanges Changes, UpdateCounters Counters, bool IsWritten = false);
}
