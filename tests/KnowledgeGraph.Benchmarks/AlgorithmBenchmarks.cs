using BenchmarkDotNet.Attributes;
using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Benchmarks;

/// <summary>The public algorithms on a random graph of the size S, with the memory that each allocates.</summary>
[MemoryDiagnoser]
public class AlgorithmBenchmarks
{
    private const ulong Seed = 1;
    private const int K = 10;

    private readonly SplitMix64 random = new(Seed);
    private readonly List<int> path = [];
    private CsrGraph graph = null!;
    private CsrGraph undirected = null!;
    private WeightedGraph<double> weighted = null!;
    private int[] hops = [];

    [GlobalSetup]
    public void Build()
    {
        var size = GraphSize.Of("S");
        int[] from = [.. Enumerable.Range(0, size.Facts).Select(_ => random.Below(size.Nodes))];
        int[] to = [.. Enumerable.Range(0, size.Facts).Select(_ => random.Below(size.Nodes))];
        double[] weights = [.. Enumerable.Range(0, size.Facts).Select(_ => random.Fraction())];
        (graph, undirected) = (CsrGraph.Directed(size.Nodes, from, to), CsrGraph.Undirected(size.Nodes, from, to));
        (weighted, hops) = (new WeightedGraph<double>(graph, weights), new int[size.Nodes]);
    }

    [Benchmark]
    public int? ShortestPath() => Graph.Algorithms.ShortestPath.Between(graph, Any(), Any(), path);

    [Benchmark]
    public int Closure() => Graph.Algorithms.Closure.From(graph, Any(), hops);

    [Benchmark]
    public int Neighbourhood()
    {
        Graph.Algorithms.Neighbourhood.Within(graph, Any(), 3, path);
        return path.Count;
    }

    [Benchmark]
    public double? LightestPath() => Graph.Algorithms.LightestPath.Between(weighted, Any(), Any(), path);

    [Benchmark]
    public int TenLightestPaths() => KShortestPaths.Between(weighted, Any(), Any()).Take(K).Count();

    [Benchmark]
    public int StronglyConnected() => StrongComponents.Of(graph).Count;

    [Benchmark]
    public int ArticulationPoints() => Biconnectivity.Of(undirected).ArticulationPoints.Count;

    [Benchmark]
    public DominatorTree DominatorTree() => Dominators.From(graph, Any());

    [Benchmark]
    public IReadOnlyList<int>? NodeCut()
    {
        var (source, sink) = (Any(), Any());
        return source == sink ? null : MinNodeCut.Between(graph, [source], [sink]);
    }

    private int Any() => random.Below(graph.NodeCount);
}
