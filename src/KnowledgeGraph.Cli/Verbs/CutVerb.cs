using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg cut FROM TO</c>.</summary>
internal sealed class CutVerb : QuestionVerb<CutResult>
{
    private readonly Option<bool> hops = CliOption.Flag("--hops", "Cut hops from one node to another instead of nodes.");
    private readonly Option<string[]> k = CliOption.Value("-k", "N", "The N first of the smallest cuts instead of one.");
    private readonly Option<string[]> from = CliOption.Value("--from", "NODE", "A further node on FROM's side; may stand several times.");
    private readonly Option<string[]> to = CliOption.Value("--to", "NODE", "A further node on TO's side; may stand several times.");
    private readonly FilterOptions filter = new();

    internal CutVerb()
        : base("cut")
    {
        foreach (Option option in new Option[] { hops, k, from, to })
        {
            Command.Add(option);
        }

        filter.AddTo(Command);
        AddSharedOptions();
    }

    protected override Func<IGraphQueries, CancellationToken, Task<Question<CutResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("FROM", "TO");
        IReadOnlyList<string> dependents = [line.Operands[0], .. line.Values(from)];
        IReadOnlyList<string> dependedOn = [line.Operands[1], .. line.Values(to)];
        var (count, most, chosen) = (line.Whole(k, 1, SearchBounds.GreatestLimit, 1), filter.MaxHops(line), filter.Read(line));
        return async (queries, cancellation) => new CutQuestion
        {
            From = await FilterOptions.IdsAsync(dependents, queries, cancellation),
            To = await FilterOptions.IdsAsync(dependedOn, queries, cancellation),
            IsByHops = line.Has(hops),
            K = count,
            MaxHops = most,
            Filter = await FilterOptions.WithIdsAsync(chosen, queries, cancellation),
        };
    }

    protected override void Write(Page page, Answer<CutResult> answer, FactSet set) => CutPage.Write(page, answer, set);

    protected override string Headline(Answer<CutResult> answer, FactSet set) =>
        FilterWords.WithWarning(CutPage.Headline(answer, set), ((CutQuestion)answer.Question).Filter);

    protected override AnswerTable Table(Answer<CutResult> answer, FactSet set) => CutTable.Of(answer, set);
}
