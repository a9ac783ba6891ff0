using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg bridges NODE</c>.</summary>
internal sealed class BridgesVerb : QuestionVerb<BridgesResult>
{
    private readonly Option<string[]> maxHops = CliOption.Value("--max-hops", "N", "Only what is within N hops, 1 to 32; any distance unless said.");
    private readonly FilterOptions filter = new();

    internal BridgesVerb()
        : base("bridges")
    {
        Command.Add(maxHops);
        filter.AddFactsTo(Command);
        AddSharedOptions();
    }

    protected override Func<IGraphQueries, CancellationToken, Task<Question<BridgesResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("NODE");
        int? hops = line.Has(maxHops) ? line.Whole(maxHops, 1, PathQuestion.GreatestMaxHops, 1) : null;
        var chosen = filter.Read(line);
        return async (queries, cancellation) => new BridgesQuestion
        {
            Anchor = await NodeLookup.OneAsync(queries, line.Operands[0], cancellation),
            MaxHops = hops,
            Filter = await FilterOptions.WithIdsAsync(chosen, queries, cancellation),
        };
    }

    protected override void Write(Page page, Answer<BridgesResult> answer, FactSet set) => BridgesPage.Write(page, answer, set);

    protected override string Headline(Answer<BridgesResult> answer, FactSet set) =>
        answer.Outcome == Outcome.Found ? $"{BridgesPage.Headline(answer, set)} {ConnectPage.Warning}" : BridgesPage.Headline(answer, set);

    protected override AnswerTable Table(Answer<BridgesResult> answer, FactSet set) => BridgesTable.Of(answer, set);
}
