using System.Globalization;
using System.Runtime.InteropServices;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>The machine that measured.</summary>
internal static class Machine
{
    private const double Gibibyte = 1024.0 * 1024 * 1024;

    /// <summary>Processor, cores, memory, system and day, in a sentence.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte:0} GiB, {RuntimeInformation.OSDescription}, {DateTime.UtcNow:yyyy-MM-dd}");

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        var line = System.IO.File.Exists(File) ? System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
