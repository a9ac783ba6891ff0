using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Brings a data set in Neo4j to the state of a fact set, and nothing else in that database. Readers see the old or the new state;
/// a load that is killed leaves the old one; a second load changes nothing. Success is reported after reading all of it back only.
/// </summary>
public sealed class Neo4jLoader
{
    private const int MaxNamedIds = 20;
    private readonly ICypherTransport transport;
    private readonly LoaderOptions options;
    private readonly TimeProvider time;
    private readonly WriterIdentity writer = WriterIdentity.OfThisProcess();

    /// <param name="transport">The way to the database.</param>
    /// <param name="options">Bounds and choices; null for the defaults.</param>
    /// <param name="time">The clock that waits are measured by; null for the system's.</param>
    public Neo4jLoader(ICypherTransport transport, LoaderOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        (this.transport, this.options, this.time) = (transport, options ?? new LoaderOptions(), time ?? TimeProvider.System);
    }

    /// <summary>Loads a fact set.</summary>
    /// <param name="set">The facts.</param>
    /// <param name="dataset">Name of the data set: 1 to 100 letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</param>
    /// <param name="progress">Told of every step; null for nobody.</param>
    /// <param name="cancellation">Ends the load; the old state stays.</param>
    /// <exception cref="ArgumentException">The name is none, or a fact names an end or a source that is not there; nothing was written.</exception>
    /// <exception cref="Neo4jException">
    /// The server failed, and nothing was written, unless the report would have said otherwise; or
    /// (<see cref="Neo4jErrorKind.Unconfirmed"/>) it went away while committing and did not come back, so that is not known; or
    /// (<see cref="Neo4jErrorKind.Dataset"/>) all was written, and what was read back is not what was written.
    /// </exception>
    public async Task<LoadReport> LoadAsync(
        FactSet set, string dataset, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        DatasetName.Require(dataset);
        RequireFit(set);
        if (IsInBatches(set))
        {
            return await LoadInBatchesAsync(set, dataset, progress, cancellation);
        }

        var image = DatasetImage.Of(dataset, set);
        var others = new OtherWriters(transport, dataset, options, time);
        progress?.Report(new LoadProgress("making constraints and indexes"));
        var counters = await Retry(AloneAsync(() => CreateSchemaAsync(set, dataset, cancellation)), cancellation);
        DatasetChanges? changes = null;
        for (var commits = 0; ;)
        {
            List<LoadRound> unconfirmed = [];
            var rounds = await Retry(AloneAsync(() => RoundAsync(image, unconfirmed, progress, cancellation)), cancellation);
            changes ??= rounds[0].Changes;
            commits += rounds.Count(round => !round.Counters.IsEmpty);
            counters = rounds.Aggregate(counters, (sum, round) => sum + round.Counters);

            if (rounds[^1].IsLast)
            {
                progress?.Report(new LoadProgress("reading back"));
                await ConfirmAsync(image, cancellation);
                return new LoadReport(dataset, set.DataHash, changes, counters, commits, others.Ended);
            }
        }

        Func<Task<T>> AloneAsync<T>(Func<Task<T>> work) => async () =>
        {
            await others.ClearAsync(progress, cancellation);
            return await work();
        };
    }

    /// <summary>How a data set in Neo4j differs from a fact set; nothing is written.</summary>
    /// <exception cref="ArgumentException">The name is none, or a fact names an end or a source that is not there.</exception>
    /// <exception cref="Neo4jException">The server failed.</exception>
    public Task<DatasetChanges> DiffAsync(FactSet set, string dataset, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        DatasetName.Require(dataset);
        RequireFit(set);
        return IsInBatches(set) ? CompareInBatchesAsync(set, dataset, cancellation) : DiffAsync(DatasetImage.Of(dataset, set), cancellation);
    }

    private bool IsInBatches(FactSet set) => options.IsInBatches || set.Facts.Count > options.MostFactsAtOnce;

    private void RequireFit(FactSet set)
    {
        if (Spine.ClashWith(set.Ontology) is { } name)
        {
            throw new Neo4jException(Neo4jErrorKind.Dataset, transport.Endpoint,
                $"the ontology's edge type {name} is named like the relationships that provenance stands in at {transport.Endpoint} "
                + $"({Spine.Subject}, {Spine.Object}, {Spine.EvidencedBy}), so nothing was loaded; rename it");
        }
    }

    private async Task<LoadReport> LoadInBatchesAsync(FactSet set, string dataset, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new LoadProgress("looking for ends that are missing"));
        var ofFacts = new ItemImages(dataset, set).RequireEnds(cancellation);
        var others = new OtherWriters(transport, dataset, options, time);
        await others.ClearAsync(progress, cancellation);
        progress?.Report(new LoadProgress("making constraints and indexes"));
        var counters = await Retry(() => CreateSchemaAsync(set, dataset, cancellation), cancellation);
        var types = await TypesAsync(set, dataset, ofFacts, cancellation);
        var load = new BatchedLoad(set, dataset, types, transport.Endpoint, options, progress);
        await using var readBack = new ReadBack(new BatchedComparison(set, dataset, types, options), (work, ends) => ReadAsync(dataset, work, ends));
        var begun = time.GetTimestamp();
        while (!load.IsDone)
        {
            await Retry(
                async () =>
                {
                    await using var transaction = await transport.BeginAsync(Request(AccessMode.Write, "load", dataset), cancellation);
                    await load.WriteAsync(transaction, cancellation);
                    return load;
                },
                cancellation);
            if (options.ReadsBackBeside && load.Commits > 0)
            {
                await readBack.FollowAsync(load.LastFact);
            }
        }

