using System.CommandLine;

namespace KnowledgeGraph.Cli.Options;

/// <summary>The day a report is for.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string[]> asOf = CliOption.Value("--as-of", "DAY", "Forecasts whose day has come by then are to be checked; today unless said.");

    internal void AddTo(VerbCommand command) => command.Add(asOf);

    internal bool IsGiven(CommandLineReader reader) => reader.Has(asOf);

    internal DateOnly AsOf(CommandLineReader reader, TimeProvider clock) => reader.Day(asOf) ?? DateOnly.FromDateTime(clock.GetLocalNow().Date);
}
