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
    private readonly PathOptions paths = new();
    private readonly FilterOptions filter = new();

    internal PathVerb()
        : base("path")
    {
        paths.AddTo(Command);
        filter.AddTo(Command);
        AddSharedOptions();
    }

    protected override Option<bool>? JsonOnly => paths.Certificate;

    protected override bool CanExplain => true;

    protected override Func<IGraphQueries, CancellationToken, Task<Question<PathsResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("FROM", "TO");
        var typed = paths.Read(line) with { MaxHops = filter.MaxHops(line), Filter = filter.Read(line) };
        return async (queries, cancellation) => Sound(typed with
        {
            From = await NodeLookup.OneAsync(queries, typed.From, cancellation),
            To = await NodeLookup.OneAsync(queries, typed.To, cancellation),
            Via = await FilterOptions.IdsAsync(typed.Via, queries, cancellation),
            Filter = await FilterOptions.WithIdsAsync(typed.Filter, queries, cancellation),
        });
    }

    /// <summary>A path that must touch what it must avoid does not exist; typed at the command line, it is a slip.</summary>
    /// <exception cref="UsageException">FROM, TO or a node to pass through is to be avoided.</exception>
    private static PathQuestion Sound(PathQuestion question) =>
        question.Via.Append(question.From).Append(question.To).FirstOrDefault(question.Filter.AvoidNodes.Contains) is not { } asked
            ? question
            : throw new UsageException([$"--avoid {asked}: the path is to start there, end there or pass through it; leave one of the two out", "see `kg help path`"]);

    protected override void Write(Page page, Answer<PathsResult> answer, FactSet set) => PathsPage.Write(page, answer, set);

    protected override string Headline(Answer<PathsResult> answer, FactSet set) =>
        FilterWords.WithWarning(PathsPage.Headline(answer, set), ((PathQuestion)answer.Question).Filter);

    protected override AnswerTable Table(Answer<PathsResult> answer, FactSet set) => PathsTable.Of(answer, set);
}
