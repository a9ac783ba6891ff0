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

    internal Adjacency(int nodeCount, IReadOnlyList<EdgeEnds> ends, bool isReversed)
    {
        offsets = new int[nodeCount + 1];
        neighbours = new int[ends.Count];
        edges = new int[ends.Count];
        foreach (var edge in ends)
        {
            offsets[(isReversed ? edge.To : edge.From) + 1]++;
        }

        for (var node = 0; node < nodeCount; node++)
        {
            offsets[node + 1] += offsets[node];
        }

        Fill(ends, isReversed);
    }

    private Adjacency(int[] offsets, int[] neighbours, int[] edges) =>
        (this.offsets, this.neighbours, this.edges) = (offsets, neighbours, edges);

    /// <summary>Number of rows.</summary>
    internal int NodeCount => offsets.Length - 1;

    /// <summary>Number of entries in all rows.</summary>
    internal int EntryCount => neighbours.Length;

    /// <summary>Neighbours of a node, ascending; a neighbour stands once for each edge.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => neighbours.AsSpan(offsets[node], offsets[node + 1] - offsets[node]);

    /// <summary>The edges to <see cref="Neighbours"/>, position by position: rows of <see cref="EdgeColumns"/>.</summary>
    public ReadOnlySpan<int> Edges(int node) => edges.AsSpan(offsets[node], offsets[node + 1] - offsets[node]);

    /// <summary>Rows of entries that come by ascending edge. Linear: two stable transpositions sort every row.</summary>
    internal static Adjacency OfEntries(int nodeCount, List<(int Row, int Neighbour, int Edge)> entries) =>
        Bucket(
            nodeCount,
            [.. entries.Select(entry => entry.Neighbour)],
            [.. entries.Select(entry => entry.Row)],
            [.. entries.Select(entry => entry.Edge)]).Transposed();

    /// <summary>The rows of the neighbours: entry (a, b) becomes (b, a). Every row comes out sorted. Linear.</summary>
    internal Adjacency Transposed()
    {
        var rows = new int[EntryCount];
        for (var node = 0; node < NodeCount; node++)
        {
            rows.AsSpan(offsets[node], offsets[node + 1] - offsets[node]).Fill(node);
        }

        return Bucket(NodeCount, neighbours, rows, edges);
    }

    /// <summary>The rows without the entries whose edge is not kept. Linear.</summary>
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

    private static Adjacency Bucket(int nodeCount, int[] rows, int[] neighbours, int[] edges)
    {
        var offsets = new int[nodeCount + 1];
        foreach (var row in rows)
        {
            offsets[row + 1]++;
        }

        for (var node = 0; node < nodeCount; node++)
        {
            offsets[node + 1] += offsets[node];
        }

        var bucketed = new Adjacency(offsets, new int[rows.Length], new int[rows.Length]);
        var next = offsets[..^1];
        for (var i = 0; i < rows.Length; i++)
        {
            var position = next[rows[i]]++;
            bucketed.neighbours[position] = neighbours[i];
            bucketed.edges[position] = edges[i];
        }

        return bucketed;
    }

    private void Fill(IReadOnlyList<EdgeEnds> ends, bool isReversed)
    {
        var next = offsets[..^1];
        for (var edge = 0; edge < ends.Count; edge++)
        {
            var (row, neighbour) = isReversed ? (ends[edge].To, ends[edge].From) : (ends[edge].From, ends[edge].To);
            var position = next[row]++;
            neighbours[position] = neighbour;
            edges[position] = edge;
        }

        // Edges come sorted by fact, so sorting each row by (neighbour, edge) leaves facts in order among parallels.
        for (var node = 0; node + 1 < offsets.Length; node++)
        {
            var (start, length) = (offsets[node], offsets[node + 1] - offsets[node]);
            if (length > 1)
            {
                SortRow(start, length);
            }
        }
    }

    private void SortRow(int start, int length)
    {
        var keys = new long[length];
        for (var i = 0; i < length; i++)
        {
            keys[i] = ((long)neighbours[start + i] << 32) | (uint)edges[start + i];
        }

        Array.Sort(keys);
        for (var i = 0; i < length; i++)
        {
            neighbours[start + i] = (int)(keys[i] >> 32);
            edges[start + i] = (int)(keys[i] & uint.MaxValue);
        }
    }
}
