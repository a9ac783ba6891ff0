using System.Globalization;
using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Benchmarks.Exchange;

/// <summary>
/// What every peer is asked, row by row: drawn at random, the same for the same graph. Pairs lie 2 to 6 hops apart, turn by turn, and are
/// joined under the filter too, so that a peer that is too slow for all of them has answered the same mix in part.
/// </summary>
internal static class QueryLists
{
    private const ulong Seed = 6;
    private const int Sources = 40;
    private const int FewestHops = 2;
    private const int MostHops = 6;
    private const int MostFilteredHops = 8;
    private const string File = "queries.txt";

    /// <summary>Stands for a query without numbers.</summary>
    public const string Whole = "_";

    /// <summary>Draws the lists and writes them: a row a line, its name and its queries.</summary>
    public static void Write(GraphArrays arrays, string folder) =>
        System.IO.File.WriteAllLines(Path.Combine(folder, File), Draw(arrays).Select(row => $"{row.Key} {string.Join(' ', row.Value)}"));

    /// <summary>Reads them back, by row.</summary>
    public static IReadOnlyDictionary<string, string[]> Read(string folder) =>
        System.IO.File.ReadLines(Path.Combine(folder, File)).Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..]);

    private static Dictionary<string, string[]> Draw(GraphArrays arrays)
    {
        var random = new SplitMix64(Seed);
        var whole = CsrGraph.Directed(arrays.NodeCount, arrays.From, arrays.To);
        var passing = arrays.Passing();
        var filtered = CsrGraph.Directed(
            arrays.NodeCount, [.. arrays.From.Where((_, edge) => passing[edge])], [.. arrays.To.Where((_, edge) => passing[edge])]);
        int[] sources = [.. Drawn(whole, Sources, random)];
        var pairs = Pairs(whole, filtered, sources, random);
        string[] texts = [.. pairs.Select(pair => PairText(pair.From, pair.To))];
        string[] middle = [.. pairs.Where(pair => pair.Hops is >= 3 and <= 5).Select(pair => PairText(pair.From, pair.To))];
        string[] nodes = [.. sources.Select(Text)];
        return new()
        {
            ["build"] = [Whole],
            ["shortest"] = texts,
            ["filtered"] = texts,
            ["reliable"] = [.. texts.Take(50)],
            ["yen"] = [.. texts.Take(10)],
            ["simple"] = [.. middle.Take(30)],
            ["closure"] = [.. nodes.Take(10)],
            ["closure-plain"] = [.. nodes.Take(10)],
            ["hood"] = [.. Drawn(whole, 100, random).Select(Text)],
            ["scc"] = [Whole],
            ["articulation"] = [Whole],
            ["dominators"] = [.. nodes.Take(3)],
            ["cut"] = [.. middle.Take(10)],
            ["roundtrip"] = [.. Enumerable.Repeat(Whole, 20)],
        };
    }

    private static IEnumerable<int> Drawn(CsrGraph graph, int count, SplitMix64 random)
    {
        for (var drawn = 0; drawn < count;)
        {
            var node = random.Below(graph.NodeCount);
            if (graph.Neighbours(node).Length > 0)
            {
                drawn++;
                yield return node;
            }
        }
    }

    /// <summary>For each source a target at each distance, the distances turn by turn.</summary>
    private static List<(int From, int To, int Hops)> Pairs(CsrGraph whole, CsrGraph filtered, int[] sources, SplitMix64 random)
    {
        var pairs = new List<(int From, int To, int Hops)>();
        foreach (var source in sources)
        {
            var near = BreadthFirst.From(whole, source, MostHops);
            var joined = BreadthFirst.From(filtered, source, MostFilteredHops);
            var byHops = near.Reached.Where(node => joined.DistanceTo(node) is not null).ToLookup(node => near.DistanceTo(node)!.Value);
            for (var hops = FewestHops; hops <= MostHops; hops++)
            {
                if (byHops[hops].ToList() is { Count: > 0 } targets)
                {
                    pairs.Add((source, targets[random.Below(targets.Count)], hops));
                }
            }
        }

        return pairs;
    }

    private static string Text(int node) => node.ToString(CultureInfo.InvariantCulture);

    private static string PairText(int from, int to) => string.Create(CultureInfo.InvariantCulture, $"{from},{to}");
}
