using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Why no path was found: no, not known, or not within the bounds; where knowledge ends, and what would change the answer.</summary>
internal static class NoPathPage
{
    /// <summary>The kind of "nothing" in one sentence.</summary>
    internal static string Headline(Answer<PathsResult> answer, FactSet set)
    {
        var question = (PathQuestion)answer.Question;
        var claim = $"{FactWords.Name(set, question.From)} {PathsPage.Verb(answer, set)} {FactWords.Name(set, question.To)}";
        return answer.Outcome == Outcome.None ? $"No: of the facts asked, none shows that {claim}."
            : IsUnknown(answer.Result) ? $"Not known: the data do not reach far enough to say whether {claim}."
            : answer.IsExhaustive ? $"Undecided: within {Plural.Of(question.MaxHops, "hop")}, none of the facts asked shows that {claim}."
            : $"Undecided: no path was found by which {claim}, but the search was cut short.";
    }

    internal static void Write(Page page, Answer<PathsResult> answer, FactSet set)
    {
        var question = (PathQuestion)answer.Question;
        page.Blank();
        foreach (var gap in answer.Result.Gaps)
        {
            page.Line(0, 2, Span.Caution(GapText(gap, question, set, PathsPage.Verb(answer, set))));
        }

        if (answer.Result.Gaps.Count == 0 && answer.IsExhaustive)
        {
            page.Line(0, 2, $"Everything that can be reached from {FactWords.Name(set, question.From)} was searched"
                + $", within {Plural.Of(question.MaxHops, "hop")}.");
        }

        FrontierWords.Write(page, answer.Result.Frontier, set);
        WriteRelaxations(page, answer, set);
    }

    private static bool IsUnknown(PathsResult result) => result.Gaps.Any(gap => gap is KnowledgeGap.FromHasNoFacts or KnowledgeGap.ToHasNoFacts);

    private static string GapText(KnowledgeGap gap, PathQuestion question, FactSet set, string verb) => gap switch
    {
        KnowledgeGap.MaxHops => TiersPage.MoreHops(question.MaxHops),
        KnowledgeGap.Unexplored => $"So much can be reached from {FactWords.Name(set, question.From)} that what lies beyond {Plural.Of(question.MaxHops, "hop")} was not explored{TiersPage.TryMoreHops(question.MaxHops)}.",
        KnowledgeGap.FromHasNoFacts => $"No fact of the followed types says what {FactWords.Name(set, question.From)} {verb}.",
        _ => $"No fact of the followed types says what {verb} {FactWords.Name(set, question.To)}.",
    };

    private static void WriteRelaxations(Page page, Answer<PathsResult> answer, FactSet set)
    {
        if (answer.Result.Relaxations.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Line(0, Span.Strong("What would be found if one condition were dropped"));
        foreach (var relaxation in answer.Result.Relaxations)
        {
            WriteRelaxation(page, relaxation, set, PathsPage.IsCausal(answer, set));
        }
    }

    private static void WriteRelaxation(Page page, Relaxation relaxation, FactSet set, bool isCausal)
    {
        var chain = PathsPage.Chain(set, relaxation.Nodes, isCausal);
        var ignoresProducts = !relaxation.Without.StartsWith('-');
        page.Line(2, 4, ignoresProducts
            ? [Span.Caution("ignoring products (--any-product): "), chain]
            : [$"without {relaxation.Without}: ", chain]);
        if (relaxation.BrokenAt is { } broken)
        {
            page.Line(4, 2, Span.Caution($"It proves nothing: products stop matching at “{broken}”."));
        }
        else if (ignoresProducts)
        {
            page.Line(4, 2, Span.Caution("It proves nothing: the hops do not carry one product."));
        }

        page.Line(4, 2, Span.Faint($"by {string.Join(", ", relaxation.Facts)}"));
    }
}
