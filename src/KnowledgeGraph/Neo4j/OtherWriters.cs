using System.Globalization;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Other loads that are at work in the database. A writer that died leaves its transaction and its locks behind for a minute;
/// one that is certainly dead is ended at once, a live one of the same data set is waited for, or ended when asked to. What the dead one
/// read back in holds no lock, but is ended too: once it has timed out it disturbs the beginning of everybody's transactions.
/// </summary>
internal sealed class OtherWriters(ICypherTransport transport, string dataset, LoaderOptions options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);
    private readonly List<string> ended = [];

    /// <summary>Loads that were ended, in words.</summary>
    public IReadOnlyList<string> Ended => ended;

    /// <summary>Returns when no other load of the data set is at work.</summary>
    /// <exception cref="Neo4jException">One still is after <see cref="LoaderOptions.WriterWait"/>.</exception>
    public async Task ClearAsync(IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        while (await FirstLiveAsync(cancellation) is { } writer)
        {
            if (time.GetElapsedTime(begun) >= options.WriterWait)
            {
                throw new Neo4jException(Neo4jErrorKind.Busy, transport.Endpoint,
                    $"another load of data set \"{dataset}\" is at work at {transport.Endpoint}: {writer.Words}; wait for it, or end it with --take-over");
            }

            progress?.Report(new LoadProgress($"waiting for another load: {writer.Words}"));
            await Task.Delay(Pause, time, cancellation);
        }
    }

    /// <summary>Asks as a writer, since a member of a cluster lists its own transactions only, and loads are at work where writing is.</summary>
    private async Task<Writer?> FirstLiveAsync(CancellationToken cancellation)
    {
        var request = new TransactionRequest(AccessMode.Write, Bound, new Dictionary<string, object?> { ["kind"] = "writers" });
        await using var transaction = await transport.BeginAsync(request, cancellation);
        var found = await transaction.RunAsync(LoaderCypher.Writers, Cypher.NoParameters, cancellation);
        Writer? live = null;
        foreach (var writer in found.Rows.Select(Writer.Of))
        {
            var isInTheWay = writer.IsWriting && writer.Dataset == dataset;
            if (writer.IsDead || (isInTheWay && options.TakeOver))
            {
                await EndAsync(writer, cancellation);
            }
            else if (isInTheWay)
            {
                live ??= writer;
            }
        }

        return live;
    }

    private async Task EndAsync(Writer writer, CancellationToken cancellation)
    {
        await transport.TerminateAsync(writer.Transaction, writer.Metadata, cancellation);
        if (writer.IsWriting)
        {
            ended.Add($"{writer.Words}: {(writer.IsDead ? "its process is gone" : "taken over")}");
        }
    }

    private sealed record Writer(
        string Transaction, IReadOnlyDictionary<string, object?> Metadata, string? Dataset, bool IsDead, string Words)
    {
        public bool IsWriting => Metadata.GetValueOrDefault("kind") as string == "load";

        public static Writer Of(CypherRow row)
        {
            var metadata = row.Map("metadata");
            var identity = WriterIdentity.In(metadata);
            var dataset = metadata.GetValueOrDefault("dataset") as string;
            var words = string.Create(CultureInfo.InvariantCulture,
                $"data set \"{dataset}\", host {identity?.Host ?? "unknown"}, process {identity?.ProcessId ?? 0}, since {row.Text("started")}");
            return new Writer(row.Text("id"), metadata, dataset, identity?.IsDead() ?? false, words);
        }
    }
}
