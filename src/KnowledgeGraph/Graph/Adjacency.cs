namespace KnowledgeGraph.Graph;

/// <summary>
/// Neighbours of every node in compressed sparse rows: the row of node n stands at positions <c>Offsets[n]</c> up to
/// <c>Offsets[n + 1]</c>, sorted by neighbour, then by fact.
/// </summary>
public sealed class Adjacency
{
    private readonly int[] offsets;
    private readonly int[] neighbours;
    private readonly int[] edges;

    /// <summary>Lays out edges by two counting sorts: by neighbour, then by row, which keeps each row in order. Linear.</summary>
    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="rows">For each edge the node whose row it stands in.</param>
    /// <param name="columns">For each edge the neighbour.</param>
    /// <param name="numbers">The numbers of the edges where they are not those of the positions; ascending where ends are the same.</param>
    internal Adjacency(int nodeCount, int[] rows, int[] columns, int[]? numbers = null)
    {
        offsets = Offsets(nodeCount, rows);
        neighbours = new int[rows.Length];
        edges = new int[rows.Length];
        var next = offsets[..^1];
        foreach (var edge in Sorted(nodeCount, columns))
        {
            var position = next[rows[edge]]++;
            neighbours[position] = columns[edge];
            edges[position] = numbers is null ? edge : numbers[edge];
        }
    }

    private Adjacency(int[] offsets, int[] neighbours, int[] edges) =>
        (this.offsets, this.neighbours, this.edges) = (offsets, neighbours, edges);

    /// <summary>Number of rows.</summary>
    internal int NodeCount => offsets.Length - 1;

    /// <summary>Neighbours of a node, ascending; a neighbour stands once for each edge.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => neighbours.AsSpan(offsets[node], offsets[node + 1] - offsets[node]);

    /// <summary>The edges to <see cref="Neighbours"/>, position by position: rows of <see cref="EdgeColumns"/>.</summary>
    public ReadOnlySpan<int> Edges(int node) => edges.AsSpan(offsets[node], offsets[node + 1] - offsets[node]);

    /// <summary>The rows of the neighbours: an edge from a to b becomes one from b to a. Linear.</summary>
    internal Adjacency Transposed()
    {
        var rows = new int[neighbours.Length];
        for (var node = 0; node < NodeCount; node++)
        {
            for (var at = offsets[node]; at < offsets[node + 1]; at++)
            {
                rows[at] = node;
            }
        }

        return new Adjacency(NodeCount, neighbours, rows, edges);
    }

    /// <summary>The rows without the edges that are not kept. Linear.</summary>
    internal Adjacency Where(Predicate<int> keeps)
    {
        var (kept, keptNeighbours, keptEdges) = (new int[offsets.Length], new List<int>(), new List<int>());
        for (var node = 0; node < NodeCount; node++)
        {
            for (var i = offsets[node]; i < offsets[node + 1]; i++)
            {
                if (keeps(edges[i]))
                {
                    keptNeighbours.Add(neighbours[i]);
                    keptEdges.Add(edges[i]);
                }
            }

            kept[node + 1] = keptEdges.Count;
        }

        return new Adjacency(kept, [.. keptNeighbours], [.. keptEdges]);
    }

    /// <summary>Edges by a key, edges with the same key in their own order.</summary>
    private static int[] Sorted(int nodeCount, int[] keys)
    {
        var next = Offsets(nodeCount, keys)[..^1];
        var sorted = new int[keys.Length];
        for (var edge = 0; edge < keys.Length; edge++)
        {
            sorted[next[keys[edge]]++] = edge;
        }

        return sorted;
    }

    private static int[] Offsets(int nodeCount, int[] keys)
    {
        var offsets = new int[nodeCount + 1];
        foreach (var key in keys)
        {
            offsets[key + 1]++;
        }

        for (var node = 0; node < nodeCount; node++)
        {
            offsets[node + 1] += offsets[node];
        }

        return offsets;
    }
}
