using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Benchmarks.Exchange;
using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Benchmarks.Serving;

/// <summary>Our public algorithms on a <see cref="CsrGraph"/>, as a C# program calls them.</summary>
internal sealed class KernelPeer
{
    private const int Cap = 1000;
    private const int K = 10;
    private const int SimpleHops = 5;

    private readonly GraphArrays arrays;
    private readonly TimeSpan bound;
    private readonly (int[] From, int[] To) shuffled;
    private readonly CsrGraph graph;
    private readonly WeightedGraph<double> weighted;
    private readonly PassingEdges filter;
    private readonly Lazy<CsrGraph> undirected;
    private readonly List<int> path = [];
    private readonly int[] hops;

    /// <param name="arrays">The graph.</param>
    /// <param name="bound">The longest a query may take; what takes no milliseconds is not watched.</param>
    private KernelPeer(GraphArrays arrays, TimeSpan bound)
    {
        (this.arrays, this.bound) = (arrays, bound);
        shuffled = Shuffled(arrays);
        graph = CsrGraph.Directed(arrays.NodeCount, arrays.From, arrays.To);
        weighted = new WeightedGraph<double>(graph, arrays.Weights());
        filter = new PassingEdges(arrays);
        undirected = new(() => CsrGraph.Undirected(arrays.NodeCount, arrays.From, arrays.To));
        hops = new int[arrays.NodeCount];
    }

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
        ["shortest"] = query => Text(ShortestPath.Between(graph, query[0], query[1], path) ?? -1),
        ["filtered"] = query => Text(ShortestPath.Between(graph, filter, query[0], query[1], path) ?? -1),
        ["reliable"] = query => LightestPath.Between(weighted, query[0], query[1], path) is { } weight ? Product(weight) : "-",
        ["yen"] = query => string.Join(',', KShortestPaths.Between(weighted, query[0], query[1], Clock()).Take(K).Select(found => Product(found.Weight))),
        ["simple"] = query => Text(SimplePaths.Between(graph, query[0], query[1], SimpleHops, Cap, Clock()).Paths.Count),
        ["closure"] = query => Text(Closure.From(graph, query[0], hops)),
        ["closure-plain"] = query => Text(BreadthFirst.From(graph, query[0]).Reached.Count),
        ["hood"] = query => Text(Within(query[0])),
        ["scc"] = _ => Text(StrongComponents.Of(graph, Clock()).Count),
        ["articulation"] = _ => Text(Biconnectivity.Of(undirected.Value, Clock()).ArticulationPoints.Count),
        ["dominators"] = query => Text(Dominators.From(graph, query[0], Clock())),
        ["cut"] = query => MinNodeCut.Between(graph, [query[0]], [query[1]], Clock()) is { } cut ? Text(cut.Count) : "-",
    };

    private int Within(int source)
    {
        Neighbourhood.Within(graph, source, 3, path);
        return path.Count;
    }

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
