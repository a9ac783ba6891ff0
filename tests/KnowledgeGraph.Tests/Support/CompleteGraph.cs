using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Every node depends on every other: n00 … .</summary>
internal static class CompleteGraph
{
    /// <param name="nodes">How many.</param>
    /// <param name="confidence">Of the fact from one to another; 1 unless given.</param>
    internal static FactSet Of(int nodes, Func<int, int, double>? confidence = null) =>
        Of(nodes, (from, to, fact) => fact with { Confidence = confidence?.Invoke(from, to) ?? 1 });

    /// <summary>Hardly two facts of one confidence, or of one time.</summary>
    internal static FactSet Uneven(int nodes) => Of(nodes, static (from, to, fact) => fact with
    {
        Confidence = (2_000 + (((from * 7_919) + (to * 104_729)) % 8_000)) / 10_000.0,
        ValidFrom = PartialDate.FromDay(new DateOnly(2000, 1, 1).AddDays(((from * 60) + (to * 7)) % 3_600)),
        ValidTo = PartialDate.FromDay(new DateOnly(2010, 1, 1).AddDays(((from * 11) + (to * 60)) % 3_600)),
    });

    private static FactSet Of(int nodes, Func<int, int, Fact, Fact> change)
    {
        var graph = new GraphBuilder();
        for (var from = 0; from < nodes; from++)
        {
            for (var to = 0; to < nodes; to++)
            {
                if (from != to)
                {
                    var (a, b) = (from, to);
                    graph.Fact(Id(from), "DEPENDS_ON", Id(to), fact => change(a, b, fact));
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
