using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg alternatives NODE</c>.</summary>
internal sealed class AlternativesVerb : QuestionVerb<AlternativesResult>
{
    private readonly Option<string[]> maxSize = CliOption.Value("--max-size", "N", "Most suppliers lost together, 1 to 10; 3 unless said.");
    private readonly FilterOptions filter = new();

    internal AlternativesVerb()
        : base("alternatives")
    {
        Command.Add(maxSize);
        filter.AddForProductsTo(Command);
        AddSharedOptions();
    }

    protected override Func<IGraphQueries, CancellationToken, Task<Question<AlternativesResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("NODE");
        var (size, chosen) = (line.Whole(maxSize, 1, AlternativesQuestion.GreatestMaxSize, 3), filter.Read(line));
        return async (queries, cancellation) => new AlternativesQuestion
        {
            Target = await NodeLookup.OneAsync(queries, line.Operands[0], cancellation),
            MaxSize = size,
            Filter = await FilterOptions.WithIdsAsync(chosen, queries, cancellation),
        };
    }

    protected override void Write(Page page, Answer<AlternativesResult> answer, FactSet set) => AlternativesPage.Write(page, answer, set);

    protected override string Headline(Answer<AlternativesResult> answer, FactSet set) => AlternativesPage.Headline(answer, set);

    protected override AnswerTable Table(Answer<AlternativesResult> answer, FactSet set) => AlternativesTable.Of(answer, set);
}
