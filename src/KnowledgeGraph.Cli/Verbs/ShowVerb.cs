using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg show NODE</c>; with <c>--hops</c> what is around it.</summary>
internal sealed class ShowVerb : QuestionVerb<ShowResult>
{
    private readonly NeighbourhoodVerb neighbourhood = new();

    internal ShowVerb()
        : base("show")
    {
        neighbourhood.AddOwnTo(Command);
        AddSharedOptions();
    }

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation) =>
        neighbourhood.IsAsked(line) ? neighbourhood.RunAsync(line.For(neighbourhood), host, cancellation) : base.RunAsync(line, host, cancellation);

    protected override Func<IGraphQueries, CancellationToken, Task<Question<ShowResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("NODE");
        neighbourhood.RefuseFilters(line);
        return async (queries, cancellation) =>
            new ShowQuestion { NodeId = await NodeLookup.OneAsync(queries, line.Operands[0], cancellation) };
    }

    protected override void Write(Page page, Answer<ShowResult> answer, FactSet set) => ShowPage.Write(page, answer, set);

    protected override string Headline(Answer<ShowResult> answer, FactSet set) => ShowPage.Headline(answer, set);

    protected override AnswerTable Table(Answer<ShowResult> answer, FactSet set) => ShowTable.Of(answer, set);
}
