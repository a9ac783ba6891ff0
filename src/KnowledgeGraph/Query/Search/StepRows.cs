using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>The edges that lead on from each node: a row of the graph, or its two rows read as one where edges are followed either way.</summary>
internal sealed class StepRows
{
    private readonly Adjacency rows;
    private readonly Adjacency? others;
    private readonly EdgeColumns columns;

    private StepRows(Adjacency rows, Adjacency? others, EdgeColumns columns) =>
        (this.rows, this.others, this.columns) = (rows, others, columns);

    /// <summary>Edges as one of the graph's rows has them.</summary>
    internal static StepRows OneWay(EmbeddedGraph graph, Adjacency rows) => new(rows, null, graph.Edges);

    /// <summary>Each edge from both of its ends.</summary>
    internal static StepRows EitherWay(EmbeddedGraph graph) => new(graph.Dependencies, graph.Dependents, graph.Edges);

    /// <summary>The steps from a node, by neighbour, then by fact, then by edge.</summary>
    internal StepRow From(int node) => others is null
        ? new StepRow(rows.Neighbours(node), rows.Edges(node))
        : new StepRow(rows.Neighbours(node), rows.Edges(node), others.Neighbours(node), others.Edges(node), columns);

    /// <summary>The steps from a node to another. Logarithmic, beside the steps.</summary>
    internal StepRow Between(int node, int neighbour) => From(node).To(neighbour);

    /// <summary>How many steps lead on from a node.</summary>
    internal int LengthAt(int node) => rows.Neighbours(node).Length + (others?.Neighbours(node).Length ?? 0);
}
