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
    private CsrGraph graph = null!;
    private CsrGraph undirected = null!;
    private double[] weights = [];

    [GlobalSetup]
    public void Build()
    {
        var size = GraphSize.Of("S");
        int[] from = [.. Enumerable.Range(0, size.Facts).Select(_ => random.Below(size.Nodes))];
        int[] to = [.. Enumerable.Range(0, size.Facts).Select(_ => random.Below(size.Nodes))];
        weights = [.. Enumerable.Range(0, size.Facts).Select(_ => random.Fraction())];
        (graph, undirected) = (CsrGraph.Directed(size.Nodes, from, to), CsrGraph.Undirected(size.Nodes, from, to));
    }

    [Benchmark]
    public int Closure() => BreadthFirst.From(graph, Any()).Reached.Count;

    [Benchmark]
    public int Neighbourhood() => BreadthFirst.From(graph, Any(), maxHops: 3).Reached.Count;

    [Benchmark]
    public double? LightestPath()
    {
        var target = Any();
        return Dijkstra.From(graph, weights, Any(), target).DistanceTo(target);
    }

    [Benchmark]
    public int TenLightestPaths() => KShortestPaths.Between(graph, weights, Any(), Any()).Take(K).Count();

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
