using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>A graph whose nodes have names; they are numbered in the order in which they are first named.</summary>
internal sealed class NamedGraph(bool isDirected)
{
    private readonly Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<int> from = [];
    private readonly List<int> to = [];

    internal IReadOnlyList<string> Names => names;

    internal int EdgeCount => from.Count;

    internal CsrGraph Csr => isDirected ? CsrGraph.Directed(names.Count, from, to) : CsrGraph.Undirected(names.Count, from, to);

    internal int this[string name] => indexOf[name];

    /// <summary>Reads edges written "a-b b-c"; a name alone is an isolated node.</summary>
    internal static NamedGraph Parse(bool isDirected, string edges)
    {
        var graph = new NamedGraph(isDirected);
        foreach (var ends in edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(edge => edge.Split('-')))
        {
            graph.Node(ends[0]);
            if (ends.Length > 1)
            {
                graph.Edge(ends[0], ends[1]);
            }
        }

        return graph;
    }

    internal int Node(string name)
    {
        if (indexOf.TryAdd(name, names.Count))
        {
            names.Add(name);
        }

        return indexOf[name];
    }

    internal void Edge(string a, string b)
    {
        from.Add(Node(a));
        to.Add(Node(b));
    }

    internal IEnumerable<string> NamesOf(IEnumerable<int> nodes) => nodes.Select(node => names[node]);

    internal string Text(IEnumerable<int> nodes) => string.Join(' ', NamesOf(nodes));

    internal string EdgeText(int edge) => $"{names[from[edge]]}-{names[to[edge]]}";

    internal long[] Ones() => [.. Enumerable.Repeat(1L, EdgeCount)];
}
