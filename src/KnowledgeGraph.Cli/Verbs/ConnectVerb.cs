using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg connect A B</c>.</summary>
internal sealed class ConnectVerb : QuestionVerb<ConnectionsResult>
{
    private readonly Option<string[]> k = CliOption.Value("-k", "N", "The N first connections instead of all of the shortest.");
    private readonly Option<bool> certificate = CliOption.Flag(
        "--certificate", "With --json: add what shows that no connection is shorter, or that there is none; kg verify-answer checks it.");

    private readonly FilterOptions filter = new();

    internal ConnectVerb()
        : base("connect")
    {
        Command.Add(k);
        Command.Add(certificate);
        filter.AddAllButProductsTo(Command);
        AddSharedOptions();
    }

    protected override Option<bool>? JsonOnly => certificate;

    protected override bool CanExplain => true;

    protected override Func<IGraphQueries, CancellationToken, Task<Question<ConnectionsResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("A", "B");
        var (from, to) = (line.Operands[0], line.Operands[1]);
        int? count = line.Has(k) ? line.Whole(k, 1, SearchBounds.GreatestLimit, 1) : null;
        var (hops, chosen) = (filter.MaxHops(line), filter.Read(line));
        return async (queries, cancellation) => new ConnectQuestion
        {
            From = await NodeLookup.OneAsync(queries, from, cancellation),
            To = await NodeLookup.OneAsync(queries, to, cancellation),
            K = count,
            MaxHops = hops,
            WantsCertificate = line.Has(certificate),
            Filter = await FilterOptions.WithIdsAsync(chosen, queries, cancellation),
        };
    }

    protected override void Write(Page page, Answer<ConnectionsResult> answer, FactSet set) => ConnectPage.Write(page, answer, set);

    protected override string Headline(Answer<ConnectionsResult> answer, FactSet set) => $"{ConnectPage.Headline(answer, set)} {ConnectPage.Warning}";

    protected override AnswerTable Table(Answer<ConnectionsResult> answer, FactSet set) => PathsTable.Of(answer, set);
}
