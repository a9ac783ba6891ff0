using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j.AdminImport;

/// <summary>All files of an export, each begun with its first row.</summary>
/// <param name="folder">Where they go.</param>
/// <param name="dataset">Name of the data set.</param>
/// <param name="set">The facts.</param>
/// <param name="delimiter">What stands between the items of lists.</param>
internal sealed class CsvFiles(string folder, string dataset, FactSet set, char delimiter) : IDisposable
{
    private readonly ItemImages images = new(dataset, set);
    private readonly Dictionary<string, CsvFile> nodeFiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CsvFile> relationshipFiles = new(StringComparer.Ordinal);

    /// <summary>The files of nodes, in the order they were begun.</summary>
    public IReadOnlyCollection<CsvFile> Nodes => nodeFiles.Values;

    /// <summary>The files of relationships, in the order they were begun.</summary>
    public IReadOnlyCollection<CsvFile> Relationships => relationshipFiles.Values;

    /// <summary>Whether a list holds the character that was to stand between its items; the files are of no use then.</summary>
    public bool IsDelimiterTaken => Nodes.Concat(Relationships).Any(file => file.IsDelimiterTaken);

    public void WriteStamp() => Write("dataset.csv", images.Stamp(), CsvSchema.Dataset, "dataset");

    public void Write(Node node) => Write("nodes.csv", images.Of(node), CsvSchema.Node);

    public void Write(Source source) => Write("sources.csv", images.Of(source), CsvSchema.Source);

    public void Write(Conflict conflict) => Write("conflicts.csv", images.Of(conflict), CsvSchema.Conflict);

    public void Write(Fact fact)
    {
        Write("fact-nodes.csv", images.SpineNodeOf(fact), CsvSchema.FactNode);
        if (fact.Object is null)
        {
            Write("literals.csv", images.LiteralOf(fact), CsvSchema.Literal);
        }

        var facts = fact.Object is null ? "literal-facts.csv" : "facts.csv";
        Write(facts, images.RelationshipOf(fact), () => CsvSchema.Fact(set.Ontology));
        foreach (var part in ItemImages.SpineOf(fact))
        {
            Write($"provenance-{part.To.Label}.csv", part, () => CsvSchema.Provenance);
        }
    }

    public void Dispose()
    {
        foreach (var file in Nodes.Concat(Relationships))
        {
            file.Dispose();
        }
    }

    private void Write(string name, ImageNode node, IReadOnlyList<CsvColumn> columns, string id = "id")
    {
        if (!nodeFiles.TryGetValue(name, out var file))
        {
            file = Begin(name, [CsvColumn.Labels, CsvColumn.Id(id, node.Labels[0]), .. columns]);
            nodeFiles.Add(name, file);
        }

        file.Write(node.Properties, file.Labels(node.Labels));
    }

    private void Write(string name, ImageRelationship part, Func<IReadOnlyList<CsvColumn>> columns)
    {
        if (!relationshipFiles.TryGetValue(name, out var file))
        {
            file = Begin(name, [CsvColumn.Start(part.From.Label), CsvColumn.End(part.To.Label), CsvColumn.Type, .. columns()]);
            relationshipFiles.Add(name, file);
        }

        file.Write(part.Properties, part.From.Id, part.To.Id, part.Type);
    }

    private CsvFile Begin(string name, IReadOnlyList<CsvColumn> columns) => new(Path.Combine(folder, name), columns, delimiter);
}
