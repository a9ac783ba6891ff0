using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg build</c>: writes a seed as a graph file, which opens many times faster and takes its place.</summary>
internal sealed class BuildVerb : Verb
{
    private readonly DataOptions data = new();

    private readonly Option<string[]> file = CliOption.Value("--out", "FILE", $"The graph file to write, such as facts{GraphFile.Extension}.");

    internal BuildVerb()
        : base("build")
    {
        data.AddSeedTo(Command);
        Command.Add(file);
    }

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        var named = data.ReadSeed(line);
        var target = line.FileToWrite(file, $"facts{GraphFile.Extension}");
        line.ThrowIfWrong();
        var folder = SeedLocation.ResolveFolder(named, "kg build makes a graph file of a folder");
        var fingerprint = SeedFingerprint.Of(folder);
        var facts = GraphSource.ReadSeed(folder, host);
        try
        {
            GraphFile.Write(target, facts, fingerprint);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw UsageException.OfFile(error, "--out");
        }

        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong($"{target} is written: "),
            $"{Plural.Of(facts.Facts.Count, "fact")}, {Plural.Of(facts.Nodes.Count, "node")}. Ask it with --seed {target}.");
        page.Line(0, Span.Faint($"Data {facts.DataHash}"));
        PageWriter.Write(page, host);
        return Task.FromResult(ExitCode.Found);
    }
}
