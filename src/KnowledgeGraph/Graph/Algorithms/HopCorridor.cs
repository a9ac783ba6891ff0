namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// The part of a graph on ways of at most some hops from one node to another. Its nodes have places, the source's is 0; its edges stand in
/// rows, the heads of a row ascending by node, parallel ones once.
/// </summary>
/// <remarks>
/// A search ahead from the source enters what the balls around both ends (<see cref="HopBalls{TFilter}"/>) do not rule out, then hops left
/// are lowered along the edges it met until none changes: within the part they are exact.
/// </remarks>
internal sealed class HopCorridor
{
    /// <summary>The place of the source.</summary>
    internal const int Source = 0;

    /// <summary>Hops left where there is no way to the target.</summary>
    private const int Endless = int.MaxValue / 2;

    private readonly List<int> firstEdges;
    private readonly List<int> heads;
    private readonly int[] nodes;
    private readonly int[] hopsLeft;

    private HopCorridor(SearchSide side, List<int> firstEdges, List<int> heads, int target)
    {
        (this.firstEdges, this.heads, nodes) = (firstEdges, heads, side.Nodes[..side.Count]);
        hopsLeft = new int[nodes.Length];
        Array.Fill(hopsLeft, Endless);
        if (Array.IndexOf(nodes, target) is var place and >= 0)
        {
            hopsLeft[place] = 0;
        }

        while (LowerHopsLeft())
        {
        }
    }

    /// <summary>The number of a node in the graph.</summary>
    internal int Node(int place) => nodes[place];

    /// <summary>The fewest hops from a node to the target; a great number where there is no way.</summary>
    internal int HopsLeft(int place) => hopsLeft[place];

    /// <summary>Where a node's edges begin; those of the node before end there.</summary>
    internal int FirstEdge(int place) => firstEdges[place];

    /// <summary>The place to which an edge leads.</summary>
    internal int Head(int edge) => heads[edge];

    /// <summary>Finds it.</summary>
    internal static HopCorridor Between<TFilter>(TwoWayRows rows, TFilter filter, int source, int target, int maxHops, CancellationToken cancellation)
        where TFilter : struct, IEdgeFilter
    {
        using var scratch = rows.Pool.Rent();
        var balls = new HopBalls<TFilter>(rows.Ahead, rows.Back, filter, scratch, source, target);
        balls.Grow(maxHops, cancellation);
        var side = scratch.Of(count => new SearchSide(count));
        var first = side.Marks.Take((uint)rows.Ahead.NodeCount);
        side.Start(source);
        side.Marks.Stamps[source] = first;
        var (firstEdges, heads) = (new List<int> { 0 }, new List<int>());
        for (var (depth, place) = (1, 0); place < side.Count; depth++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var end = side.Count; place < end; place++)
            {
                if (depth <= maxHops && balls.FewestHops is not null)
                {
                    AddEdges(rows.Ahead, filter, balls, side, first, place, maxHops - depth, heads);
                }

                firstEdges.Add(heads.Count);
            }
        }

        return new HopCorridor(side, firstEdges, heads, target);
    }

    private static void AddEdges<TFilter>(
        Adjacency rows, TFilter filter, HopBalls<TFilter> balls, SearchSide side, uint first, int place, int hopsLeft, List<int> heads)
        where TFilter : struct, IEdgeFilter
    {
        var (node, last, stamps) = (side.Nodes[place], -1, side.Marks.Stamps);
        var row = rows.Neighbours(node);
        var edges = typeof(TFilter) == typeof(AllEdges) ? default : rows.Edges(node);
        for (var i = 0; i < row.Length; i++)
        {
            var neighbour = row[i];
            if (neighbour == last || balls.LeastHopsTo(neighbour) > hopsLeft || (typeof(TFilter) != typeof(AllEdges) && !filter.Admits(edges[i])))
            {
                continue;
            }

            last = neighbour;
            if (stamps[neighbour] < first)
            {
                stamps[neighbour] = first + (uint)side.Count;
                side.Nodes[side.Count++] = neighbour;
            }

            heads.Add((int)(stamps[neighbour] - first));
        }
    }

    /// <summary>Goes over all edges once, the last first; most lead to later places.</summary>
    private bool LowerHopsLeft()
    {
        var isChanged = false;
        for (var place = nodes.Length - 1; place >= 0; place--)
        {
            for (var edge = firstEdges[place]; edge < firstEdges[place + 1]; edge++)
            {
                if (hopsLeft[heads[edge]] + 1 < hopsLeft[place])
                {
                    hopsLeft[place] = hopsLeft[heads[edge]] + 1;
                    isChanged = true;
                }
            }
        }

        return isChanged;
    }
}
