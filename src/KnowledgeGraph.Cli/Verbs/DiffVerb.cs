using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg diff OLD NEW</c>: compares two seeds fact by fact, whatever files their facts stand in.</summary>
internal sealed class DiffVerb : Verb
{
    private readonly FormatOption format = new("table", "json", "csv", "md");

    internal DiffVerb()
        : base("diff") => format.AddTo(Command);

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands("OLD", "NEW");
        var form = format.Read(line);
        line.ThrowIfWrong();
        var (before, after) = (GraphSource.ReadNamed(line.Operands[0], host), GraphSource.ReadNamed(line.Operands[1], host));
        cancellation.ThrowIfCancellationRequested();
        var difference = FactSetDifference.Between(before, after);
        switch (form)
        {
            case "json":
                DifferenceJson.Write(host.Out, difference, before.DataHash, after.DataHash);
                break;
            case "csv":
                CsvTable.Write(host.Out, DifferenceTable.Of(difference));
                break;
            case "md":
                MarkdownTable.Write(host.Out, DifferencePage.Headline(difference), DifferenceTable.Of(difference), $"Data {before.DataHash} → {after.DataHash}");
                break;
            default:
                Print(difference, before, after, host);
                break;
        }

        return Task.FromResult(difference.IsEmpty ? ExitCode.Found : ExitCode.None);
    }

    private static void Print(FactSetDifference difference, FactSet before, FactSet after, KgHost host)
    {
        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong(DifferencePage.Headline(difference)));
        DifferencePage.Write(page, difference, before, after);
        page.Blank();
        page.Line(0, 2, Span.Faint(difference.IsEmpty ? $"Data {after.DataHash}" : $"Data {before.DataHash} → {after.DataHash}"));
        PageWriter.Write(page, host);
    }
}
