using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Graph;

/// <summary>
/// The dependency view of a fact set, derived from its ontology: an edge leads from the dependent end to the end depended on, or from
/// subject to object where neither depends. Immutable; safe to search from many threads. Node indices follow the ordinal order of
/// node ids, so that ascending indices are ascending ids.
/// </summary>
public sealed class EmbeddedGraph
{
    private readonly Dictionary<string, int> indexById;
    private readonly Lazy<Adjacency> links;

    /// <summary>Lays out the facts. Time and memory linear in nodes and edges.</summary>
    public EmbeddedGraph(FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Facts = facts;
        indexById = new Dictionary<string, int>(facts.Nodes.Count, StringComparer.Ordinal);
        for (var i = 0; i < facts.Nodes.Count; i++)
        {
            indexById.Add(facts.Nodes[i].Id, i);
        }

        var ends = new EdgeEnds();
        for (var fact = 0; fact < facts.Facts.Count; fact++)
        {
            AddEdges(ends, fact);
        }

        Edges = new EdgeColumns(facts, ends, id => indexById[id]);
        Dependencies = new Adjacency(NodeCount, Edges.From, Edges.To);
        Dependents = new Adjacency(NodeCount, Edges.To, Edges.From);
        links = new Lazy<Adjacency>(LayOutLinks);
    }

    /// <summary>The facts it was laid out from.</summary>
    public FactSet Facts { get; }

    /// <summary>Attributes of the edges.</summary>
    public EdgeColumns Edges { get; }

    /// <summary>From each node to what it depends on.</summary>
    public Adjacency Dependencies { get; }

    /// <summary>From each node to what depends on it.</summary>
    public Adjacency Dependents { get; }

    /// <summary>From each node to what stands at the other end of its edges, either way; laid out when first asked for.</summary>
    public Adjacency Links => links.Value;

    /// <summary>Number of nodes.</summary>
    public int NodeCount => Facts.Nodes.Count;

    /// <summary>The index of a node.</summary>
    /// <exception cref="KeyNotFoundException">No node has the id; the message names near ones.</exception>
    public int IndexOf(string nodeId)
    {
        if (indexById.TryGetValue(nodeId, out var index))
        {
            return index;
        }

        var near = NearestNames.To(nodeId, indexById.Keys);
        throw new KeyNotFoundException($"no node has the id \"{nodeId}\"" + (near.Count == 0 ? "" : $"; near: {string.Join(", ", near)}"));
    }

    /// <summary>The node at an index.</summary>
    public Node NodeAt(int index) => Facts.Nodes[index];

    /// <summary>The fact behind an edge.</summary>
    public Fact FactOf(int edge) => Facts.Facts[Edges.Fact[edge]];

    /// <summary>The type of an edge.</summary>
    public EdgeType TypeOf(int edge) => Edges.Types[Edges.Type[edge]];

    /// <summary>Each edge twice, its numbers ascending between the same ends.</summary>
    private Adjacency LayOutLinks()
    {
        var (rows, columns, numbers) = (new int[2 * Edges.Count], new int[2 * Edges.Count], new int[2 * Edges.Count]);
        for (var edge = 0; edge < Edges.Count; edge++)
        {
            (rows[2 * edge], columns[2 * edge], numbers[2 * edge]) = (Edges.From[edge], Edges.To[edge], edge);
            (rows[(2 * edge) + 1], columns[(2 * edge) + 1], numbers[(2 * edge) + 1]) = (Edges.To[edge], Edges.From[edge], edge);
        }

        return new Adjacency(NodeCount, rows, columns, numbers);
    }

    private void AddEdges(EdgeEnds ends, int factIndex)
    {
        var fact = Facts.Facts[factIndex];
        if (fact.Object is null)
        {
            return;
        }

        var type = Facts.Ontology.EdgeTypes[fact.Type];
        var (subject, @object) = (indexById[fact.Subject], indexById[fact.Object]);
        var (from, to) = Facts.Ontology.PointsToSubject(type) ? (@object, subject) : (subject, @object);
        foreach (var product in Products(fact, type, subject, @object))
        {
            ends.Add(from, to, factIndex, product);
            if (type.IsSymmetric && from != to)
            {
                ends.Add(to, from, factIndex, product);
            }
        }
    }

    private IEnumerable<int> Products(Fact fact, EdgeType type, int subject, int @object) => type.ProductPlace switch
    {
        ProductPlace.Subject => [subject],
        ProductPlace.Object => [@object],
        ProductPlace.Role when fact.RoleFillers(OntologyModel.ProductRole) is { Count: > 0 } products => products.Select(id => indexById[id]),
        _ => [EdgeColumns.NoProduct],
    };
}
