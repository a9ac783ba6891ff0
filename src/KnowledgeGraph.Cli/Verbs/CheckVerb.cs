using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg check</c>: reads a seed, its expectations and saved questions, and tells whether they are sound.</summary>
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
        using var waiting = new WaitingLine(host, "checking");
        var folder = SeedLocation.Resolve(named);
        if (File.Exists(folder))
        {
            return Task.FromResult(CheckFile(folder, host));
        }

        var result = SeedReader.Read(folder);
        var problems = Problems(folder, result);
        if (result.Facts is not { } facts || problems.Count > 0)
        {
            throw GraphSource.Invalid(folder, problems);
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

    /// <summary>A graph file was checked when it was made; what can have gone wrong since is that it holds other facts than its hash says.</summary>
    private static int CheckFile(string file, KgHost host)
    {
        var facts = GraphSource.ReadFile(file);
        if (FactSetHash.Of(facts) is var hash && hash != facts.DataHash)
        {
            throw new SeedException([], $"{file} holds data {hash}, but says that it is {facts.DataHash}; make it anew with kg build");
        }

        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong($"{file} is sound: "),
            $"{Plural.Of(facts.Facts.Count, "fact")}, {Plural.Of(facts.Nodes.Count, "node")}, {Plural.Of(facts.Sources.Count, "source")}, "
            + $"{Plural.Of(facts.Conflicts.Count, "conflict")}.");
        page.Line(0, Span.Faint($"Data {facts.DataHash}"));
        PageWriter.Write(page, host);
        return ExitCode.Found;
    }

    /// <summary>Of the seed, then of its expectations, which only a sound seed can be compared with, then of the saved questions.</summary>
    private static List<SeedProblem> Problems(string folder, SeedResult result)
    {
        var expectations = result.Facts is { } facts ? SeedExpectations.Check(folder, facts) : [];
        var questions = SavedQuestionReader.Read(Path.Combine(folder, "questions")).Problems;
        return [.. result.Problems, .. expectations, .. questions.Select(problem => problem with { File = "questions/" + problem.File })];
    }
}
