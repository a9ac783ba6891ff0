using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg upstream NODE</c> and <c>kg downstream NODE</c>.</summary>
internal sealed class TierVerb : QuestionVerb<TiersResult>
{
    private readonly bool isDownstream;
    private readonly Option<bool> closure = CliOption.Flag("--closure", "Everything at any distance, by chains on which a node may stand twice.");
    private readonly Option<bool> inTimeOrder = FilterOptions.InTimeOrder();
    private readonly FilterOptions filter = new();

    /// <param name="isDownstream">Whether to ask what depends on the node.</param>
    internal TierVerb(bool isDownstream)
        : base(isDownstream ? "downstream" : "upstream")
    {
        this.isDownstream = isDownstream;
        Command.Add(closure);
        Command.Add(inTimeOrder);
        filter.AddTo(Command);
        AddSharedOptions();
    }

    protected override bool CanExplain => true;

    protected override Func<IGraphQueries, CancellationToken, Task<Question<TiersResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("NODE");
        filter.RefuseMaxHopsBeside(closure, line);
        var (hops, chosen) = (filter.MaxHops(line), filter.Read(line));
        var (isClosure, isOrdered) = (line.Has(closure), line.Has(inTimeOrder));
        return async (queries, cancellation) => new TierQuestion
        {
            Anchor = await NodeLookup.OneAsync(queries, line.Operands[0], cancellation),
            IsDownstream = isDownstream,
            IsClosure = isClosure,
            IsOrderedInTime = isOrdered,
            MaxHops = hops,
            Filter = await FilterOptions.WithIdsAsync(chosen, queries, cancellation),
        };
    }

    protected override void Write(Page page, Answer<TiersResult> answer, FactSet set) => TiersPage.Write(page, answer, set);

    protected override string Headline(Answer<TiersResult> answer, FactSet set) =>
        FilterWords.WithWarning(TiersPage.Headline(answer, set), ((TierQuestion)answer.Question).Filter);

    protected override AnswerTable Table(Answer<TiersResult> answer, FactSet set) => TiersTable.Of(answer, set);
}
