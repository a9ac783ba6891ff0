using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Saved questions, their answers in short, and whether these are the ones expected.</summary>
internal static class AskPage
{
    /// <summary>Writes the names with the questions.</summary>
    internal static void WriteList(Page page, IReadOnlyList<SavedQuestion> questions)
    {
        page.Line(0, Span.Strong($"{Plural.Of(questions.Count, "saved question")}."));
        foreach (var question in questions)
        {
            page.Line(2, 4, Span.Strong(question.Name), $"  {question.Text}");
        }
    }

    /// <param name="page">The page.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="ontology">The vocabulary that they are worded in.</param>
    /// <param name="isWhole">Whether to write the answers, not only the verdicts.</param>
    internal static void Write(Page page, IReadOnlyList<SavedAnswer> answers, OntologyModel ontology, bool isWhole)
    {
        foreach (var answer in answers)
        {
            if (isWhole)
            {
                WriteAnswer(page, answer, ontology);
            }
            else
            {
                page.LineWithEdge(0, [answer.Question.Name], Verdict(answer.Differences.Count == 0));
                WriteDifferences(page, answer.Differences);
            }
        }

        var different = answers.Count(answer => answer.Differences.Count > 0);
        page.Blank();
        page.Line(0, 2, different == 0
            ? Span.Strong(answers.Count == 1 ? "As expected." : $"All {answers.Count} as expected.")
            : Span.Caution($"Different: {different} of {Plural.Of(answers.Count, "question")}."));
    }

    private static void WriteAnswer(Page page, SavedAnswer answer, OntologyModel ontology)
    {
        page.Line(0, 2, Span.Strong(answer.Question.Text));
        if (answer.Question.Note is { } note)
        {
            page.Line(2, 2, Span.Faint($"note: {note}"));
        }

        var nodes = answer.Parts.SelectMany(part => part.Nodes).DistinctBy(node => node.Id).ToDictionary(node => node.Id, StringComparer.Ordinal);
        foreach (var part in answer.Parts)
        {
            page.Blank();
            page.Line(0, 2, Span.Strong(part.Name), $": {Headline(part, ontology)}");
            foreach (var claim in part.Claims.Where(claim => claim.Items.Count > 0))
            {
                page.Line(2, 4, $"{claim.Name}: {Worded(claim.Items)}");
            }

            WriteDifferences(page, part.Differences);
        }

        foreach (var set in answer.Combined)
        {
            page.Blank();
            page.Line(0, 2, Span.Strong(set.Name), $": {(set.Items.Count == 0 ? "nothing" : Worded(set.Items))}");
            WriteDifferences(page, set.Differences);
        }

        string Worded(IEnumerable<string> items) => ComparedText.Worded(string.Join(", ", items), id => nodes.GetValueOrDefault(id)?.Name ?? id);
    }

    private static void WriteDifferences(Page page, IReadOnlyList<string> differences)
    {
        foreach (var difference in differences)
        {
            page.Line(2, 4, Span.Caution($"different: {difference}"));
        }
    }

    private static Span Verdict(bool isAsExpected) => isAsExpected ? Span.Faint("as expected") : Span.Caution("different");

    private static string Headline(PartAnswer part, OntologyModel ontology) => part switch
    {
        PartAnswer<PathsResult> { Answer: var answer } => PathsPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<ConnectionsResult> { Answer: var answer } => ConnectPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<TiersResult> { Answer: { Question: NeighbourhoodQuestion } answer } => NeighbourhoodPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<TiersResult> { Answer: var answer } => TiersPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<CommonResult> { Answer: var answer } => CommonPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<ChokepointsResult> { Answer: var answer } => ChokepointsPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<BridgesResult> { Answer: var answer } => BridgesPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<CutResult> { Answer: var answer } => CutPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<AlternativesResult> { Answer: var answer } => AlternativesPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<FactsResult> { Answer: var answer } => FactsPage.Headline(answer),
        PartAnswer<DerivedResult> { Answer: var answer } => DerivePage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<ShowResult> { Answer: var answer } => ShowPage.Headline(answer, Evidence(answer, ontology)),
        PartAnswer<FindResult> { Answer: var answer } => FindPage.Headline(answer),
        _ => "not asked.",
    };

    private static FactSet Evidence<TResult>(Answer<TResult> answer, OntologyModel ontology)
        where TResult : Result
        => AnswerFacts.Of(answer, ontology);
}
