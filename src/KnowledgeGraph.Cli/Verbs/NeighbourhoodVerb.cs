using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg show NODE --hops N</c>.</summary>
internal sealed class NeighbourhoodVerb : QuestionVerb<TiersResult>
{
    private readonly Option<string[]> hops = CliOption.Value("--hops", "N", "What is around it too, up to N hops, 1 to 32: every fact read either way. The options below narrow that.");
    private readonly FilterOptions filter = new();

    internal NeighbourhoodVerb()
        : base("show")
    {
        AddOwnTo(Command);
        AddSharedOptions();
    }

    /// <summary>Adds its own options to a verb that hands over to it.</summary>
    internal void AddOwnTo(VerbCommand command)
    {
        command.Add(hops);
        filter.AddFactsTo(command);
    }

    internal bool IsAsked(CommandLineReader line) => line.Has(hops);

    /// <summary>Without hops everything known of the node is shown, so that a filter would be a slip.</summary>
    internal void RefuseFilters(CommandLineReader line)
    {
        foreach (var option in filter.Given(line))
        {
            line.Complain($"{option} narrows what is around a node; say how far with --hops N");
        }
    }

    protected override Func<IGraphQueries, CancellationToken, Task<Question<TiersResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("NODE");
        var (most, chosen) = (line.Whole(hops, 1, PathQuestion.GreatestMaxHops, 1), filter.Read(line));
        return async (queries, cancellation) => new NeighbourhoodQuestion
        {
            Anchor = await NodeLookup.OneAsync(queries, line.Operands[0], cancellation),
            MaxHops = most,
            Filter = await FilterOptions.WithIdsAsync(chosen, queries, cancellation),
        };
    }

    protected override void Write(Page page, Answer<TiersResult> answer, FactSet set) => NeighbourhoodPage.Write(page, answer, set);

    protected override string Headline(Answer<TiersResult> answer, FactSet set) =>
        answer.Outcome == Outcome.Found ? $"{NeighbourhoodPage.Headline(answer, set)} {ConnectPage.Warning}" : NeighbourhoodPage.Headline(answer, set);

    protected override AnswerTable Table(Answer<TiersResult> answer, FactSet set) => TiersTable.Of(answer, set);
}
