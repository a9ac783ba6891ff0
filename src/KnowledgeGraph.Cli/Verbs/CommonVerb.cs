using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg common A B …</c>.</summary>
internal sealed class CommonVerb : QuestionVerb<CommonResult>
{
    private readonly Option<bool> inTimeOrder = FilterOptions.InTimeOrder();
    private readonly FilterOptions filter = new();

    internal CommonVerb()
        : base("common")
    {
        Command.Add(inTimeOrder);
        filter.AddTo(Command);
        AddSharedOptions();
    }

    protected override bool CanExplain => true;

    protected override Func<IGraphQueries, CancellationToken, Task<Question<CommonResult>>> Read(CommandLineReader line)
    {
        line.ExpectAtLeast("A", "B");
        var (names, hops, chosen, isOrdered) = (line.Operands, filter.MaxHops(line), filter.Read(line), line.Has(inTimeOrder));
        return async (queries, cancellation) => new CommonQuestion
        {
            Anchors = await FilterOptions.IdsAsync(names, queries, cancellation),
            MaxHops = hops,
            IsOrderedInTime = isOrdered,
            Filter = await FilterOptions.WithIdsAsync(chosen, queries, cancellation),
        };
    }

    protected override void Write(Page page, Answer<CommonResult> answer, FactSet set) => CommonPage.Write(page, answer, set);

    protected override string Headline(Answer<CommonResult> answer, FactSet set) =>
        FilterWords.WithWarning(CommonPage.Headline(answer, set), ((CommonQuestion)answer.Question).Filter);

    protected override AnswerTable Table(Answer<CommonResult> answer, FactSet set) => CommonTable.Of(answer, set);
}
