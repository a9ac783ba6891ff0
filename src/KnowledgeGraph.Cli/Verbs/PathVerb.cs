using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg path FROM TO</c>.</summary>
internal sealed class PathVerb : QuestionVerb<PathsResult>
{
    private readonly Option<string[]> k = CliOption.Value("-k", "N", "The N first paths by hops instead of all shortest.");
    private readonly Option<bool> all = CliOption.Flag("--all", "All paths within --max-hops.");
    private readonly FilterOptions filter = new();

    internal PathVerb()
        : base("path")
    {
        Command.Add(k);
        Command.Add(all);
        filter.AddTo(Command);
        AddSharedOptions();
    }

    protected override Func<IGraphQueries, CancellationToken, Task<Question<PathsResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("FROM", "TO");
        line.Exclude(k, all, "the one asks for the first few paths, the other for every path");
        var count = line.Whole(k, 1, SearchBounds.GreatestLimit, 1);
        var mode = line.Has(all) ? PathMode.All : line.Has(k) ? PathMode.KShortest : PathMode.Shortest;
        var (hops, chosen) = (filter.MaxHops(line), filter.Read(line));
        return async (queries, cancellation) => new PathQuestion
        {
            From = await NodeLookup.OneAsync(queries, line.Operands[0], cancellation),
            To = await NodeLookup.OneAsync(queries, line.Operands[1], cancellation),
            Mode = mode,
            K = count,
            MaxHops = hops,
            Filter = chosen,
        };
    }

    protected override void Write(Page page, Answer<PathsResult> answer, FactSet set) => PathsPage.Write(page, answer, set);

    protected override string Headline(Answer<PathsResult> answer, FactSet set) =>
        FilterWords.WithWarning(PathsPage.Headline(answer, set), ((PathQuestion)answer.Question).Filter);

    protected override AnswerTable Table(Answer<PathsResult> answer, FactSet set) => PathsTable.Of(answer, set);
}
