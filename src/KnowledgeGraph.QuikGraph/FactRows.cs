using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Search;

namespace KnowledgeGraph.QuikGraph;

/// <summary>The rows of an adjacency as facts that pass a mask; a fact that lies in the row once for each product comes once.</summary>
internal sealed class FactRows(EmbeddedGraph graph, EdgeMask mask, Adjacency rows, bool isReversed)
{
    /// <summary>Number of edges at a node.</summary>
    public int Count(int node)
    {
        var count = 0;
        for (var position = Next(node, -1); position >= 0; position = Next(node, position))
        {
            count++;
        }

        return count;
    }

    /// <summary>Edges at a node, by neighbour, then by fact.</summary>
    public IEnumerable<FactEdge> Edges(int node)
    {
        for (var position = Next(node, -1); position >= 0; position = Next(node, position))
        {
            yield return EdgeAt(node, position);
        }
    }

    /// <summary>Edges between a node and a neighbour, by fact. Logarithmic in the row, linear in the edges found.</summary>
    public IEnumerable<FactEdge> EdgesTo(int node, int neighbour)
    {
        for (var position = Next(node, FirstOf(node, neighbour) - 1);
            position >= 0 && rows.Neighbours(node)[position] == neighbour;
            position = Next(node, position))
        {
            yield return EdgeAt(node, position);
        }
    }

    /// <summary>The next position in a row whose fact passes and was not the one before; -1 after the last.</summary>
    private int Next(int node, int position)
    {
        var neighbours = rows.Neighbours(node);
        var edges = rows.Edges(node);
        for (var next = position + 1; next < edges.Length; next++)
        {
            var isRepeated = next > 0 && neighbours[next - 1] == neighbours[next]
                && graph.Edges.Fact[edges[next - 1]] == graph.Edges.Fact[edges[next]];
            if (!isRepeated && mask.Admits(edges[next]))
            {
                return next;
            }
        }

        return -1;
    }

    /// <summary>The first position at which a row holds a neighbour, or any greater one.</summary>
    private int FirstOf(int node, int neighbour)
    {
        var row = rows.Neighbours(node);
        var (low, high) = (0, row.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = row[middle] < neighbour ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private FactEdge EdgeAt(int node, int position)
    {
        var here = graph.NodeAt(node).Id;
        var there = graph.NodeAt(rows.Neighbours(node)[position]).Id;
        var fact = graph.FactOf(rows.Edges(node)[position]);
        return isReversed ? new FactEdge(there, here, fact) : new FactEdge(here, there, fact);
    }
}
