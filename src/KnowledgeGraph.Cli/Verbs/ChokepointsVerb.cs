using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg chokepoints NODE</c>.</summary>
internal sealed class ChokepointsVerb : QuestionVerb<ChokepointsResult>
{
    private readonly FilterOptions filter = new();

    internal ChokepointsVerb()
        : base("chokepoints")
    {
        filter.AddTo(Command);
        AddSharedOptions();
    }

    protected override Func<IGraphQueries, CancellationToken, Task<Question<ChokepointsResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("NODE");
        var (hops, chosen) = (filter.MaxHops(line), filter.Read(line));
        return async (queries, cancellation) => new ChokepointsQuestion
        {
            Target = await NodeLookup.OneAsync(queries, line.Operands[0], cancellation),
            MaxHops = hops,
            Filter = await FilterOptions.WithIdsAsync(chosen, queries, cancellation),
        };
    }

    protected override void Write(Page page, Answer<ChokepointsResult> answer, FactSet set) => ChokepointsPage.Write(page, answer, set);

    protected override string Headline(Answer<ChokepointsResult> answer, FactSet set) =>
        FilterWords.WithWarning(ChokepointsPage.Headline(answer, set), ((ChokepointsQuestion)answer.Question).Filter);

    protected override AnswerTable Table(Answer<ChokepointsResult> answer, FactSet set) => ChokepointsTable.Of(answer, set);
}
