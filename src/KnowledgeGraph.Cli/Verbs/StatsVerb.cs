using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg stats</c>: what the facts are made of, where they are weak, and which forecasts wait to be checked.</summary>
internal sealed class StatsVerb : Verb
{
    private readonly ReportOptions options = new();
    private readonly FormatOption format = new("table", "json", "csv", "md");
    private readonly DataOptions data = new();

    internal StatsVerb()
        : base("stats")
    {
        options.AddTo(Command);
        format.AddTo(Command);
        data.AddTo(Command);
    }

    internal override async Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        var (asOf, form, choice) = (options.AsOf(line, host.Clock), format.Read(line), data.Read(line));
        line.ThrowIfWrong();
        var facts = await GraphSource.ReadFactsAsync(choice, host, cancellation);
        var report = DataReport.Of(facts, asOf);
        switch (form)
        {
            case "json":
                ReportJson.Write(host.Out, report, facts.DataHash);
                break;
            case "csv":
                CsvTable.Write(host.Out, ReportTable.Of(report));
                break;
            case "md":
                MarkdownTable.Write(host.Out, ReportPage.Headline(report, facts), ReportTable.Of(report), $"Data {facts.DataHash}");
                break;
            default:
                var page = new Page(host.Screen.Width);
                ReportPage.Write(page, report, facts);
                page.Blank();
                page.Line(0, Span.Faint($"Data {facts.DataHash}"));
                PageWriter.Write(page, host);
                break;
        }

        return ExitCode.Found;
    }
}
