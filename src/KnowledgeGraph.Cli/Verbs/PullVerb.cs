using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Seed;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg pull</c>: writes a data set in Neo4j as a seed, hand edits included.</summary>
internal sealed class PullVerb : Verb
{
    private readonly DataOptions data = new();

    private readonly Option<string[]> folder = CliOption.Value(
        "--out", "DIR", "Folder to write the seed to; empty or not there yet.");

    internal PullVerb()
        : base("pull")
    {
        data.AddTo(Command);
        Command.Add(folder);
    }

    internal override async Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        var choice = data.Read(line);
        var target = line.Single(folder);
        if (choice.Store is null || target is null)
        {
            line.Complain("kg pull needs --store URI (or --store neo4j for the server in KG_NEO4J_URI) and --out DIR");
        }

        line.ThrowIfWrong();
        var options = StoreAddress.Read(choice.Store!, host);
        RequireWritable(() => SeedWriter.RequireEmpty(target!));
        var ontologyFile = Path.Combine(SeedLocation.ResolveFolder(choice.Seed, "a graph file holds no ontology to copy"), "ontology.json");
        var ontology = GraphSource.ReadSeed(choice.Seed, host).Ontology;
        await using var transport = StoreAddress.Connect(options, host.Clock);
        var dataset = choice.Dataset ?? StoreAddress.DefaultDataset;
        using var waiting = new WaitingLine(host, "reading");
        var facts = await new Neo4jReader(transport, host.Clock).ReadAllAsync(dataset, ontology, cancellation);
        RequireWritable(() => SeedWriter.Write(facts, ontologyFile, target!));
        RequireSound(target!, facts);
        Print($"Data set {dataset} at {transport.Endpoint} is written to {target}: ", facts, host);
        return ExitCode.Found;
    }

    private static void RequireWritable(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException([$"--out: {error.Message}"]);
        }
    }

    /// <summary>Whoever edited the store by hand was held to no rule of the seed.</summary>
    private static void RequireSound(string target, FactSet facts)
    {
        var result = SeedReader.Read(target);
        if (result.Facts?.DataHash != facts.DataHash)
        {
            throw new SeedException(
                [.. result.Problems.Select(problem => problem.ToString())],
                $"{target}: written, but what stands in Neo4j is no sound seed; put right what is named, here or there");
        }
    }

    private static void Print(string what, FactSet facts, KgHost host)
    {
        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong(what), $"{Plural.Of(facts.Facts.Count, "fact")}, {Plural.Of(facts.Nodes.Count, "node")}, "
            + $"{Plural.Of(facts.Sources.Count, "source")}, {Plural.Of(facts.Conflicts.Count, "conflict")}.");
        page.Line(0, Span.Faint($"Data {facts.DataHash}"));
        PageWriter.Write(page, host);
    }
}
