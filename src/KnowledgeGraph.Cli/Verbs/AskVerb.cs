using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query.Saved;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg ask NAME</c>: asks saved questions and tells whether the answers are those expected.</summary>
internal sealed class AskVerb : Verb
{
    private readonly Option<bool> all = CliOption.Flag("--all", "Ask every saved question.");
    private readonly Option<bool> list = CliOption.Flag("--list", "List the saved questions instead of asking them.");
    private readonly FormatOption format = new("table", "json");
    private readonly DataOptions data = new();

    internal AskVerb()
        : base("ask")
    {
        Command.Add(all);
        Command.Add(list);
        format.AddTo(Command);
        data.AddTo(Command);
    }

    internal override async Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.Exclude(all, list, "the one asks the questions, the other lists them");
        ExpectOneWay(line);
        var choice = data.Read(line);
        var isJson = format.Read(line) == "json";
        line.ThrowIfWrong();
        var saved = GraphSource.ReadQuestions(SeedLocation.ResolveFolder(choice.Seed, "a graph file holds no saved questions"));
        if (line.Has(list) && isJson)
        {
            SavedAnswerJson.WriteList(host.Out, saved);
            return ExitCode.Found;
        }

        if (line.Has(list))
        {
            return Print(host, page => AskPage.WriteList(page, saved), ExitCode.Found);
        }

        var asked = line.Has(all) ? saved : [Named(saved, line.Operands[0])];
        await using var source = GraphSource.Open(choice, host);
        var answers = new List<SavedAnswer>();
        foreach (var question in asked)
        {
            answers.Add(await question.AskAsync(source.Queries, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }

        var code = answers.TrueForAll(answer => answer.Differences.Count == 0) ? ExitCode.Found : ExitCode.None;
        if (isJson)
        {
            SavedAnswerJson.Write(host.Out, answers);
            return code;
        }

        return Print(host, page => AskPage.Write(page, answers, source.Ontology, isWhole: !line.Has(all)), code);
    }

    private void ExpectOneWay(CommandLineReader line)
    {
        var takesAll = line.Has(all) || line.Has(list);
        if (takesAll ? line.Operands.Count == 0 : line.Operands.Count == 1)
        {
            return;
        }

        var found = line.Operands.Count == 0 ? "nothing" : string.Join(", ", line.Operands.Select(word => $"\"{word}\""));
        line.Complain($"kg ask takes one NAME, or --all or --list in its place; found {found}{(takesAll ? " beside it" : "")}");
    }

    private static int Print(KgHost host, Action<Page> write, int code)
    {
        var page = new Page(host.Screen.Width);
        write(page);
        PageWriter.Write(page, host);
        return code;
    }

    /// <summary>The question of that name, or the only one whose name starts with it: q01 is enough.</summary>
    private static SavedQuestion Named(IReadOnlyList<SavedQuestion> saved, string name)
    {
        if (saved.FirstOrDefault(question => question.Name == name) is { } exact)
        {
            return exact;
        }

        var begun = saved.Where(question => question.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        var near = begun.Count > 1 ? [.. begun.Select(question => question.Name)] : NearestNames.To(name, saved.Select(question => question.Name));
        return begun.Count == 1
            ? begun[0]
            : throw new UsageException([
                $"no saved question is called \"{name}\"" + (near.Count > 0 ? $"; did you mean {string.Join(" or ", near)}?" : ""), "see `kg ask --list`"]);
    }
}
