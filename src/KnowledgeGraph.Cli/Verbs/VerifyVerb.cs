using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg verify</c>: compares a data set in Neo4j with a seed, hand edits included; writes nothing.</summary>
internal sealed class VerifyVerb : Verb
{
    private const int MaxNamedIds = 20;
    private readonly DataOptions data = new();

    internal VerifyVerb()
        : base("verify") => data.AddTo(Command);

    internal override async Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        var choice = data.Read(line);
        if (choice.Store is null)
        {
            line.Complain("kg verify needs --store URI, or --store neo4j for the server in KG_NEO4J_URI");
        }

        line.ThrowIfWrong();
        var options = StoreAddress.Read(choice.Store!, host);
        var facts = GraphSource.ReadSeed(choice.Seed, host);
        var dataset = choice.Dataset ?? StoreAddress.DefaultDataset;
        await using var transport = StoreAddress.Connect(options, host.Clock);
        var reader = new Neo4jReader(transport, host.Clock);
        await reader.RequireAsync(dataset, cancellation);
        using var waiting = new WaitingLine(host, "comparing");
        var changes = await new Neo4jLoader(transport, null, host.Clock).DiffAsync(facts, dataset, cancellation);
        var page = new Page(host.Screen.Width);
        Write(page, $"Data set {dataset} at {transport.Endpoint}", changes);
        await HandDrawnLines.WriteAsync(page, reader, dataset, cancellation);
        page.Line(0, Span.Faint($"Data {facts.DataHash}"));
        PageWriter.Write(page, host);
        return changes.IsEmpty ? ExitCode.Found : ExitCode.None;
    }

    private static void Write(Page page, string what, DatasetChanges changes)
    {
        page.Line(0, 2, Span.Strong($"{what} {(changes.IsEmpty ? "is the same as" : "differs from")} the seed."));
        foreach (var difference in DifferenceText.Lines(changes, MaxNamedIds))
        {
            page.Line(2, 4, difference);
        }

        if (!changes.IsEmpty)
        {
            page.Line(2, 4, "kg pull --diff writes edits of facts into the seed, field by field; kg load undoes them.");
        }
    }
}
