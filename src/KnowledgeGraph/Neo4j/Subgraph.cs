using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>The part of a data set that has been delivered so far; each node and fact once.</summary>
internal sealed class Subgraph
{
    private readonly Dictionary<string, StoredNode> nodes;
    private readonly Dictionary<string, StoredRelationship> facts;
    private readonly HashSet<string> named;

    /// <summary>Nothing yet.</summary>
    public Subgraph()
        : this(new Subgraph([], [], []))
    {
    }

    /// <summary>A copy, which what is delivered later leaves as it is.</summary>
    public Subgraph(Subgraph other)
        : this(other.nodes, other.facts, other.named)
    {
    }

    private Subgraph(Dictionary<string, StoredNode> nodes, Dictionary<string, StoredRelationship> facts, HashSet<string> named)
    {
        this.nodes = new(nodes, StringComparer.Ordinal);
        this.facts = new(facts, StringComparer.Ordinal);
        this.named = new(named, StringComparer.Ordinal);
    }

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
            AddNode(new StoredNode(row.Text("element"), row.Texts("labels"), row.Map("properties")));
        }
    }

    /// <summary>Takes rows of facts. The node that stands for a literal value holds nothing that the fact does not.</summary>
    public void AddFacts(CypherResult result)
    {
        foreach (var row in result.Rows)
        {
            var fact = new StoredRelationship(row.Text("element"), row.Text("type"), row.Text("from"), row.Text("to"), row.Map("properties"));
            if (!facts.TryAdd(fact.Element, fact))
            {
                continue;
            }

            AddNamed(row.TextOrNull("fromId"));
            AddNamed(fact.Properties.GetValueOrDefault("attributedTo") as string);
            foreach (var role in new PropertyMap("fact", fact.Properties).NamesFrom(FactRow.RolePrefix))
            {
                named.UnionWith(new PropertyMap("fact", fact.Properties).Texts(role));
            }

            if (row["isLiteral"] is true)
            {
                AddNode(new StoredNode(fact.To, [Cypher.Literal], new Dictionary<string, object?> { ["id"] = row.TextOrNull("toId") }));
            }
            else
            {
                AddNamed(row.TextOrNull("toId"));
            }
        }
    }

    /// <summary>Ids of nodes that the facts and nodes delivered name but that are not delivered themselves.</summary>
    public IReadOnlyList<string> MissingNodes()
    {
        var here = NodeIds.ToHashSet(StringComparer.Ordinal);
        return [.. named.Where(id => !here.Contains(id))];
    }

    /// <summary>The fact set of what was delivered.</summary>
    /// <exception cref="FormatException">Something stored is not as a load wrote it.</exception>
    public FactSet Build(OntologyModel ontology, string dataHash) =>
        StoredFacts.Build(new StoredDataset([.. nodes.Values], [.. facts.Values]), ontology, dataHash);

    private void AddNode(StoredNode node)
    {
        if (nodes.TryAdd(node.Element, node) && node.Properties.ContainsKey("countries"))
        {
            named.UnionWith(new PropertyMap("node", node.Properties).Texts("countries"));
        }
    }

    private void AddNamed(string? id)
    {
        if (id is not null)
        {
            named.Add(id);
        }
    }
}
