using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Import;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg import FILE…</c>: makes a graph file of facts by the million.</summary>
internal sealed class ImportVerb : Verb
{
    private const int ShownReasons = 10;

    private readonly Option<string[]> file = CliOption.Value("--out", "FILE", $"The graph file to write, such as facts{GraphFile.Extension}.");
    private readonly Option<string[]> ontology = CliOption.Value("--ontology", "FILE", "The vocabulary, with followthemoney.json beside it; unless said, ontology.json of graph-seed here or in the nearest folder above.");
    private readonly Option<string[]> rejects = CliOption.Value("--rejects", "FILE", "Where lines that are not taken are named, with the reason; unless said, the graph file's name and .rejects.txt.");
    private readonly Option<string[]> enteredOn = CliOption.Value("--entered-on", "DAY", "When entities that do not say so count as entered; unless said, today.");

    internal ImportVerb()
        : base("import")
    {
        Command.Add(file);
        Command.Add(ontology);
        Command.Add(rejects);
        Command.Add(enteredOn);
    }

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectAtLeast("FILE");
        var target = line.FileToWrite(file, $"facts{GraphFile.Extension}");
        var day = line.Day(enteredOn) ?? DateOnly.FromDateTime(host.Clock.GetLocalNow().DateTime);
        var vocabulary = line.Single(ontology);
        var refused = line.Single(rejects) ?? target + ".rejects.txt";
        if (line.Has(rejects))
        {
            line.ExpectPlaceFor(rejects, refused, "rejects.txt");
        }

        foreach (var complaint in line.Operands.Select(input => ImportInput.Complaint(input, [target, refused])).OfType<string>())
        {
            line.Complain(complaint);
        }

        line.ThrowIfWrong();
        vocabulary ??= Path.Combine(SeedLocation.ResolveFolder(null, "a graph file is no vocabulary"), "ontology.json");
        var plan = new ImportPlan
        {
            Inputs = line.Operands,
            Target = target,
            Ontology = vocabulary,
            Mapping = line.Operands.Any(ImportPlan.HoldsEntities) ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(vocabulary))!, "followthemoney.json") : null,
            Rejects = refused,
            EnteredOn = PartialDate.FromDay(day),
        };
        return Task.FromResult(Run(plan, host, cancellation));
    }

    private static int Run(ImportPlan plan, KgHost host, CancellationToken cancellation)
    {
        try
        {
            var (report, problems) = BulkImport.Run(plan, new ImportProgressLine(host), cancellation);
            Print(report ?? throw new SeedException([.. problems.Select(problem => problem.ToString())], "nothing was imported"), plan, host);
            return report.RejectCount > 0 || report.Written.IsEmpty ? ExitCode.InvalidSeed : ExitCode.Found;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw UsageException.OfFile(error);
        }
    }

    private static void Print(ImportReport report, ImportPlan plan, KgHost host)
    {
        var (page, written) = (new Page(host.Screen.Width), report.Written);
        if (written.IsEmpty)
        {
            page.Line(0, 2, Span.Strong("Nothing is written: "), $"{Lines(report)} read, none taken{(File.Exists(plan.Target) ? $"; {plan.Target} stays as it was" : "")}.");
        }
        else
        {
            page.Line(0, 2, Span.Strong($"{plan.Target} is written: "),
                $"{Plural.Of(written.Facts, "fact")}, {Plural.Of(written.Nodes, "node")}, {Plural.Of(written.Sources, "source")}, {Plural.Of(written.Conflicts, "conflict")}"
                + $"{(report.Lines == 0 ? "" : $" of {Lines(report)}")}. Ask it with --seed {plan.Target}.");
        }

        if (report.RejectCount > 0)
        {
            page.Line(0, 2, Span.Caution($"{Number(report.RejectCount)} not taken, named in {plan.Rejects}:"));
            List(page, report.Rejects);
        }

        if (report.LeftOut.Count > 0)
        {
            page.Line(0, 2, "Read and not kept:");
            List(page, report.LeftOut);
        }

        if (!written.IsEmpty)
        {
            page.Line(0, Span.Faint($"Data {written.DataHash}"));
        }

        PageWriter.Write(page, host);
    }

    private static void List(Page page, IReadOnlyList<ImportCount> counts)
    {
        foreach (var count in counts.Take(ShownReasons))
        {
            page.Line(2, 4, $"{Number(count.Count)} × {count.What}, first: {count.Example}");
        }

        if (counts.Count > ShownReasons)
        {
            page.Line(2, $"and {counts.Count - ShownReasons} more, {Number(counts.Skip(ShownReasons).Sum(count => count.Count))} in all");
        }
    }

    private static string Lines(ImportReport report) => $"{Number(report.Lines)} {(report.Lines == 1 ? "line" : "lines")}";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
