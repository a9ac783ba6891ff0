using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Benchmarks.Exchange;
using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Benchmarks.Serving;

/// <summary>Our public algorithms on a <see cref="CsrGraph"/>, as a C# program calls them.</summary>
/// <param name="arrays">The graph.</param>
/// <param name="bound">The longest a query may take.</param>
internal sealed class KernelPeer(GraphArrays arrays, TimeSpan bound)
{
    private const int Cap = 1000;
    private const int K = 10;
    private const int SimpleHops = 5;

    private readonly CsrGraph graph = CsrGraph.Directed(arrays.NodeCount, arrays.From, arrays.To);
    private readonly (int[] From, int[] To) shuffled = Shuffled(arrays);
    private readonly double[] weights = arrays.Weights();
    private readonly Lazy<CsrGraph> filtered = new(() => Filtered(arrays));
    private readonly Lazy<CsrGraph> undirected = new(() => CsrGraph.Undirected(arrays.NodeCount, arrays.From, arrays.To));
    private readonly Lazy<long[]> ones = new(() => [.. Enumerable.Repeat(1L, arrays.From.Length)]);

    /// <summary>Builds the graph and answers from then on.</summary>
    public static void Serve(string folder, TimeSpan bound)
    {
        var arrays = GraphArrays.Read(folder);
        var peer = new KernelPeer(arrays, bound);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var built = peer.Build();
        var took = Stopwatch.GetElapsedTime(start);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(built);
        PeerLoop.Serve(peer.Rows(), took, bytes);
    }

    /// <summary>The ends in no order, as facts come; columns of attributes stay as they are, since they go by the numbers of edges.</summary>
    private static (int[] From, int[] To) Shuffled(GraphArrays arrays)
    {
        int[] order = [.. Enumerable.Range(0, arrays.From.Length)];
        new Random(1).Shuffle(order);
        return (Array.ConvertAll(order, edge => arrays.From[edge]), Array.ConvertAll(order, edge => arrays.To[edge]));
    }

    private (CsrGraph Ahead, CsrGraph Back) Build()
    {
        var ahead = CsrGraph.Directed(arrays.NodeCount, shuffled.From, shuffled.To);
        return (ahead, ahead.Reversed());
    }

    private Dictionary<string, Func<int[], string>> Rows() => new()
    {
        ["build"] = _ => Text(Build().Ahead.EdgeCount),
        ["shortest"] = query => Hops(graph, query),
        ["filtered"] = query => Hops(filtered.Value, query),
        ["reliable"] = query => Dijkstra.From(graph, weights, query[0], query[1], Clock()).DistanceTo(query[1]) is { } weight ? Product(weight) : "-",
        ["yen"] = query => string.Join(',', KShortestPaths.Between(graph, weights, query[0], query[1], Clock()).Take(K).Select(path => Product(path.Weight))),
        ["simple"] = query => Text(
            KShortestPaths.Between(graph, ones.Value, query[0], query[1], Clock()).TakeWhile(path => path.Weight <= SimpleHops).Take(Cap).Count()),
        ["closure"] = query => Text(BreadthFirst.From(graph, query[0], cancellation: Clock()).Reached.Count),
        ["hood"] = query => Text(BreadthFirst.From(graph, query[0], 3, Clock()).Reached.Count),
        ["scc"] = _ => Text(StrongComponents.Of(graph, Clock()).Count),
        ["articulation"] = _ => Text(Biconnectivity.Of(undirected.Value, Clock()).ArticulationPoints.Count),
        ["dominators"] = query => Text(Dominators.From(graph, query[0], Clock())),
        ["cut"] = query => MinNodeCut.Between(graph, [query[0]], [query[1]], Clock()) is { } cut ? Text(cut.Count) : "-",
    };

    private static CsrGraph Filtered(GraphArrays arrays)
    {
        var passing = arrays.Passing();
        return CsrGraph.Directed(arrays.NodeCount, [.. arrays.From.Where((_, edge) => passing[edge])], [.. arrays.To.Where((_, edge) => passing[edge])]);
    }

    private string Hops(CsrGraph searched, int[] query) => Text(BreadthFirst.From(searched, query[0], cancellation: Clock()).DistanceTo(query[1]) ?? -1);

    /// <summary>How many nodes the root reaches, and how many dominate another directly.</summary>
    private string Text(DominatorTree tree)
    {
        var nodes = Enumerable.Range(0, arrays.NodeCount);
        return $"{nodes.Count(tree.Reaches)}/{nodes.Select(tree.ImmediateDominatorOf).OfType<int>().Distinct().Count()}";
    }

    private CancellationToken Clock() => new CancellationTokenSource(bound).Token;

    private static string Product(double weight) => Math.Exp(-weight).ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
