using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Seed;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg pull</c>: writes a data set in Neo4j as a seed, hand edits included; or, with <c>--diff</c>, the edits alone into the seed.</summary>
internal sealed class PullVerb : Verb
{
    private const string Lines = "NAME.jsonl";
    private readonly DataOptions data = new();

    private readonly Option<string[]> folder = CliOption.Value(
        "--out", "DIR|FILE", $"Folder to write the seed to, empty or not there yet; or a file {Lines} for kg import, which may be of any size.");

    private readonly Option<bool> diff = CliOption.Flag(
        "--diff", "Instead, print what differs from the seed and write it into the seed's own files, for review.");

    internal PullVerb()
        : base("pull")
    {
        Command.Add(folder);
        Command.Add(diff);
        data.AddTo(Command);
    }

    internal override async Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        var choice = data.Read(line);
        var target = line.Single(folder);
        line.Exclude(folder, diff, "the one writes a new seed, the other into the seed that is there");
        if (choice.Store is null || (target is null && !line.Has(diff)))
        {
            line.Complain($"kg pull needs --store URI (or --store neo4j for the server in KG_NEO4J_URI) and --out DIR, --out {Lines} or --diff");
        }

        var isOfLines = target is not null && Path.GetExtension(target) == Path.GetExtension(Lines);
        if (isOfLines)
        {
            line.ExpectPlaceFor(folder, target!, Lines);
        }

        line.ThrowIfWrong();
        var options = StoreAddress.Read(choice.Store!, host);
        if (isOfLines)
        {
            return await WriteLinesAsync(target!, choice, options, host, cancellation);
        }

        if (target is not null)
        {
            RequireWritable("--out", () => SeedWriter.RequireEmpty(target));
        }

        var seed = SeedLocation.ResolveFolder(choice.Seed, target is null ? "a graph file cannot be edited" : "a graph file holds no ontology to copy");
        var known = GraphSource.ReadSeed(seed, host);
        await using var transport = StoreAddress.Connect(options, host.Clock);
        var dataset = choice.Dataset ?? StoreAddress.DefaultDataset;
        using var waiting = new WaitingLine(host, "reading");
        var reader = new Neo4jReader(transport, host.Clock);
        var facts = await reader.ReadAllAsync(dataset, known.Ontology, cancellation);
        var (what, page) = ($"Data set {dataset} at {transport.Endpoint}", new Page(host.Screen.Width));
        if (target is not null)
        {
            RequireWritable("--out", () => SeedWriter.Write(facts, Path.Combine(seed, "ontology.json"), target));
            RequireSound(target, facts);
            Write(page, $"{what} is written to {target}: ", facts);
        }
        else
        {
            WriteBack(page, what, seed, known, facts);
        }

        await HandDrawnLines.WriteAsync(page, reader, dataset, cancellation);
        page.Line(0, Span.Faint($"Data {facts.DataHash}"));
        PageWriter.Write(page, host);
        return ExitCode.Found;
    }

    /// <summary>Under a temporary name first, which is gone afterwards, so that a file of the name is always whole.</summary>
    private static async Task<int> WriteLinesAsync(string target, DataChoice choice, Neo4jOptions options, KgHost host, CancellationToken cancellation)
    {
        var ontology = GraphSource.ReadSeed(choice.Seed, host).Ontology;
        await using var transport = StoreAddress.Connect(options, host.Clock);
        var dataset = choice.Dataset ?? StoreAddress.DefaultDataset;
        using var progress = new LoadProgressLine(host);
        var (part, reader) = ($"{target}.{Environment.ProcessId}.part", new Neo4jReader(transport, host.Clock));
        DatasetLinesReport report;
        try
        {
            await using (var lines = new StreamWriter(part))
            {
                report = await reader.WriteLinesAsync(dataset, ontology, lines, progress, cancellation);
            }

            File.Move(part, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw UsageException.OfFile(error, "--out");
        }
        finally
        {
            File.Delete(part);
        }

        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong($"Data set {dataset} at {transport.Endpoint} is written to {target}: "),
            $"{Plural.Of(report.Facts, "fact")}, {Plural.Of(report.Nodes, "node")}, {Plural.Of(report.Sources, "source")}, {Plural.Of(report.Conflicts, "conflict")}. kg import makes a graph file of it and prints its hash.");
        await HandDrawnLines.WriteAsync(page, reader, dataset, cancellation);
        page.Line(0, Span.Faint($"Loaded as {report.LoadedHash}"));
        PageWriter.Write(page, host);
        return ExitCode.Found;
    }

    private static void WriteBack(Page page, string what, string seed, FactSet known, FactSet facts)
    {
        var difference = FactSetDifference.Between(known, facts);
        if (difference.IsEmpty)
        {
            page.Line(0, 2, Span.Strong($"{what} holds the facts of {seed}; nothing is written."));
            return;
        }

        var patch = SoundPatch(what, seed, difference, facts);
        RequireWritable("--seed", () => SeedWriter.Overwrite(seed, patch.Files));
        page.Line(0, 2, Span.Strong($"{what} differs from {seed}: {DifferencePage.Headline(difference)}"));
        DifferencePage.Write(page, difference, known, facts);
        page.Blank();
        var files = string.Join(", ", patch.Files.Select(file => file.Name));
        page.Line(0, 2, $"Written for review into {files} of {seed}; then kg load brings all of Neo4j to its state.");
    }

    /// <summary>Whoever edited the store by hand was held to no rule of the seed, so its files change only if they stay sound.</summary>
    private static SeedPatch SoundPatch(string what, string seed, FactSetDifference difference, FactSet facts)
    {
        var patch = SeedPatch.Of(seed, difference, facts);
        return patch.Result.Facts?.DataHash == facts.DataHash
            ? patch
            : throw new SeedException(
                [.. patch.Result.Problems.Select(problem => problem.ToString())],
                $"{what} is no sound seed, so {seed} is left as it is; put right in Neo4j what is named");
    }

    private static void RequireWritable(string option, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw UsageException.OfFile(error, option);
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

    private static void Write(Page page, string what, FactSet facts) => page.Line(
        0, 2, Span.Strong(what), $"{Plural.Of(facts.Facts.Count, "fact")}, {Plural.Of(facts.Nodes.Count, "node")}, "
        + $"{Plural.Of(facts.Sources.Count, "source")}, {Plural.Of(facts.Conflicts.Count, "conflict")}.");
}