        var written = time.GetTimestamp();
        if (load.Commits > 0)
        {
            RequireSame(dataset, await readBack.FinishAsync(progress, cancellation));
        }

        return new LoadReport(dataset, set.DataHash, load.Changes, counters + load.Counters, load.Commits, others.Ended)
        {
            WasResumed = load.WasResumed,
            Writing = time.GetElapsedTime(begun, written),
            ReadingBack = time.GetElapsedTime(written),
        };
    }

    private async Task<DatasetChanges> CompareInBatchesAsync(FactSet set, string dataset, CancellationToken cancellation)
    {
        var comparison = new BatchedComparison(set, dataset, await TypesAsync(set, dataset, [], cancellation), options);
        while (!comparison.HasGoneTo(lastFact: null))
        {
            await ReadAsync(dataset, (transaction, ends) => comparison.GoOnAsync(transaction, lastFact: null, progress: null, ends), cancellation);
        }

        return comparison.Changes;
    }

    /// <summary>The edge types of facts in the database, and some more; one order, so that one statement is planned.</summary>
    private async Task<IReadOnlyList<string>> TypesAsync(FactSet set, string dataset, IEnumerable<string> more, CancellationToken cancellation)
    {
        IReadOnlyList<string> stored = [];
        await ReadAsync(dataset, async (transaction, ends) => stored = await StoredBlock.TypesAsync(transaction, set.Ontology, ends), cancellation);
        return [.. stored.Union(more, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private async Task ReadAsync(string dataset, Func<ICypherTransaction, CancellationToken, Task> work, CancellationToken cancellation) => await Retry(
        async () =>
        {
            await using var transaction = await transport.BeginAsync(Request(AccessMode.Read, "diff", dataset), cancellation);
            await work(transaction, cancellation);
            return true;
        },
        cancellation);

    private async Task<UpdateCounters> CreateSchemaAsync(FactSet set, string dataset, CancellationToken cancellation)
    {
        await using var transaction = await transport.BeginAsync(Request(AccessMode.Write, "load", dataset), cancellation);
        if (await Neo4jSchema.OrphansAsync(transaction, set.Ontology, cancellation) is { Count: > 0 } orphans)
        {
            // What stands in a constraint's way has to be gone before that can be made.
            var cleared = await ChangeSchemaAsync(transaction, orphans, cancellation);
            return cleared + await CreateSchemaAsync(set, dataset, cancellation);
        }

        return await ChangeSchemaAsync(transaction, await Neo4jSchema.MissingAsync(transaction, set.Ontology, cancellation), cancellation);
    }

    private static async Task<UpdateCounters> ChangeSchemaAsync(ICypherTransaction transaction, IReadOnlyList<string> statements, CancellationToken cancellation)
    {
        var counters = new UpdateCounters();
        foreach (var statement in statements)
        {
            counters += (await transaction.RunAsync(statement, Cypher.NoParameters, cancellation)).Counters;
        }

        await transaction.CommitAsync(cancellation);
        return counters;
    }

    /// <summary>
    /// One round. Those before it whose commit got no answer are settled by it: it holds the data set's lock, so they have taken, and less
    /// remains, or never will.
    /// </summary>
    /// <returns>Every round that took, this one last.</returns>
    private async Task<IReadOnlyList<LoadRound>> RoundAsync(
        DatasetImage image, List<LoadRound> unconfirmed, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        await using var transaction = await transport.BeginAsync(Request(AccessMode.Write, "load", image.Dataset), cancellation);
        var round = new LoadRound(transaction, transport.Endpoint, image, options, progress);
        await round.WriteAsync(cancellation);
        unconfirmed.RemoveAll(earlier => earlier.Remaining <= round.Remaining);
        try
        {
            await transaction.CommitAsync(cancellation);
            return [.. unconfirmed, round];
        }
        catch (Neo4jException error) when (error.Kind == Neo4jErrorKind.Unconfirmed)
        {
            unconfirmed.Add(round);
            throw;
        }
    }

    private Task<DatasetChanges> DiffAsync(DatasetImage image, CancellationToken cancellation) => Retry(async () =>
    {
        await using var transaction = await transport.BeginAsync(Request(AccessMode.Read, "diff", image.Dataset), cancellation);
        return DatasetDifference.Between(await StoredDataset.ReadAsync(transaction, image.Dataset, cancellation), image, options.LeastOfAType).Changes;
    }, cancellation);

    private async Task ConfirmAsync(DatasetImage image, CancellationToken cancellation)
    {
        RequireSame(image.Dataset, await DiffAsync(image, cancellation));
    }

    private void RequireSame(string dataset, DatasetChanges changes)
    {
        if (!changes.IsEmpty)
        {
            throw new Neo4jException(Neo4jErrorKind.Dataset, transport.Endpoint,
                $"data set \"{dataset}\" at {transport.Endpoint} was written, but reads back otherwise: "
                + $"{string.Join("; ", DifferenceText.Lines(changes, MaxNamedIds))}; somebody changed it meanwhile, load again");
        }
    }

    private TransactionRequest Request(AccessMode access, string kind, string dataset)
    {
        var metadata = new Dictionary<string, object?> { ["kind"] = kind, ["dataset"] = dataset };
        writer.AddTo(metadata);
        return new TransactionRequest(access, options.Bound, metadata);
    }

    private Task<T> Retry<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        TransientRetry.RunAsync(work, options.Attempts, time, cancellation, looksFirst: true);
}
