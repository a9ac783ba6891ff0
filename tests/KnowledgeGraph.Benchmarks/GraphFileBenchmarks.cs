using BenchmarkDotNet.Attributes;
using KnowledgeGraph.Benchmarks.Serving;
using KnowledgeGraph.Import;
using KnowledgeGraph.Query;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Benchmarks;

/// <summary>Import and questions on generated graphs, beside a bare scan of the same lines.</summary>
/// <remarks>Files are kept in the folder that <c>KG_BENCHMARKS</c> names, or in the temporary folder.</remarks>
[MemoryDiagnoser]
public class GraphFileBenchmarks
{
    private string lines = "";
    private string file = "";
    private EmbeddedQueries queries = null!;
    private int asked;

    /// <summary>The size; M takes minutes.</summary>
    [Params("S")]
    public string Size { get; set; } = "S";

    [GlobalSetup]
    public void Generate()
    {
        (lines, file) = GeneratedFile.Of(Size);
        queries = new EmbeddedQueries(GraphFile.Open(file));
    }

    [Benchmark(Baseline = true)]
    public long Scan() => LoadPeer.Scan(lines);

    [Benchmark]
    public ImportReport Import() => LoadPeer.Import(lines, file);

    [Benchmark]
    public async Task<Outcome> ShortestPath()
    {
        asked = (asked + 7) % 1000;
        var question = new PathQuestion { From = GraphGenerator.IdOf((asked * 10) + 3), To = GraphGenerator.IdOf((asked * 7 / 10 * 10) + 4) };
        return (await queries.AskAsync(question)).Outcome;
    }
}
