using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Import;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// Times the import of a file of lines beside a bare scan of the same lines with <see cref="Utf8JsonReader"/>, by turns in one process: into
/// memory (a file system in memory: all ids, columns, records, checksums and the hash are there, ready to be opened), and onto the disk. One thread is used where <c>DOTNET_PROCESSOR_COUNT</c> is 1, two otherwise.
/// </summary>
public static class ImportMeasurements
{
    private const int Rounds = 9;
    private const int RoundsNotCounted = 3;

    /// <summary>Measures, and prints medians.</summary>
    /// <param name="lines">The file of lines.</param>
    /// <param name="memoryFolder">A folder in memory, such as /dev/shm.</param>
    /// <param name="diskFolder">A folder on the disk.</param>
    public static void Run(string lines, string memoryFolder, string diskFolder)
    {
        List<double> scans = [], inMemory = [], onDisk = [];
        for (var round = 0; round < Rounds; round++)
        {
            var times = (Seconds(() => Scan(lines)), Seconds(() => Import(lines, memoryFolder)), Seconds(() => Import(lines, diskFolder)));
            if (round >= RoundsNotCounted)
            {
                scans.Add(times.Item1);
                inMemory.Add(times.Item2);
                onDisk.Add(times.Item3);
            }
        }

        var scan = Median(scans);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Environment.ProcessorCount} processors, medians of {Rounds - RoundsNotCounted} rounds
            scan          {scan:0.000} s
            ready graph   {Median(inMemory):0.000} s  {Median(inMemory) / scan:0.00} x
            on the disk   {Median(onDisk):0.000} s  {Median(onDisk) / scan:0.00} x
            """));
    }

    private static double Seconds(Action work)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Reads every token of every line, a quarter of a megabyte of the file at a time.</summary>
    private static void Scan(string lines)
    {
        using var file = new FileStream(lines, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var (buffer, kept, read) = (new byte[1 << 18], 0, 0);
        while ((read = file.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var rest = buffer.AsSpan(0, kept + read);
            for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
            {
                var reader = new Utf8JsonReader(rest[..end]);
                while (reader.Read())
                {
                }
            }

            rest.CopyTo(buffer);
            kept = rest.Length;
        }
    }

    private static void Import(string lines, string folder)
    {
        var target = Path.Combine(folder, "measured.kgraph");
        try
        {
            var report = BulkImport.Run(new ImportPlan
            {
                Inputs = [lines],
                Target = target,
                Ontology = Path.Combine(AppContext.BaseDirectory, "ontology.json"),
                Rejects = target + ".rejects.txt",
                EnteredOn = PartialDate.Parse("2026-01-01"),
            }).Report;
            if (report is null || report.RejectCount > 0)
            {
                throw new InvalidDataException($"{lines} is not taken whole");
            }
        }
        finally
        {
            File.Delete(target);
        }
    }
}
