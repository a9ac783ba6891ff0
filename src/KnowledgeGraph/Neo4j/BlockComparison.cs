using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>A block as it stands and as it shall stand.</summary>
/// <param name="Difference">What must be written.</param>
/// <param name="UpTo">The last id that was compared; of the last block of a label, what no id comes after.</param>
/// <param name="Next">Position of the next item, among all of the label.</param>
internal sealed record ComparedBlock(DatasetDifference Difference, string UpTo, int Next);

/// <summary>
/// Compares facts with what stands in Neo4j, a block at a time in the order of ids. While the server is busy with one, the next is drawn:
/// that took a tenth of a load. One caller at a time.
/// </summary>
internal sealed class BlockComparison(FactSet set, string dataset, LoaderOptions options)
{
    /// <summary>Blocks that a transaction goes through where there is nothing to write.</summary>
    public const int MostOfATransaction = 50;

    private readonly ImageParts parts = new(dataset, set);
    private DrawnAhead? ahead;

    /// <summary>The next block of a label.</summary>
    /// <param name="reader">Reads what stands there.</param>
    /// <param name="label">Which nodes; those of facts come with the facts.</param>
    /// <param name="after">The id that it begins after.</param>
    /// <param name="last">The id that it ends at, if not before.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<ComparedBlock> NextAsync(StoredBlock reader, string label, string after, string last, CancellationToken cancellation)
    {
        var block = await DrawAsync(label, after, last);
        var (stored, upTo) = label == Cypher.Fact
            ? await reader.FactsAsync(after, block.UpTo, options.BatchRows, cancellation)
            : await reader.NodesAsync(label, after, block.UpTo, options.BatchRows + 1, cancellation);
        block = upTo == block.UpTo ? block : parts.After(label, after, options.BatchRows, upTo);
        return new ComparedBlock(DatasetDifference.Between(stored, block.Image, options.LeastOfAType), upTo, block.Next);
    }

    /// <summary>What carries the data set's name and no id that an index finds, at most a block of each.</summary>
    public async Task<(IReadOnlyList<WriteGroup> Writes, DatasetChanges Changes)> StraysAsync(ICypherTransaction transaction, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, object?>
        {
            ["dataset"] = dataset,
            ["types"] = set.Ontology.EdgeTypes.Keys.ToList(),
            ["limit"] = (long)options.BatchRows,
        };
        var relationships = await transaction.RunAsync(LoaderCypher.StrayRelationships, parameters, cancellation);
        var nodes = await transaction.RunAsync(LoaderCypher.StrayNodes, parameters, cancellation);
        WriteGroup[] writes =
        [
            new("removing facts", LoaderCypher.DeleteRelationships, [.. relationships.Rows.Select(Element)]),
            new("removing nodes", LoaderCypher.DeleteNodes, [.. nodes.Rows.Select(Element)]),
        ];
        var strays = new ElementChanges([], [], [.. relationships.Rows.Select(row => row.TextOrNull("id") ?? "?"), .. nodes.Rows.Select(_ => "?")], 0);
        return ([.. writes.Where(group => group.Rows.Count > 0)], DatasetChanges.None with { Facts = strays });
    }

    private async Task<ImageBlock> DrawAsync(string label, string after, string last)
    {
        var block = ahead is { } drawn && (drawn.Label, drawn.After, drawn.Last) == (label, after, last)
            ? await drawn.Block
            : parts.After(label, after, options.BatchRows, last);
        ahead = block.UpTo == last ? null
            : new DrawnAhead(label, block.UpTo, last, Task.Run(() => parts.After(label, block.UpTo, options.BatchRows, last)));
        return block;
    }

    private static Dictionary<string, object?> Element(CypherRow row) => new() { ["element"] = row.Text("element") };

    /// <summary>The block that is likely to be asked for next.</summary>
    private sealed record DrawnAhead(string Label, string After, string Last, Task<ImageBlock> Block);
}
