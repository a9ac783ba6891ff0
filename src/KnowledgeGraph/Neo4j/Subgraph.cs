using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>The part of a data set that has been delivered so far; each node and fact once.</summary>
internal sealed class Subgraph
{
    private readonly Dictionary<string, StoredNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredRelationship> facts = new(StringComparer.Ordinal);

    /// <summary>Number of nodes and facts delivered.</summary>
    public int Count => nodes.Count + facts.Count;

    /// <summary>Ids of the facts delivered.</summary>
    public IEnumerable<string> FactIds => facts.Values.Select(fact => fact.FactId).OfType<string>();

    /// <summary>Ids of the nodes delivered.</summary>
    public IEnumerable<string> NodeIds => nodes.Values.Where(node => node.Labels.Contains(Cypher.Node)).Select(node => node.Id).OfType<string>();

    /// <summary>Takes rows of nodes.</summary>
    public void AddNodes(CypherResult result)
    {
        foreach (var row in result.Rows)
        {
            AddNode(row, "element", "labels", "properties");
        }
    }

    /// <summary>Takes rows of facts with the node at the far end, and at the near end where the statement gives it.</summary>
    /// <returns>Ids of the nodes at the far ends that are new.</returns>
    public IReadOnlyList<string> AddFacts(CypherResult result)
    {
        var isWithStart = result.Columns.Contains("startElement");
        var added = new List<string>();
        foreach (var row in result.Rows)
        {
            var element = row.Text("element");
            facts.TryAdd(element, new StoredRelationship(element, row.Text("type"), row.Text("from"), row.Text("to"), row.Map("properties")));
            if (isWithStart)
            {
                AddNode(row, "startElement", "startLabels", "startProperties");
            }

            if (AddNode(row, "otherElement", "otherLabels", "otherProperties") is { } id)
            {
                added.Add(id);
            }
        }

        return added;
    }

    /// <summary>Ids of nodes that the facts delivered name but that are not delivered themselves.</summary>
    public IReadOnlyList<string> MissingNodes(OntologyModel ontology)
    {
        var here = NodeIds.ToHashSet(StringComparer.Ordinal);
        var named = Build(ontology, dataHash: "").Facts.SelectMany(FactSet.NodesNamedBy);
        var countries = nodes.Values.SelectMany(node => new PropertyMap("node", node.Properties).Texts("countries"));
        return [.. named.Concat(countries).Distinct().Where(id => !here.Contains(id))];
    }

    /// <summary>The fact set of what was delivered.</summary>
    /// <exception cref="FormatException">Something stored is not as a load wrote it.</exception>
    public FactSet Build(OntologyModel ontology, string dataHash) =>
        StoredFacts.Build(new StoredDataset([.. nodes.Values], [.. facts.Values]), ontology, dataHash);

    private string? AddNode(CypherRow row, string element, string labels, string properties)
    {
        var node = new StoredNode(row.Text(element), row.Texts(labels), row.Map(properties));
        return nodes.TryAdd(node.Element, node) ? node.Id : null;
    }
}
