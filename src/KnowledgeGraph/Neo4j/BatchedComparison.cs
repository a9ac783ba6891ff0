using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Compares more facts than this machine's memory should hold with what stands in Neo4j, and writes nothing. Facts come first, so that
/// they can be read back beside the load that writes them; the rest is compared when that is done.
/// </summary>
/// <param name="set">The facts.</param>
/// <param name="dataset">Name of the data set.</param>
/// <param name="types">The edge types of facts that may stand there.</param>
/// <param name="options">Bounds.</param>
internal sealed class BatchedComparison(FactSet set, string dataset, IReadOnlyList<string> types, LoaderOptions options)
{
    /// <summary>What it goes through; last what no index finds, and the stamp.</summary>
    private static readonly string?[] Order = [Cypher.Fact, Cypher.Source, Cypher.Conflict, Cypher.Node, null];

    private readonly BlockComparison blocks = new(set, dataset, options);
    private Position at = new(0, "", DatasetChanges.None);

    /// <summary>What differed in what was gone through.</summary>
    public DatasetChanges Changes => at.Changes;

    /// <summary>Whether the facts up to an id were gone through; without one, whether everything was.</summary>
    public bool HasGoneTo(string? lastFact) =>
        lastFact is null ? at.Step == Order.Length : at.Step > 0 || string.CompareOrdinal(at.After, lastFact) >= 0;

    /// <summary>Goes through the next blocks; a second try of one that failed begins where that did.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="lastFact">Where to end at the latest; null for nowhere before the end.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public async Task GoOnAsync(
        ICypherTransaction transaction, string? lastFact, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        var reader = new StoredBlock(transaction, dataset, types);
        for (var count = 0; count < BlockComparison.MostOfATransaction && !HasGoneTo(lastFact); count++)
        {
            at = Order[at.Step] is { } label
                ? await NextAsync(reader, label, lastFact ?? ImageParts.End, progress, cancellation)
                : await LastAsync(transaction, cancellation);
        }
    }

    private async Task<Position> NextAsync(
        StoredBlock reader, string label, string last, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        var block = await blocks.NextAsync(reader, label, at.After, last, cancellation);
        var done = label switch { Cypher.Fact => block.Next, Cypher.Node => set.Facts.Count + block.Next, _ => set.Facts.Count };
        progress?.Report(new LoadProgress("reading back", done, set.Nodes.Count + set.Facts.Count, "nodes and facts"));
        var changes = at.Changes.With(block.Difference.Changes);
        return block.UpTo == ImageParts.End ? new Position(at.Step + 1, "", changes) : at with { After = block.UpTo, Changes = changes };
    }

    private async Task<Position> LastAsync(ICypherTransaction transaction, CancellationToken cancellation)
    {
        var (_, strays) = await blocks.StraysAsync(transaction, cancellation);
        var stamp = await transaction.RunAsync(QueryCypher.Stamp, new Dictionary<string, object?> { ["dataset"] = dataset }, cancellation);
        var isCurrent = stamp.Rows.Count > 0 && PropertyMap.AreEqual(stamp.Rows[0].Map("properties"), DatasetStamp.Write(dataset, set));
        return new Position(at.Step + 1, "", at.Changes.With(strays) with { IsStampCurrent = isCurrent });
    }

    /// <summary>How far a comparison has come.</summary>
    /// <param name="Step">What it is at, of all it goes through.</param>
    /// <param name="After">The last id of that.</param>
    /// <param name="Changes">What differed up to there.</param>
    private sealed record Position(int Step, string After, DatasetChanges Changes);
}
