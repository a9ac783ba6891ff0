using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg load</c>: brings a data set in Neo4j to the state of a seed.</summary>
internal sealed class LoadVerb : Verb
{
    private const int GreatestBatchRows = 100_000;
    private readonly DataOptions data = new();

    private readonly Option<bool> takeOver = CliOption.Flag(
        "--take-over", "End another load of the same data set instead of waiting for it.");

    private readonly Option<string[]> batchRows = CliOption.Value(
        "--batch-rows", "N", "Commit after about N nodes or facts, and go on there if the load is broken off; until its end the data set counts as unfinished. "
        + "Unless said, up to 40,000 facts are loaded at once, all or nothing, and more in batches of 5,000.");

    internal LoadVerb()
        : base("load")
    {
        Command.Add(takeOver);
        Command.Add(batchRows);
        data.AddTo(Command);
    }

    internal override async Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        var choice = data.Read(line);
        if (choice.Store is null)
        {
            line.Complain("kg load needs --store URI, or --store neo4j for the server in KG_NEO4J_URI");
        }

        var rows = line.Whole(batchRows, 1, GreatestBatchRows, new LoaderOptions().BatchRows);
        line.ThrowIfWrong();
        var options = StoreAddress.Read(choice.Store!, host);
        var facts = GraphSource.ReadSeed(choice.Seed, host);
        await using var transport = StoreAddress.Connect(options, host.Clock);
        var loader = new Neo4jLoader(transport, new LoaderOptions { TakeOver = line.Has(takeOver), IsInBatches = line.Has(batchRows), BatchRows = rows }, host.Clock);
        using var progress = new LoadProgressLine(host);
        var report = await loader.LoadAsync(facts, choice.Dataset ?? StoreAddress.DefaultDataset, progress, cancellation);
        Print(report, transport.Endpoint, host);
        return ExitCode.Found;
    }

    private static void Print(LoadReport report, string endpoint, KgHost host)
    {
        var page = new Page(host.Screen.Width);
        foreach (var ended in report.EndedWriters)
        {
            page.Line(0, 2, Span.Caution($"Ended another load: {ended}"));
        }

        if (report.WasResumed)
        {
            page.Line(0, 2, "An earlier load of the same facts was broken off; this one went on there.");
        }

        var changed = report.Changes.IsEmpty ? "0 changes" : report.WasAtomic ? "loaded" : $"loaded in {report.CommitCount} commits";
        page.Line(0, 2, Span.Strong($"Data set {report.Dataset} at {endpoint}: {changed}."));
        page.Line(2, $"nodes      {report.Changes.Nodes}");
        page.Line(2, $"facts      {report.Changes.Facts}");
        page.Line(2, $"sources    {report.Changes.Sources}");
        page.Line(2, $"conflicts  {report.Changes.Conflicts}");
        if (!report.WasAtomic)
        {
            page.Line(2, string.Create(CultureInfo.InvariantCulture, $"written in {report.Writing.TotalSeconds:0.0} s, read back {report.ReadingBack.TotalSeconds:0.0} s later"));
        }

        page.Line(0, Span.Faint($"Data {report.DataHash}"));
        PageWriter.Write(page, host);
    }
}
