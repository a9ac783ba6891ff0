using System.Globalization;
using KnowledgeGraph.Export;
using KnowledgeGraph.Import;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Tells how far an import is: nothing within the first second, then at most a line a second.</summary>
/// <param name="host">Gives the clock and takes the lines, beside the answer.</param>
internal sealed class ImportProgressLine(KgHost host) : IProgress<ImportProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly long start = host.Clock.GetTimestamp();
    private long last = host.Clock.GetTimestamp();

    public void Report(ImportProgress value)
    {
        if (host.Clock.GetElapsedTime(last) >= Pause)
        {
            last = host.Clock.GetTimestamp();
            host.Error.WriteLine(PrintableText.Of(value.Input is null ? "all read; laying out the graph file" : Reading(value, host.Clock.GetElapsedTime(start))));
        }
    }

    /// <summary>Rate and remaining time go by what was read so far; of a pipe nobody knows how much is to come.</summary>
    private static string Reading(ImportProgress value, TimeSpan elapsed)
    {
        var rate = value.Lines / elapsed.TotalSeconds;
        var left = elapsed * ((double)(value.TotalBytes - value.DoneBytes) / Math.Max(value.DoneBytes, 1));
        var rejected = value.Rejects > 0 ? string.Create(CultureInfo.InvariantCulture, $", {value.Rejects:#,0} not taken") : "";
        var (share, rest) = value.DoneBytes > value.TotalBytes ? ("", "")
            : (string.Create(CultureInfo.InvariantCulture, $", {100.0 * value.DoneBytes / Math.Max(value.TotalBytes, 1):0} %"),
               string.Create(CultureInfo.InvariantCulture, $", about {left.TotalSeconds:0} s left"));
        return string.Create(CultureInfo.InvariantCulture, $"{value.Input}: {value.Lines:#,0} lines{rejected}{share}, {rate:#,0} lines a second{rest}");
    }
}
