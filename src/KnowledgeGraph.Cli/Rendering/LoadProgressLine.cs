using System.Globalization;
using KnowledgeGraph.Export;
using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Tells how far a load is, a line a second, also while the server lets it wait.</summary>
/// <param name="host">Gives the clock and takes the lines, beside the answer.</param>
internal sealed class LoadProgressLine(KgHost host) : IProgress<LoadProgress>, IDisposable
{
    private readonly WaitingLine waiting = new(host, "connecting");

    public void Report(LoadProgress value)
    {
        var rows = value.TotalRows > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {value.DoneRows:#,0} of {value.TotalRows:#,0} rows")
            : "";
        waiting.Work = PrintableText.Of($"{value.Step}{rows}");
    }

    public void Dispose() => waiting.Dispose();
}
