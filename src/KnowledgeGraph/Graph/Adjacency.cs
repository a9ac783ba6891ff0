using System.Runtime.CompilerServices;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Neighbours of every node in compressed sparse rows: the row of node n stands at positions <c>Offsets[n]</c> up to
/// <c>Offsets[n + 1]</c>, sorted by neighbour, then by fact.
/// </summary>
public sealed class Adjacency
{
    private const int PrefetchAhead = 4;

    private readonly Column<int> offsets;
    private readonly Column<int> neighbours;
    private readonly Column<int>? edges;

    /// <param name="offsets">Where each row begins, and where the last ends.</param>
    /// <param name="neighbours">The rows, one after the other.</param>
    /// <param name="edges">The edges, position by position; null where they are numbered so.</param>
    internal Adjacency(Column<int> offsets, Column<int> neighbours, Column<int>? edges) =>
        (this.offsets, this.neighbours, this.edges) = (offsets, neighbours, edges);

    /// <summary>Number of rows.</summary>
    internal int NodeCount => offsets.Count - 1;

    /// <summary>Where each row begins, and where the last ends.</summary>
    internal Column<int> Offsets => offsets;

    /// <summary>The rows, one after the other.</summary>
    internal Column<int> AllNeighbours => neighbours;

    /// <summary>The edges of <see cref="AllNeighbours"/>; null where they are numbered so.</summary>
    internal Column<int>? AllEdges => edges;

    /// <summary>Neighbours of a node, ascending; a neighbour stands once for each edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Neighbours(int node)
    {
        var ends = offsets.Slice(node, 2);
        return neighbours.Slice(ends[0], ends[1] - ends[0]);
    }

    /// <summary>The edges to <see cref="Neighbours"/>, position by position: rows of <see cref="EdgeColumns"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EdgeNumbers Edges(int node)
    {
        var ends = offsets.Slice(node, 2);
        return edges is null ? new EdgeNumbers(ends[0], ends[1] - ends[0]) : new EdgeNumbers(edges.Slice(ends[0], ends[1] - ends[0]));
    }

    /// <summary>How many edges a row has; the same as the length of <see cref="Neighbours"/>, which it does not read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Degree(int node)
    {
        var ends = offsets.Slice(node, 2);
        return ends[1] - ends[0];
    }

    /// <summary>
    /// Asks the processor for the beginning of the row that a queue comes to a few nodes after a position, so that it is there when it
    /// is read. Reads nothing that was not checked: what is not, is not asked for.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Prefetch(int[] queue, int position, int end)
    {
        if (position + PrefetchAhead < end)
        {
            neighbours.Prefetch(offsets[queue[position + PrefetchAhead]]);
        }
    }

    /// <summary>The rows without the edges that are not kept. Linear.</summary>
    internal Adjacency Where(Predicate<int> keeps)
    {
        var (kept, keptNeighbours, keptEdges) = (new int[offsets.Count], new List<int>(), new List<int>());
        for (var node = 0; node < NodeCount; node++)
        {
            var row = Neighbours(node);
            var numbers = Edges(node);
            for (var i = 0; i < row.Length; i++)
            {
                if (keeps(numbers[i]))
                {
                    keptNeighbours.Add(row[i]);
                    keptEdges.Add(numbers[i]);
                }
            }

            kept[node + 1] = keptEdges.Count;
        }

        return new Adjacency(new Column<int>(kept), new([.. keptNeighbours]), new([.. keptEdges]));
    }
}
