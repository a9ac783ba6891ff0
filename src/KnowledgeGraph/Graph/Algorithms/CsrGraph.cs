using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// A plain graph for algorithms: nodes and edges are numbers from 0, what an edge weighs or carries is given with each call as a column
/// by edge number. Parallel edges and self-loops are kept. Immutable; safe to read from many threads.
/// </summary>
/// <remarks>
/// Rows are sorted by neighbour, then by edge number, so that every algorithm breaks ties alike. An undirected edge stands in the rows
/// of both its ends, an undirected self-loop once. Edge numbers survive every change of view, so a column fits all views of a graph.
/// An edge takes 16 bytes, and 8 more once the graph has been reversed.
/// </remarks>
public sealed class CsrGraph
{
    private readonly Column<int> from;
    private readonly Column<int> to;
    private readonly Adjacency rows;
    private CsrGraph? reversed;
    private TwoWayRows? bothWays;

    private CsrGraph(bool isDirected, Column<int> from, Column<int> to, Adjacency rows) =>
        (IsDirected, this.from, this.to, this.rows) = (isDirected, from, to, rows);

    /// <summary>Whether an edge may be followed in one direction only.</summary>
    public bool IsDirected { get; }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => rows.NodeCount;

    /// <summary>One more than the greatest edge number, and so the length of a column; a view may leave some edges out of its rows.</summary>
    public int EdgeCount => from.Count;

    /// <summary>Where each node's row begins in <see cref="AllNeighbours"/>, and where the last ends.</summary>
    internal ReadOnlySpan<int> Starts => rows.Offsets.All();

    /// <summary>The rows, one after the other.</summary>
    internal ReadOnlySpan<int> AllNeighbours => rows.AllNeighbours.All();

    /// <summary>Edge i leads from <c>from[i]</c> to <c>to[i]</c>. O(n + m log d) for n nodes, m edges and rows of at most d.</summary>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end is not a node.</exception>
    public static CsrGraph Directed(int nodeCount, IReadOnlyList<int> from, IReadOnlyList<int> to)
    {
        var ends = Checked(nodeCount, from, to);
        return new CsrGraph(true, new(ends.From), new(ends.To), Laid(RowSort.Sort(nodeCount, ends.From, ends.To)));
    }

    /// <summary>Edge i joins <c>from[i]</c> and <c>to[i]</c>. O(n + m log d) for n nodes, m edges and rows of at most d.</summary>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end is not a node.</exception>
    public static CsrGraph Undirected(int nodeCount, IReadOnlyList<int> from, IReadOnlyList<int> to) =>
        Directed(nodeCount, from, to).AsUndirected();

