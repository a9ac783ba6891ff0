using System.Globalization;
using KnowledgeGraph.Export;
using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Tells how far a load is, a line a second, also while the server lets it wait.</summary>
/// <param name="host">Gives the clock and takes the lines, beside the answer.</param>
internal sealed class LoadProgressLine(KgHost host) : IProgress<LoadProgress>, IDisposable
{
    private readonly WaitingLine waiting = new(host, "connecting");
    private (LoadProgress Value, long At)? first;
    private long last;

    public void Report(LoadProgress value)
    {
        var rows = value.TotalRows > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {value.DoneRows:#,0} of {value.TotalRows:#,0} {value.Counted}{Pace(value)}")
            : "";
        waiting.Work = PrintableText.Of($"{value.Step}{rows}");
    }

    /// <summary>
    /// Rate and remaining time go by what was done since the first report of the same count, or since the count last fell back, as it
    /// does when a block is written again.
    /// </summary>
    private string Pace(LoadProgress value)
    {
        var isAhead = value.DoneRows >= last;
        last = value.DoneRows;
        if (first is not { } start || start.Value.TotalRows != value.TotalRows || !isAhead)
        {
            first = (value, host.Clock.GetTimestamp());
            return "";
        }

        var rate = (value.DoneRows - start.Value.DoneRows) / Math.Max(host.Clock.GetElapsedTime(start.At).TotalSeconds, 0.001);
        return rate < 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {rate:#,0} a second, about {(value.TotalRows - value.DoneRows) / rate:0} s left");
    }

    public void Dispose() => waiting.Dispose();
}
