using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KnowledgeGraph.Benchmarks.Serving;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// Times the import of a file of lines beside a bare scan of the same lines with <see cref="Utf8JsonReader"/>, by turns in one process:
/// into memory (a file system in memory: all ids, columns, records, checksums and the hash are there, ready to be opened), and onto the
/// disk. One thread is used where <c>DOTNET_PROCESSOR_COUNT</c> is 1, two otherwise.
/// </summary>
public static class ImportMeasurements
{
    private const int Rounds = 9;
    private const int RoundsNotCounted = 3;

    /// <summary>Measures, and prints medians of the time that passed and of the processor time, also as multiples of the scan's.</summary>
    /// <param name="lines">The file of lines.</param>
    /// <param name="memoryFolder">A folder in memory, such as /dev/shm.</param>
    /// <param name="diskFolder">A folder on the disk.</param>
    public static void Run(string lines, string memoryFolder, string diskFolder)
    {
        (string What, Action Work)[] works =
        [
            ("scan", () => LoadPeer.Scan(lines)),
            ("ready graph", () => Import(lines, memoryFolder)),
            ("on the disk", () => Import(lines, diskFolder)),
        ];
        List<Spent>[] spent = [[], [], []];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                var times = TimesOf(works[i].Work);
                spent[i].AddRange(round >= RoundsNotCounted ? [times] : []);
            }
        }

        Print(works.Select(work => work.What), Array.ConvertAll(spent, times => new Spent(Median(times, time => time.Seconds), Median(times, time => time.Processor))));
    }

    private static void Print(IEnumerable<string> names, Spent[] medians)
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors, medians of {Rounds - RoundsNotCounted} rounds");
        foreach (var (what, time) in names.Zip(medians))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what,-12} {time.Seconds:0.000} s {time.Seconds / medians[0].Seconds:0.00} x   processor {time.Processor:0.000} s {time.Processor / medians[0].Processor:0.00} x"));
        }
    }

    private static Spent TimesOf(Action work)
    {
        GC.Collect();
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        work();
        return new Spent(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static double Median(List<Spent> times, Func<Spent, double> value) => times.Select(value).Order().ElementAt(times.Count / 2);

    private static void Import(string lines, string folder)
    {
        var target = Path.Combine(folder, "measured.kgraph");
        try
        {
            if (LoadPeer.Import(lines, target).RejectCount > 0)
            {
                throw new InvalidDataException($"{lines} is not taken whole");
            }
        }
        finally
        {
            File.Delete(target);
        }
    }

    /// <param name="Seconds">The time that passed.</param>
    /// <param name="Processor">The time of all processors, in seconds.</param>
    private readonly record struct Spent(double Seconds, double Processor);
}
