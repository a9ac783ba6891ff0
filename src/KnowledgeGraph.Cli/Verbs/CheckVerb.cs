using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg check</c>: reads a seed, its expectations and saved questions, and tells whether they are sound.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Option<bool> report = CliOption.Flag("--report", "Add what kg stats tells: what each source contributes, where the facts are weak.");
    private readonly ReportOptions options = new();
    private readonly DataOptions data = new();

    internal CheckVerb()
        : base("check")
    {
        Command.Add(report);
        options.AddTo(Command);
        data.AddSeedTo(Command);
    }

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        var (asOf, isReported, named) = (options.AsOf(line, host.Clock), line.Has(report), data.ReadSeed(line));
        if (!isReported && options.IsGiven(line))
        {
            line.Complain("--as-of says for which day to report; add --report");
        }

        line.ThrowIfWrong();
        using var waiting = new WaitingLine(host, "checking");
        var found = SeedLocation.Resolve(named);
        var (facts, files) = File.Exists(found) ? (CheckFile(found), "") : CheckFolder(found);
        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong($"{found} is sound: "),
            $"{Plural.Of(facts.Facts.Count, "fact")}, {Plural.Of(facts.Nodes.Count, "node")}, {Plural.Of(facts.Sources.Count, "source")}, "
            + $"{Plural.Of(facts.Conflicts.Count, "conflict")}{files}.");
        page.Line(0, Span.Faint($"Data {facts.DataHash}"));
        if (isReported)
        {
            page.Blank();
            ReportPage.Write(page, DataReport.Of(facts, asOf), facts);
        }

        PageWriter.Write(page, host);
        return Task.FromResult(ExitCode.Found);
    }

    private static (FactSet Facts, string Files) CheckFolder(string folder)
    {
        var result = SeedReader.Read(folder);
        var problems = Problems(folder, result);
        return result.Facts is { } facts && problems.Count == 0
            ? (facts, $" in {Plural.Of(result.Counts.Files, "file")}")
            : throw GraphSource.Invalid(folder, problems);
    }

    /// <summary>A graph file was checked when it was made; what can have gone wrong since shows when all of it is read.</summary>
    private static FactSet CheckFile(string file) => GraphSource.OpenFile(file, GraphFile.Check).Facts;

    /// <summary>Of the seed, then of its expectations, which only a sound seed can be compared with, then of the saved questions.</summary>
    private static List<SeedProblem> Problems(string folder, SeedResult result)
    {
        var expectations = result.Facts is { } facts ? SeedExpectations.Check(folder, facts) : [];
        var questions = SavedQuestionReader.Read(Path.Combine(folder, "questions")).Problems;
        return [.. result.Problems, .. expectations, .. questions.Select(problem => problem with { File = "questions/" + problem.File })];
    }
}
