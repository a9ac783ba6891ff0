using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg find TEXT</c>.</summary>
internal sealed class FindVerb : QuestionVerb<FindResult>
{
    internal FindVerb()
        : base("find") => AddSharedOptions();

    protected override Func<IGraphQueries, CancellationToken, Task<Question<FindResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("TEXT");
        if (line.Operands is [var text] && NameKey.Of(text).Length == 0)
        {
            line.Complain("kg find takes a text to look for; found only spaces or quotation marks");
        }

        return (_, _) => Task.FromResult<Question<FindResult>>(new FindQuestion { Text = line.Operands[0] });
    }

    protected override void Write(Page page, Answer<FindResult> answer, FactSet set) => FindPage.Write(page, answer, set);

    protected override string Headline(Answer<FindResult> answer, FactSet set) => FindPage.Headline(answer);

    protected override AnswerTable Table(Answer<FindResult> answer, FactSet set) => FindTable.Of(answer, set);
}