    /// <summary>
    /// The dependency view of a graph under a mask: from each node to what it depends on, over the edges admitted. Node and edge numbers
    /// are those of <paramref name="graph"/>, so its <see cref="EdgeColumns"/> serve as columns. The mask is asked once an edge;
    /// O(n + m).
    /// </summary>
    public static CsrGraph Of(EmbeddedGraph graph, Predicate<int> admits)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(admits);
        return new CsrGraph(true, graph.Edges.From, graph.Edges.To, graph.Dependencies.Where(admits));
    }

    /// <summary>The node that an edge leads from; of an undirected edge the end that was given first.</summary>
    public int From(int edge) => from[edge];

    /// <summary>The node that an edge leads to; of an undirected edge the end that was given second.</summary>
    public int To(int edge) => to[edge];

    /// <summary>Where a node's edges lead, ascending; a neighbour stands once for each edge.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => rows.Neighbours(node);

    /// <summary>The edges to <see cref="Neighbours"/>, position by position.</summary>
    public EdgeNumbers Edges(int node) => rows.Edges(node);

    /// <summary>
    /// Every edge followed the other way; an undirected graph is its own reverse. O(n + m) when first asked for, and kept: searches from
    /// both ends ask for it each time.
    /// </summary>
    public CsrGraph Reversed()
    {
        if (!IsDirected || reversed is not null)
        {
            return reversed ?? this;
        }

        var made = new CsrGraph(true, to, from, Laid(RowSort.Transpose(Starts, AllNeighbours, EdgesOfAll))) { reversed = this };
        return Interlocked.CompareExchange(ref reversed, made, null) ?? made;
    }

    /// <summary>Every edge followed both ways. Edges a → b and b → a become parallel. O(n + m).</summary>
    public CsrGraph AsUndirected() => IsDirected ? new CsrGraph(false, from, to, BothWays()) : this;

    /// <summary>Of parallel edges only the one with the least number. O(n + m).</summary>
    public CsrGraph WithoutParallels() => WithBestOfParallels((_, _) => false);

    /// <summary>Of parallel edges only the one of least weight; among equals the one with the least number. O(n + m).</summary>
    internal CsrGraph WithLightestOfParallels<T>(T[] weights)
        where T : IComparable<T>
        => WithBestOfParallels((edge, best) => weights[edge].CompareTo(weights[best]) < 0);

    /// <summary>The edge at a position of <see cref="AllNeighbours"/>.</summary>
    internal int EdgeAt(int position) => rows.AllEdges is { } edges ? edges[position] : position;

    /// <summary>The rows either way, kept from the first search on. O(n + m) once, O(1) then.</summary>
    internal TwoWayRows TwoWays => bothWays ?? LaidBothWays();

    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    internal void RequireNode(int node, string parameter)
    {
        if ((uint)node >= (uint)NodeCount)
        {
            throw new ArgumentOutOfRangeException(parameter, node, $"there is no node {node}; nodes run from 0 up to, not including, {NodeCount}");
        }
    }

    /// <exception cref="ArgumentException">The column's length is not the number of edges.</exception>
    internal void RequireColumn<T>(T[] column, string parameter)
    {
        ArgumentNullException.ThrowIfNull(column, parameter);
        if (column.Length != EdgeCount)
        {
            throw new ArgumentException($"the column has {column.Length} values for {EdgeCount} edges; give one for each edge number", parameter);
        }
    }

    private ReadOnlySpan<int> EdgesOfAll => rows.AllEdges is { } edges ? edges.All() : [];

    private CsrGraph WithBestOfParallels(Func<int, int, bool> isBetter)
    {
        var kept = new bool[EdgeCount];
        for (var node = 0; node < NodeCount; node++)
        {
            var neighbours = Neighbours(node);
            var edges = Edges(node);
            for (var (first, next) = (0, 0); first < edges.Length; first = next)
            {
                var best = edges[first];
                for (next = first + 1; next < edges.Length && neighbours[next] == neighbours[first]; next++)
                {
                    best = isBetter(edges[next], best) ? edges[next] : best;
                }

                kept[best] = true;
            }
        }

        return new CsrGraph(IsDirected, from, to, rows.Where(edge => kept[edge]));
    }

    private TwoWayRows LaidBothWays()
    {
        var made = new TwoWayRows(rows, Reversed().rows, new ScratchPool(NodeCount));
        return Interlocked.CompareExchange(ref bothWays, made, null) ?? made;
    }

    /// <summary>Merges each row with that of the edges the other way; a self-loop is taken from the first.</summary>
    private Adjacency BothWays()
    {
        var back = Reversed();
        var starts = new int[NodeCount + 1];
        var (neighbours, edges) = (new int[2 * AllNeighbours.Length], new int[2 * AllNeighbours.Length]);
        ReadOnlySpan<int> aheadStarts = Starts, aheadNeighbours = AllNeighbours, backStarts = back.Starts, backNeighbours = back.AllNeighbours;
        var next = 0;
        for (var node = 0; node < NodeCount; node++)
        {
            var (ahead, behind) = (aheadStarts[node], backStarts[node]);
            while (ahead < aheadStarts[node + 1] || behind < backStarts[node + 1])
            {
                var isAhead = behind == backStarts[node + 1]
                    || (ahead < aheadStarts[node + 1] && IsFirst(aheadNeighbours[ahead], EdgeAt(ahead), backNeighbours[behind], back.EdgeAt(behind)));
                (neighbours[next], edges[next]) = isAhead ? (aheadNeighbours[ahead], EdgeAt(ahead++)) : (backNeighbours[behind], back.EdgeAt(behind++));
                next += isAhead || neighbours[next] != node ? 1 : 0;
            }

            starts[node + 1] = next;
        }

        return Laid((starts, neighbours[..next], edges[..next]));
    }

    private static bool IsFirst(int neighbour, int edge, int otherNeighbour, int otherEdge) =>
        neighbour < otherNeighbour || (neighbour == otherNeighbour && edge <= otherEdge);

    private static (int[] From, int[] To) Checked(int nodeCount, IReadOnlyList<int> from, IReadOnlyList<int> to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        if (from.Count != to.Count)
        {
            throw new ArgumentException($"{from.Count} edges have a first end and {to.Count} a second; give both for each edge", nameof(to));
        }

        (int[] From, int[] To) ends = ([.. from], [.. to]);
        RequireNodes(nodeCount, ends.From, nameof(from));
        RequireNodes(nodeCount, ends.To, nameof(to));
        return ends;
    }

    private static void RequireNodes(int nodeCount, ReadOnlySpan<int> ends, string parameter)
    {
        for (var edge = 0; edge < ends.Length; edge++)
        {
            if ((uint)ends[edge] >= (uint)nodeCount)
            {
                throw new ArgumentOutOfRangeException(parameter, ends[edge], $"edge {edge} ends at node {ends[edge]}; there are {nodeCount} nodes, from 0");
            }
        }
    }

    private static Adjacency Laid((int[] Starts, int[] Neighbours, int[] Edges) rows) =>
        new(new Column<int>(rows.Starts), new(rows.Neighbours), new(rows.Edges));
}
