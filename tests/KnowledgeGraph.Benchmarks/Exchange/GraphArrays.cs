using System.Globalization;
using System.Runtime.InteropServices;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Benchmarks.Exchange;

/// <summary>
/// The edges of a graph as plain arrays, which every peer reads from the same files: little-endian, one value an edge, in the order of
/// the graph file. Denied facts and forecasts, which a question leaves out, are left out.
/// </summary>
internal sealed record GraphArrays
{
    /// <summary>The types that the filtered search does without, and its day: about two edges in three of a generated graph pass.</summary>
    private static readonly string[] LeftOut = ["LINKED_TO", "PAID"];
    private static readonly DateOnly FilteredDay = new(2015, 7, 1);

    public required int NodeCount { get; init; }

    /// <summary>Edge types by number.</summary>
    public required IReadOnlyList<string> TypeNames { get; init; }

    public required int[] From { get; init; }

    public required int[] To { get; init; }

    public required ushort[] Type { get; init; }

    public required double[] Confidence { get; init; }

    /// <summary>Day numbers: the first and the last day on which the fact may hold.</summary>
    public required int[] FirstDay { get; init; }

    public required int[] LastDay { get; init; }

    /// <summary>Edge numbers of the simple projection: no self-loops, of parallel edges the most reliable.</summary>
    public required int[] Simple { get; init; }

    /// <summary>The types that the filtered search follows.</summary>
    public IReadOnlyList<int> Admitted =>
        [.. Type.Distinct().Where(type => !LeftOut.Contains(TypeNames[type])).Select(type => (int)type).Order()];

    /// <summary>The day of the filtered search.</summary>
    public static DateOnly AsOf => FilteredDay;

    public static GraphArrays Of(EmbeddedGraph graph)
    {
        var edges = graph.Edges;
        int[] kept = [.. Enumerable.Range(0, edges.Count).Where(edge => !edges.IsDenied(edge) && edges.Status(edge) != FactStatus.Forecast)];
        var arrays = new GraphArrays
        {
            NodeCount = graph.NodeCount,
            TypeNames = [.. edges.Types.Select(type => type.Name)],
            From = Array.ConvertAll(kept, edge => edges.From[edge]),
            To = Array.ConvertAll(kept, edge => edges.To[edge]),
            Type = Array.ConvertAll(kept, edge => edges.Type[edge]),
            Confidence = Array.ConvertAll(kept, edge => edges.Confidence[edge]),
            FirstDay = Array.ConvertAll(kept, edge => edges.Validity(edge).NotBefore.DayNumber),
            LastDay = Array.ConvertAll(kept, edge => edges.Validity(edge).NotAfter.DayNumber),
            Simple = [],
        };
        return arrays with { Simple = [.. arrays.BestOfParallels()] };
    }

    public static GraphArrays Read(string folder)
    {
        var header = File.ReadLines(Path.Combine(folder, "graph.txt")).Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..]);
        return new GraphArrays
        {
            NodeCount = int.Parse(header["nodes"][0], CultureInfo.InvariantCulture),
            TypeNames = header["types"],
            From = Values<int>(folder, "from.i32"),
            To = Values<int>(folder, "to.i32"),
            Type = Values<ushort>(folder, "type.u16"),
            Confidence = Values<double>(folder, "confidence.f64"),
            FirstDay = Values<int>(folder, "first-day.i32"),
            LastDay = Values<int>(folder, "last-day.i32"),
            Simple = Values<int>(folder, "simple.i32"),
        };
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "graph.txt"),
            string.Create(CultureInfo.InvariantCulture, $"""
                nodes {NodeCount}
                edges {From.Length}
                types {string.Join(' ', TypeNames)}
                admitted {string.Join(' ', Admitted)}
                as-of {FilteredDay.DayNumber}

                """));
        Keep(folder, "from.i32", From);
        Keep(folder, "to.i32", To);
        Keep(folder, "type.u16", Type);
        Keep(folder, "confidence.f64", Confidence);
        Keep(folder, "first-day.i32", FirstDay);
        Keep(folder, "last-day.i32", LastDay);
        Keep(folder, "simple.i32", Simple);
    }

    /// <summary>For each edge whether the filtered search follows it.</summary>
    public bool[] Passing()
    {
        var (admitted, day) = (Admitted.ToHashSet(), FilteredDay.DayNumber);
        return [.. Enumerable.Range(0, From.Length).Select(edge => admitted.Contains(Type[edge]) && FirstDay[edge] <= day && day <= LastDay[edge])];
    }

    /// <summary>What a path is made light by where it is made reliable.</summary>
    public double[] Weights() => Array.ConvertAll(Confidence, confidence => -Math.Log(confidence));

    /// <summary>Parallel edges stand side by side.</summary>
    private IEnumerable<int> BestOfParallels()
    {
        for (var (edge, next) = (0, 0); edge < From.Length; edge = next)
        {
            var best = edge;
            for (next = edge + 1; next < From.Length && From[next] == From[edge] && To[next] == To[edge]; next++)
            {
                best = Confidence[next] > Confidence[best] ? next : best;
            }

            if (From[edge] != To[edge])
            {
                yield return best;
            }
        }
    }

    private static T[] Values<T>(string folder, string name)
        where T : unmanaged
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        var values = new T[file.Length / Marshal.SizeOf<T>()];
        file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static void Keep<T>(string folder, string name, T[] values)
        where T : unmanaged
        => File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes(values.AsSpan()));
}
