using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>Reads a data set back from Neo4j, to compare it or to ask it without the files it came from.</summary>
public sealed class Neo4jReader
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);
    private readonly ICypherTransport transport;
    private readonly TimeProvider time;

    /// <param name="transport">The way to the database.</param>
    /// <param name="time">The clock that waits are measured by; null for the system's.</param>
    public Neo4jReader(ICypherTransport transport, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        (this.transport, this.time) = (transport, time ?? TimeProvider.System);
    }

    /// <summary>The data sets of the database, by name; empty if none.</summary>
    /// <exception cref="Neo4jException">The server failed.</exception>
    public async Task<IReadOnlyList<DatasetStamp>> DatasetsAsync(CancellationToken cancellation)
    {
        await using var transaction = await BeginAsync(cancellation);
        return await StampsAsync(transaction, cancellation);
    }

    /// <summary>Requires that a data set is there, in whatever state.</summary>
    /// <exception cref="Neo4jException">The server failed, or (<see cref="Neo4jErrorKind.Dataset"/>) it is not; the message names those that are.</exception>
    public async Task RequireAsync(string dataset, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        await using var transaction = await BeginAsync(cancellation);
        await KnownAsync(transaction, dataset, cancellation);
    }

    /// <summary>A whole data set. Its hash is taken over what was read, so hand edits show in it.</summary>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="ontology">The vocabulary it was loaded with.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="most">Most nodes, and most facts, to read.</param>
    /// <exception cref="Neo4jException">
    /// The server failed, or (<see cref="Neo4jErrorKind.Dataset"/>) the data set is missing, unfinished, of another ontology, changed
    /// by hand beyond reading, or larger than may be read.
    /// </exception>
    public Task<FactSet> ReadAllAsync(string dataset, OntologyModel ontology, CancellationToken cancellation, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(ontology);
        return TransientRetry.RunAsync(() => ReadOnceAsync(dataset, ontology, most, cancellation), attempts: 5, time, cancellation);
    }

    /// <summary>
    /// Relationships that somebody drew between nodes of a data set without marking them as facts of it: they are no part of it, and
    /// no load touches them. By start, type and end.
    /// </summary>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="limit">Most to give.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Each as <c>integral SUPPLIES_TO russia</c>; empty if there are none.</returns>
    /// <exception cref="Neo4jException">The server failed.</exception>
    public async Task<IReadOnlyList<string>> HandDrawnAsync(string dataset, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        await using var transaction = await BeginAsync(cancellation);
        var parameters = new Dictionary<string, object?> { ["dataset"] = dataset, ["limit"] = limit };
        var found = await transaction.RunAsync(LoaderCypher.ReadHandDrawn, parameters, cancellation);
        return [.. found.Rows.Select(row => $"{row["from"]} {row["type"]} {row["to"]}")];
    }

    /// <summary>
    /// Writes a whole data set as lines for <c>kg import</c>, sources and nodes first: a block at a time in memory, so it may be of any size.
    /// </summary>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="ontology">The vocabulary it was loaded with.</param>
    /// <param name="lines">Takes a JSON object a line.</param>
    /// <param name="progress">Told how many nodes and facts were read; null for nobody.</param>
    /// <param name="cancellation">Ends the reading; what was written is of no use then.</param>
    /// <exception cref="Neo4jException">As <see cref="ReadAllAsync"/>; what was written is of no use then.</exception>
    public async Task<DatasetLinesReport> WriteLinesAsync(
        string dataset, OntologyModel ontology, TextWriter lines, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(ontology);
        ArgumentNullException.ThrowIfNull(lines);
        await using var transaction = await BeginAsync(cancellation);
        var before = await StampAsync(transaction, dataset, ontology, cancellation);
        try
        {
            var report = await new DatasetLines(transaction, before, ontology, lines, progress).WriteAsync(cancellation);
            return await StampAsync(transaction, dataset, ontology, cancellation) == before
                ? report
                : throw Unfit(dataset, "was loaded anew while it was read", cure: "read again");
        }
        catch (FormatException error)
        {
            throw Unfit(dataset, $"cannot be read: {error.Message}", error, "put that right there, or undo every edit with kg load");
        }
    }

    private async Task<FactSet> ReadOnceAsync(string dataset, OntologyModel ontology, int most, CancellationToken cancellation)
    {
        await using var transaction = await BeginAsync(cancellation);
        var before = await StampAsync(transaction, dataset, ontology, cancellation);
        var stored = await StoredDataset.ReadAsync(transaction, dataset, cancellation, most);
        if (stored.Nodes.Count > most || stored.Relationships.Count > most)
        {
            throw new Neo4jException(
                Neo4jErrorKind.Dataset,
                transport.Endpoint,
                string.Create(CultureInfo.InvariantCulture, $"data set \"{dataset}\" at {transport.Endpoint} holds more than {most:#,0} nodes or facts, which is more than is read whole"));
        }

        if (await StampAsync(transaction, dataset, ontology, cancellation) != before)
        {
            throw new Neo4jException(
                Neo4jErrorKind.Transient, transport.Endpoint, $"data set \"{dataset}\" at {transport.Endpoint} was loaded anew while it was read; read again");
        }

        try
        {
            return StoredFacts.Build(stored, ontology);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw Unfit(dataset, $"cannot be read: {error.Message}", error, "put that right there, or undo every edit with kg load");
        }
    }

    private async Task<DatasetStamp> StampAsync(
        ICypherTransaction transaction, string dataset, OntologyModel ontology, CancellationToken cancellation)
    {
        var stamp = await KnownAsync(transaction, dataset, cancellation);
        return stamp switch
        {
            { DataHash: null } => throw Unfit(dataset, "is unfinished: a load in several transactions is under way or was broken off"),
            _ when stamp.OntologyHash != OntologyFingerprint.Of(ontology) => throw Unfit(dataset, "was loaded with another ontology"),
            _ => stamp,
        };
    }

    private async Task<DatasetStamp> KnownAsync(ICypherTransaction transaction, string dataset, CancellationToken cancellation)
    {
        var stamps = await StampsAsync(transaction, cancellation);
        return stamps.FirstOrDefault(stamp => stamp.Dataset == dataset)
            ?? throw Unfit(dataset, "is not there; " + (stamps.Count == 0 ? "none is" : $"there are {string.Join(", ", stamps.Select(s => s.Dataset))}"));
    }

    private static async Task<IReadOnlyList<DatasetStamp>> StampsAsync(ICypherTransaction transaction, CancellationToken cancellation)
    {
        var found = await transaction.RunAsync(LoaderCypher.Stamps, Cypher.NoParameters, cancellation);
        return [.. found.Rows.Select(row => DatasetStamp.Read(row.Map("properties")))];
    }

    private Task<ICypherTransaction> BeginAsync(CancellationToken cancellation) => transport.BeginAsync(
        new TransactionRequest(AccessMode.Read, Bound, new Dictionary<string, object?> { ["kind"] = "read" }), cancellation);

    private Neo4jException Unfit(string dataset, string why, Exception? cause = null, string cure = "load it with kg load") => new(
        Neo4jErrorKind.Dataset, transport.Endpoint, $"data set \"{dataset}\" at {transport.Endpoint} {why}; {cure}", inner: cause);
}
