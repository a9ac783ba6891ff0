using KnowledgeGraph.Benchmarks.Serving;

namespace KnowledgeGraph.Benchmarks;

/// <summary>A generated graph as lines and as a graph file, kept in the folder that <c>KG_BENCHMARKS</c> names, or in the temporary folder.</summary>
internal static class GeneratedFile
{
    /// <summary>Makes both anew.</summary>
    public static (string Lines, string File) Of(string size)
    {
        var folder = Environment.GetEnvironmentVariable("KG_BENCHMARKS") ?? Path.GetTempPath();
        var (lines, file) = (Path.Combine(folder, $"kg-{size}.jsonl"), Path.Combine(folder, $"kg-{size}.kgraph"));
        using (var to = new StreamWriter(lines))
        {
            GraphGenerator.Write(to, GraphSize.Of(size));
        }

        LoadPeer.Import(lines, file);
        return (lines, file);
    }
}
