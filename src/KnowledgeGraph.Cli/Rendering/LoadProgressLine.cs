using System.Globalization;
using KnowledgeGraph.Export;
using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Tells how far a load is: nothing within the first second, then at most a line a second.</summary>
/// <param name="host">Gives the clock and takes the lines, beside the answer.</param>
internal sealed class LoadProgressLine(KgHost host) : IProgress<LoadProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long last = host.Clock.GetTimestamp();

    public void Report(LoadProgress value)
    {
        if (host.Clock.GetElapsedTime(last) < Pause)
        {
            return;
        }

        last = host.Clock.GetTimestamp();
        var rows = value.TotalRows > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {value.DoneRows:#,0} of {value.TotalRows:#,0} rows")
            : "";
        host.Error.WriteLine(PrintableText.Of($"{value.Step}{rows}"));
    }
}
