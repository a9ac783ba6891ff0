using System.Text.Json;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Import;

namespace KnowledgeGraph.Benchmarks.Serving;

/// <summary>JSON lines to a ready graph file, beside a bare scan of the same bytes in the same process.</summary>
internal static class LoadPeer
{
    private const int BufferBytes = 1 << 20;

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

    /// <summary>Reads the file by the mebibyte and looks at every token of every line, and does nothing with it.</summary>
    public static long Scan(string lines)
    {
        using var file = File.OpenRead(lines);
        var (buffer, kept, tokens) = (new byte[BufferBytes], 0, 0L);
        for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var rest = buffer.AsSpan(0, kept + read);
            for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
            {
                tokens += TokensOf(rest[..end]);
            }

            rest.CopyTo(buffer);
            kept = rest.Length;
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

    private static long TokensOf(ReadOnlySpan<byte> line)
    {
        var tokens = 0;
        for (var reader = new Utf8JsonReader(line); reader.Read();)
        {
            tokens++;
        }

        return tokens;
    }

    private sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"kg-load-{Environment.ProcessId}.kgraph");

        public void Dispose() => File.Delete(Path);
    }
}
