using System.Diagnostics.CodeAnalysis;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Search;
using QuikGraph;

namespace KnowledgeGraph.QuikGraph;

/// <summary>
/// The embedded graph as QuikGraph's algorithms see one: vertices are node ids, edges are the facts that pass a filter, each from the
/// dependent end to the end depended on (in causal layers from effect to cause). Nothing is copied; an edge is made when it is asked for.
/// </summary>
/// <remarks>
/// Every node is a vertex, also one without edges. A fact is one edge, whatever number of products it names, and two if its type is
/// symmetric; parallel facts are parallel edges. Rows come by neighbour id, then by fact id. Immutable, safe to read from many threads.
/// Degrees take time in the facts at the vertex.
/// </remarks>
public sealed class FactGraph : IBidirectionalGraph<string, FactEdge>
{
    private readonly EmbeddedGraph graph;
    private readonly FactRows outgoing;
    private readonly FactRows incoming;

    /// <summary>Makes the filter ready and counts the edges. Time linear in the facts.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="filter">Which facts are edges; the default takes the dependency layers, every status but forecast.</param>
    /// <exception cref="QuestionException">The filter names an unknown layer, type or source, or mixes what does not mix.</exception>
    /// <exception cref="ArgumentException">
    /// The filter asks for one product along supply. An algorithm that looks at edges one by one cannot keep to that.
    /// </exception>
    public FactGraph(EmbeddedGraph graph, GraphFilter filter)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(filter);
        var scope = EdgeScope.Of(graph.Facts.Ontology, filter);
        RefuseProductRule(scope, filter);
        this.graph = graph;
        var mask = new EdgeMask(graph, scope, filter);
        outgoing = new FactRows(graph, mask, graph.Dependencies, isReversed: false);
        incoming = new FactRows(graph, mask, graph.Dependents, isReversed: true);
        EdgeCount = Enumerable.Range(0, graph.NodeCount).Sum(outgoing.Count);
    }

    /// <summary>True: dependence has a direction.</summary>
    public bool IsDirected => true;

    /// <summary>True: several facts may join the same two nodes.</summary>
    public bool AllowParallelEdges => true;

    /// <inheritdoc/>
    public bool IsVerticesEmpty => VertexCount == 0;

    /// <inheritdoc/>
    public int VertexCount => graph.NodeCount;

    /// <summary>Node ids in ordinal order.</summary>
    public IEnumerable<string> Vertices => graph.Facts.Nodes.Select(node => node.Id);

    /// <inheritdoc/>
    public bool IsEdgesEmpty => EdgeCount == 0;

    /// <inheritdoc/>
    public int EdgeCount { get; }

    /// <summary>Edges by source, target and fact.</summary>
    public IEnumerable<FactEdge> Edges => Enumerable.Range(0, graph.NodeCount).SelectMany(outgoing.Edges);

    /// <inheritdoc/>
    public bool ContainsVertex(string vertex) => TryFind(vertex, out _);

    /// <inheritdoc/>
    public bool ContainsEdge(FactEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return EdgesBetween(edge.Source, edge.Target).Contains(edge);
    }

    /// <inheritdoc/>
    public bool ContainsEdge(string source, string target) => EdgesBetween(source, target).Any();

    /// <summary>The first edge between two vertices by fact id; null where there is none, which QuikGraph's signature cannot say.</summary>
    public bool TryGetEdge(string source, string target, out FactEdge edge)
    {
        edge = EdgesBetween(source, target).FirstOrDefault()!;
        return edge is not null;
    }

    /// <summary>The edges between two vertices by fact id; as in QuikGraph's own graphs, true and none where only the source is known.</summary>
    public bool TryGetEdges(string source, string target, [MaybeNullWhen(false)] out IEnumerable<FactEdge> edges)
    {
        edges = ContainsVertex(source) ? EdgesBetween(source, target) : null;
        return edges is not null;
    }

    /// <inheritdoc/>
    public bool IsOutEdgesEmpty(string vertex) => !OutEdges(vertex).Any();

    /// <inheritdoc/>
    public int OutDegree(string vertex) => outgoing.Count(Find(vertex));

    /// <inheritdoc/>
    public IEnumerable<FactEdge> OutEdges(string vertex) => outgoing.Edges(Find(vertex));

    /// <inheritdoc/>
    public bool TryGetOutEdges(string vertex, [MaybeNullWhen(false)] out IEnumerable<FactEdge> edges)
    {
        edges = TryFind(vertex, out var node) ? outgoing.Edges(node) : null;
        return edges is not null;
    }

    /// <inheritdoc/>
    public FactEdge OutEdge(string vertex, int index) => OutEdges(vertex).ElementAt(index);

    /// <inheritdoc/>
    public bool IsInEdgesEmpty(string vertex) => !InEdges(vertex).Any();

    /// <inheritdoc/>
    public int InDegree(string vertex) => incoming.Count(Find(vertex));

    /// <inheritdoc/>
    public IEnumerable<FactEdge> InEdges(string vertex) => incoming.Edges(Find(vertex));

    /// <inheritdoc/>
    public bool TryGetInEdges(string vertex, [MaybeNullWhen(false)] out IEnumerable<FactEdge> edges)
    {
        edges = TryFind(vertex, out var node) ? incoming.Edges(node) : null;
        return edges is not null;
    }

    /// <inheritdoc/>
    public FactEdge InEdge(string vertex, int index) => InEdges(vertex).ElementAt(index);

    /// <summary>Edges out and in; one that leads from a vertex to itself counts twice.</summary>
    public int Degree(string vertex) => OutDegree(vertex) + InDegree(vertex);

    private static void RefuseProductRule(EdgeScope scope, GraphFilter filter)
    {
        if (scope.HasSupply && filter.Products != ProductRule.Any)
        {
            throw new ArgumentException(
                "algorithms that look at edges one by one cannot keep to one product along supply; set Products to Any, and take no "
                + "path they find for proof of a supply chain, or leave the supply layer out",
                nameof(filter));
        }
    }

    private IEnumerable<FactEdge> EdgesBetween(string source, string target) =>
        TryFind(source, out var from) & TryFind(target, out var to) ? outgoing.EdgesTo(from, to) : [];

    /// <exception cref="VertexNotFoundException">As QuikGraph's own graphs throw, with near ids.</exception>
    private int Find(string vertex)
    {
        ArgumentNullException.ThrowIfNull(vertex);
        try
        {
            return graph.IndexOf(vertex);
        }
        catch (KeyNotFoundException error)
        {
            throw new VertexNotFoundException(error.Message, error);
        }
    }

    private bool TryFind(string vertex, out int node)
    {
        ArgumentNullException.ThrowIfNull(vertex);
        node = graph.Facts.FindNode(vertex) is null ? -1 : graph.IndexOf(vertex);
        return node >= 0;
    }
}
