using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg facts</c>.</summary>
internal sealed class FactsVerb : QuestionVerb<FactsResult>
{
    private readonly PatternOptions pattern = new();
    private readonly Option<string[]> select = CliOption.Value("--select", "PLACE,…", "Gather the nodes of a place: subject, object or role:NAME.");

    internal FactsVerb()
        : base("facts")
    {
        pattern.AddTo(Command);
        Command.Add(select);
        AddSharedOptions();
    }

    protected override Func<IGraphQueries, CancellationToken, Task<Question<FactsResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands();
        var (read, places) = (pattern.Read(line), line.List(select));
        return async (queries, cancellation) => new FactsQuestion { Pattern = await read(queries, cancellation), Select = places };
    }

    protected override void Write(Page page, Answer<FactsResult> answer, FactSet set) => FactsPage.Write(page, answer, set);

    protected override string Headline(Answer<FactsResult> answer, FactSet set) => FactsPage.Headline(answer);

    protected override AnswerTable Table(Answer<FactsResult> answer, FactSet set) => FactsTable.Of(answer, set);
}
