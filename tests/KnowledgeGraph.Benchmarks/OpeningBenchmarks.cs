using BenchmarkDotNet.Attributes;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Benchmarks;

/// <summary>Opening a graph file. What was opened is let go of after each iteration, lest the system run out of file handles.</summary>
[InvocationCount(Invocations, Invocations)]
public class OpeningBenchmarks
{
    private const int Invocations = 64;

    private string file = "";

    /// <summary>The size; M takes minutes to make.</summary>
    [Params("S")]
    public string Size { get; set; } = "S";

    [GlobalSetup]
    public void Generate() => file = GeneratedFile.Of(Size).File;

    [Benchmark]
    public EmbeddedGraph Open() => GraphFile.Open(file);

    [IterationCleanup]
    public void LetGo()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
