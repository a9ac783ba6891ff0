using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Algorithms;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Benchmarks;

/// <summary>Times the algorithms that look at a whole graph, each alone on one thread: the first pass, then the median of others.</summary>
internal static class WholeGraphMeasurements
{
    private const int Passes = 5;
    private const int Pairs = 100;

    /// <summary>Measures on the edges of a graph file and prints a line for each algorithm.</summary>
    public static void Run(string path)
    {
        var file = GraphFile.Open(path);
        int[] from = [.. file.Edges.From.All()];
        int[] to = [.. file.Edges.To.All()];
        var n = file.NodeCount;
        Shuffle(from, to);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{n} nodes, {from.Length} edges"));
        MeasureLayout(file);
        var graph = Measure("rows from arrays", () => CsrGraph.Directed(n, from, to));
        Measure("rows the other way", () => CsrGraph.Directed(n, to, from));
        Measure("arrays to rows both ways", () => CsrGraph.Directed(n, from, to).Reversed());
        var undirected = Measure("undirected view", graph.AsUndirected);
        Measure("weak components", () => WeakComponents.Of(graph));
        Measure("strong components", () => StrongComponents.Of(graph));
        Measure("articulation points and bridges", () => Biconnectivity.Of(undirected));
        var root = StartOf(graph);
        Measure("dominator tree", () => Dominators.From(graph, root));
        MeasureCuts(graph);
    }

    /// <summary>From facts in the order of their ids to all columns and the rows both ways.</summary>
    private static void MeasureLayout(EmbeddedGraph file)
    {
        var facts = new EdgeFact[file.Edges.Count];
        var types = file.Facts.Ontology.EdgeTypes.Values.ToList();
        for (var edge = 0; edge < facts.Length; edge++)
        {
            var isSubjectFirst = !file.Facts.Ontology.PointsToSubject(types[file.Edges.Type[edge]]);
            var (subject, @object) = isSubjectFirst ? (file.Edges.From[edge], file.Edges.To[edge]) : (file.Edges.To[edge], file.Edges.From[edge]);
            facts[edge] = new EdgeFact(
                file.Edges.Fact[edge], file.Edges.Type[edge], subject, @object, [], file.Edges.Confidence[edge], file.Edges.Marks[edge],
                file.Edges.Window[edge]);
        }

        Array.Sort(facts, (a, b) => a.Fact.CompareTo(b.Fact));
        Measure("all columns and rows from arrays", () =>
        {
            var rows = new EdgeRows(file.Facts.Ontology);
            foreach (var window in file.Edges.Windows.All())
            {
                rows.NumberOf(window);
            }

            foreach (var fact in facts)
            {
                rows.Add(fact);
            }

            return rows.LayOut(file.NodeCount);
        });
    }

    /// <summary>A node that depends on much: of the greatest out-degree.</summary>
    private static int StartOf(CsrGraph graph) => Enumerable.Range(0, graph.NodeCount).MaxBy(node => graph.Neighbours(node).Length);

    private static void MeasureCuts(CsrGraph graph)
    {
        var random = new SplitMix64(1);
        var times = new List<double>();
        var nodes = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (source, sink) = (random.Below(graph.NodeCount), random.Below(graph.NodeCount));
            if (source == sink)
            {
                continue;
            }

            var watch = Stopwatch.StartNew();
            nodes += MinNodeCut.Between(graph, [source], [sink])?.Count ?? 0;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Print($"node cut of {times.Count} pairs, {nodes} nodes", times);
    }

    /// <summary>As facts come: by no end.</summary>
    private static void Shuffle(int[] from, int[] to)
    {
        var random = new SplitMix64(2);
        for (var i = from.Length - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (from[i], from[other], to[i], to[other]) = (from[other], from[i], to[other], to[i]);
        }
    }

    private static T Measure<T>(string name, Func<T> run)
    {
        var times = new List<double>();
        T result = default!;
        for (var pass = 0; pass <= Passes; pass++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            result = run();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Print(name, times);
        return result;
    }

    private static void Print(string name, List<double> times)
    {
        var warm = times.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-40} first {times[0],9:0.00} ms, then median {warm[warm.Count / 2],9:0.00}, p95 {warm[warm.Count * 95 / 100],9:0.00}, most {warm[^1],9:0.00}"));
    }
}
