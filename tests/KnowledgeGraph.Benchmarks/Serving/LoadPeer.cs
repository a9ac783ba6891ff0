using System.Text.Json;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Import;

namespace KnowledgeGraph.Benchmarks.Serving;

/// <summary>JSON lines to a ready graph file, beside a bare scan of the same bytes in the same process.</summary>
internal static class LoadPeer
{
    /// <summary>Answers from then on: scans with the number of tokens, imports with the number of facts.</summary>
    public static void Serve(string lines)
    {
        using var file = new TemporaryFile();
        PeerLoop.Serve(
            new Dictionary<string, Func<int[], string>>
            {
                ["scan"] = _ => $"{Scan(lines)}",
                ["import"] = _ => $"{Import(lines, file.Path).Written.Facts}",
            },
            TimeSpan.Zero,
            0);
    }

    /// <summary>Every token of every line, and nothing done with it.</summary>
    public static long Scan(string lines)
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

    /// <exception cref="InvalidDataException">The vocabulary beside the program is not sound.</exception>
    public static ImportReport Import(string lines, string target)
    {
        var (report, problems) = BulkImport.Run(new ImportPlan
        {
            Inputs = [lines],
            Target = target,
            Ontology = Path.Combine(AppContext.BaseDirectory, "ontology.json"),
            Rejects = target + ".rejects.txt",
            EnteredOn = PartialDate.Parse("2026-01-01"),
        });
        return report ?? throw new InvalidDataException(string.Join('\n', problems));
    }

    private sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"kg-load-{Environment.ProcessId}.kgraph");

        public void Dispose() => File.Delete(Path);
    }
}
