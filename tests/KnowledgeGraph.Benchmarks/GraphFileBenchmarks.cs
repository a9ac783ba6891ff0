using System.Text.Json;
using BenchmarkDotNet.Attributes;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Import;
using KnowledgeGraph.Query;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Benchmarks;

/// <summary>Import, opening and questions on generated graphs, beside a bare scan of the same lines.</summary>
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
        var folder = Environment.GetEnvironmentVariable("KG_BENCHMARKS") ?? Path.GetTempPath();
        (lines, file) = (Path.Combine(folder, $"kg-{Size}.jsonl"), Path.Combine(folder, $"kg-{Size}.kgraph"));
        using (var to = new StreamWriter(lines))
        {
            GraphGenerator.Write(to, GraphSize.Of(Size));
        }

        Import();
        queries = new EmbeddedQueries(GraphFile.Open(file));
    }

    [Benchmark(Baseline = true)]
    public long Scan()
    {
        var (tokens, bytes) = (0L, File.ReadAllBytes(lines));
        for (var rest = bytes.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var reader = new Utf8JsonReader(rest[..end]);
            while (reader.Read())
            {
                tokens++;
            }

            rest = rest[(end + 1)..];
        }

        return tokens;
    }

    [Benchmark]
    public ImportReport? Import() => BulkImport.Run(new ImportPlan
    {
        Inputs = [lines],
        Target = file,
        Ontology = Path.Combine(AppContext.BaseDirectory, "ontology.json"),
        Rejects = file + ".rejects.txt",
        EnteredOn = PartialDate.Parse("2026-01-01"),
    }).Report;

    [Benchmark]
    public EmbeddedGraph Open() => GraphFile.Open(file);

    [Benchmark]
    public async Task<Outcome> ShortestPath()
    {
        asked = (asked + 7) % 1000;
        var question = new PathQuestion { From = GraphGenerator.IdOf((asked * 10) + 3), To = GraphGenerator.IdOf((asked * 7 / 10 * 10) + 4) };
        return (await queries.AskAsync(question)).Outcome;
    }
}
