using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Every node depends on every other: n00 … .</summary>
internal static class CompleteGraph
{
    internal static FactSet Of(int nodes)
    {
        var graph = new GraphBuilder();
        for (var from = 0; from < nodes; from++)
        {
            for (var to = 0; to < nodes; to++)
            {
                if (from != to)
                {
                    graph.Fact(Id(from), "DEPENDS_ON", Id(to));
                }
            }
        }

        return graph.Set();
    }

    /// <summary>The first paths from the first node to the last by length, then ids: 1 of one hop, then of two, then of three.</summary>
    internal static IEnumerable<string> FirstPaths(int nodes, int count)
    {
        var (first, last) = (Id(0), Id(nodes - 1));
        var inner = Enumerable.Range(1, nodes - 2).Select(Id).ToList();
        var one = new[] { $"{first} {last}" };
        var two = inner.Select(a => $"{first} {a} {last}");
        var three = inner.SelectMany(a => inner.Where(b => b != a).Select(b => $"{first} {a} {b} {last}"));
        return one.Concat(two).Concat(three).Take(count);
    }

    private static string Id(int node) => $"n{node:D2}";
}
