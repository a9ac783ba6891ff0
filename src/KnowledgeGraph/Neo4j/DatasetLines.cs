using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using Newtonsoft.Json;

namespace KnowledgeGraph.Neo4j;

/// <summary>Writes a data set as JSON lines, block by block as an index finds them.</summary>
internal sealed class DatasetLines(
    ICypherTransaction transaction, DatasetStamp stamp, OntologyModel ontology, TextWriter lines, IProgress<LoadProgress>? progress)
{
    private const int BlockItems = 5_000;
    private string step = "reading";
    private int done;

    /// <exception cref="FormatException">Something there is not as a load wrote it.</exception>
    public async Task<DatasetLinesReport> WriteAsync(CancellationToken cancellation)
    {
        if (progress is not null && !await Neo4jSchema.HasConstraintsAsync(transaction, ontology, cancellation))
        {
            step = "reading slowly, without the constraints that kg load makes";
        }

        await RequireNoStraysAsync(cancellation);
        var block = new StoredBlock(transaction, stamp.Dataset, await StoredBlock.TypesAsync(transaction, ontology, cancellation));
        var sources = await WriteAsync(block, Cypher.Source, node => Line(SourceRow.Read(node.Properties), FactJson.Write), cancellation);
        var nodes = await WriteAsync(block, Cypher.Node, node => Line(StoredFacts.Known(ontology, NodeRow.Read(node.Properties)), FactJson.Write), cancellation);
        var facts = await WriteFactsAsync(block, cancellation);
        var conflicts = await WriteAsync(block, Cypher.Conflict, node => Line(ConflictRow.Read(node.Properties), FactJson.Write), cancellation);
        return new DatasetLinesReport(nodes, facts, sources, conflicts, stamp.DataHash ?? "");
    }

    private async Task<long> WriteAsync(StoredBlock block, string label, Action<StoredNode> write, CancellationToken cancellation)
    {
        var count = 0L;
        for (var after = ""; after != ImageParts.End;)
        {
            (var stored, after) = await block.NodesAsync(label, after, ImageParts.End, BlockItems, cancellation);
            foreach (var node in stored.Nodes)
            {
                write(node);
            }

            count += stored.Nodes.Count;
            Tell(label == Cypher.Node ? stored.Nodes.Count : 0);
        }

        return count;
    }

    private async Task<long> WriteFactsAsync(StoredBlock block, CancellationToken cancellation)
    {
        var count = 0L;
        for (var after = ""; after != ImageParts.End;)
        {
            (var stored, after) = await block.RelationshipsAsync(after, BlockItems, cancellation);
            foreach (var fact in stored.Relationships)
            {
                Line(FactOf(fact, stored.Ends), FactJson.Write);
            }

            count += stored.Relationships.Count;
            Tell(stored.Relationships.Count);
        }

        return count;
    }

    private static Fact FactOf(StoredRelationship fact, IReadOnlyDictionary<string, (string Label, string Id)> ends) =>
        ends.TryGetValue(fact.From, out var from) && ends.TryGetValue(fact.To, out var to)
            ? FactRow.Read(from.Id, fact.Type, to.Label == Cypher.Literal ? null : to.Id, fact.Properties)
            : throw new FormatException($"an end of fact \"{fact.FactId}\" is no node of the data set");

    private async Task RequireNoStraysAsync(CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, object?> { ["dataset"] = stamp.Dataset, ["types"] = ontology.EdgeTypes.Keys.ToList(), ["limit"] = 1L };
        var relationships = await transaction.RunAsync(LoaderCypher.StrayRelationships, parameters, cancellation);
        var nodes = await transaction.RunAsync(LoaderCypher.StrayNodes, parameters, cancellation);
        if (relationships.Rows.Count + nodes.Rows.Count > 0)
        {
            throw new FormatException(
                relationships.Rows.Count > 0
                    ? $"a relationship of it has no fact's id, or a type that is not in the ontology (\"{relationships.Rows[0].TextOrNull("id") ?? "?"}\")"
                    : "a node of it has no id");
        }
    }

    private void Line<T>(T item, Action<JsonWriter, T> write)
    {
        using (var json = new JsonTextWriter(lines) { CloseOutput = false, Culture = CultureInfo.InvariantCulture })
        {
            write(json, item);
        }

        lines.Write('\n');
    }

    private void Tell(int more)
    {
        done += more;
        progress?.Report(new LoadProgress(step, done, (int)Math.Min(stamp.ItemCount, int.MaxValue), "nodes and facts"));
    }
}
