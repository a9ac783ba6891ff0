using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Seed;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg check</c>: reads a seed and tells whether it is sound.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly DataOptions data = new();

    internal CheckVerb()
        : base("check") => data.AddSeedTo(Command);

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        var named = data.ReadSeed(line);
        line.ThrowIfWrong();
        var folder = SeedLocation.Resolve(named);
        var result = SeedReader.Read(folder);
        if (result.Facts is not { } facts)
        {
            throw GraphSource.Invalid(folder, result);
        }

        var counts = result.Counts;
        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong($"{folder} is sound: "),
            $"{Plural.Of(counts.Facts, "fact")}, {Plural.Of(counts.Nodes, "node")}, {Plural.Of(counts.Sources, "source")}, "
            + $"{Plural.Of(counts.Conflicts, "conflict")} in {Plural.Of(counts.Files, "file")}.");
        page.Line(0, Span.Faint($"Data {facts.DataHash}"));
        PageWriter.Write(page, host);
        return Task.FromResult(ExitCode.Found);
    }
}
