using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>What the node of a data set says: which version stands in the database. It holds no clock, so loading twice changes nothing.</summary>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="DataHash">Hash of the facts, or null while a load in several transactions is under way.</param>
/// <param name="OntologyHash">Hash of the ontology, or null likewise.</param>
public sealed record DatasetStamp(string Dataset, string? DataHash, string? OntologyHash)
{
    internal static Dictionary<string, object?> Write(string dataset, FactSet set) => new PropertyMap(dataset)
        .Add("dataset", dataset)
        .Add("name", dataset)
        .Add("dataHash", set.DataHash)
        .Add("ontologyHash", OntologyFingerprint.Of(set.Ontology))
        .Add("nodes", (long)set.Nodes.Count)
        .Add("facts", (long)set.Facts.Count)
        .Add("sources", (long)set.Sources.Count)
        .Add("conflicts", (long)set.Conflicts.Count)
        .Values;

    /// <summary>Nodes and facts that the last load left; 0 while one in several transactions is under way.</summary>
    internal long ItemCount { get; init; }

    /// <summary>How far a load in batches is: which facts it loads, and the last of them that stand there; null where none is under way.</summary>
    public BatchCursor? Loading { get; init; }

    /// <summary>What stands there while a load in batches is under way.</summary>
    internal static Dictionary<string, object?> Write(string dataset, BatchCursor cursor) => new PropertyMap(dataset)
        .Add("dataset", dataset)
        .Add("name", dataset)
        .Add("state", "loading")
        .Add("loadingHash", cursor.DataHash)
        .Add("loadingStep", (long)cursor.Step)
        .Add("loadingAfter", cursor.After)
        .Values;

    /// <summary>What stands there while a load in several transactions is under way.</summary>
    internal static Dictionary<string, object?> Unfinished(string dataset) =>
        new PropertyMap(dataset).Add("dataset", dataset).Add("name", dataset).Values;

    internal static DatasetStamp Read(Dictionary<string, object?> properties) => new(
        properties.GetValueOrDefault("dataset") as string ?? "",
        properties.GetValueOrDefault("dataHash") as string,
        properties.GetValueOrDefault("ontologyHash") as string)
    {
        Loading = BatchCursor.In(properties),
        ItemCount = (properties.GetValueOrDefault("nodes") as long? ?? 0) + (properties.GetValueOrDefault("facts") as long? ?? 0),
    };
}
