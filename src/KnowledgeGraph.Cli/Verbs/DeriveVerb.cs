using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg derive FORMULA</c>.</summary>
internal sealed class DeriveVerb : QuestionVerb<DerivedResult>
{
    internal DeriveVerb()
        : base("derive") => AddSharedOptions();

    protected override Func<IGraphQueries, CancellationToken, Task<Question<DerivedResult>>> Read(CommandLineReader line)
    {
        line.ExpectOperands("FORMULA");
        return (_, _) => Task.FromResult<Question<DerivedResult>>(new DeriveQuestion { Formulas = [new NamedFormula("value", line.Operands[0])] });
    }

    protected override void Write(Page page, Answer<DerivedResult> answer, FactSet set) => DerivePage.Write(page, answer, set);

    protected override string Headline(Answer<DerivedResult> answer, FactSet set) => DerivePage.Headline(answer, set);

    protected override AnswerTable Table(Answer<DerivedResult> answer, FactSet set) => DerivedTable.Of(answer);
}
