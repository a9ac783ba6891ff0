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
    /// <summary>Lays out the facts. Time and memory linear in nodes and edges.</summary>
    public EmbeddedGraph(FactSet facts)
        : this(facts ?? throw new ArgumentNullException(nameof(facts)), LayOut(facts))
    {
    }

    /// <param name="facts">The facts.</param>
    /// <param name="rows">Their edges, laid out.</param>
    internal EmbeddedGraph(FactSet facts, (EdgeColumns Edges, Adjacency Dependencies, Adjacency Dependents) rows)
    {
        Facts = facts;
        (Edges, Dependencies, Dependents) = rows;
    }

    /// <summary>The facts it was laid out from.</summary>
    public FactSet Facts { get; }

    /// <summary>Attributes of the edges.</summary>
    public EdgeColumns Edges { get; }

    /// <summary>From each node to what it depends on.</summary>
    public Adjacency Dependencies { get; }

    /// <summary>From each node to what depends on it.</summary>
    public Adjacency Dependents { get; }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => Facts.Nodes.Count;

    /// <summary>The index of a node.</summary>
    /// <exception cref="KeyNotFoundException">No node has the id; the message names near ones.</exception>
    public int IndexOf(string nodeId)
    {
        if (Facts.NodeIndex(nodeId) is var index and >= 0)
        {
            return index;
        }

        var near = NearestNames.To(nodeId, Facts.Nodes.Select(node => node.Id));
        throw new KeyNotFoundException($"no node has the id \"{nodeId}\"" + (near.Count == 0 ? "" : $"; near: {string.Join(", ", near)}"));
    }

    /// <summary>The node at an index.</summary>
    public Node NodeAt(int index) => Facts.Nodes[index];

    /// <summary>The fact behind an edge.</summary>
    public Fact FactOf(int edge) => Facts.Facts[Edges.Fact[edge]];

    /// <summary>The type of an edge.</summary>
    public EdgeType TypeOf(int edge) => Edges.Types[Edges.Type[edge]];

    private static (EdgeColumns Edges, Adjacency Dependencies, Adjacency Dependents) LayOut(FactSet facts)
    {
        var rows = new EdgeRows(facts.Ontology);
        for (var i = 0; i < facts.Facts.Count; i++)
        {
            if (facts.Facts[i] is { Object: { } @object } fact)
            {
                var products = fact.RoleFillers(OntologyModel.ProductRole).Select(id => IndexIn(facts, id));
                rows.Add(new EdgeFact(
                    i, rows.TypeIndex[fact.Type], IndexIn(facts, fact.Subject), IndexIn(facts, @object), [.. products],
                    fact.Confidence, EdgeFact.MarksOf(fact.Status, fact.IsDenied, fact.IsCurator), rows.NumberOf(facts.ValidityOf(fact))));
            }
        }

        return rows.LayOut(facts.Nodes.Count);
    }

    private static int IndexIn(FactSet facts, string nodeId) =>
        facts.NodeIndex(nodeId) is var index and >= 0 ? index : throw new KeyNotFoundException($"no node has the id \"{nodeId}\"");
}
