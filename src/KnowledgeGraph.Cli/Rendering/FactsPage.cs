using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Facts that match a pattern.</summary>
internal static class FactsPage
{
    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<FactsResult> answer)
    {
        var count = answer.Result.Count;
        return count > 0 ? $"{Plural.Of(count, "fact")} {(count == 1 ? "matches" : "match")}{ByCertainty(answer.Result)}."
            : answer.Outcome == Outcome.None ? "No fact matches."
            : "Undecided: no fact was found to match, but the search was cut short.";
    }

    internal static void Write(Page page, Answer<FactsResult> answer, FactSet set)
    {
        page.Line(0, 2, Span.Strong(Headline(answer)));
        if (PatternWords.Of(((FactsQuestion)answer.Question).Pattern) is { Length: > 0 } words)
        {
            page.Line(0, 2, Span.Faint($"Asked with {words}"));
        }

        foreach (var selection in answer.Result.Selected)
        {
            page.Line(2, 4, $"{selection.Place} ({selection.Nodes.Count}): {FactWords.Names(set, selection.Nodes)}");
        }

        foreach (var match in answer.Result.Matches)
        {
            WriteMatch(page, match, set);
        }

        ConflictList.Write(page, set, answer.Result.Matches.Select(match => match.Fact).ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, null);
    }

    private static void WriteMatch(Page page, FactMatch match, FactSet set)
    {
        if (set.FindFact(match.Fact) is { } fact)
        {
            page.Blank();
            page.LineWithEdge(0, [match.Reading], Span.Faint(match.Layer));
            FactBlock.Write(page, 2, set, fact, match.Certainty is { } certainty ? FactWords.Word(certainty) : null);
        }
    }

    private static string ByCertainty(FactsResult result) =>
        result.Matches.Count == result.Count && result.Matches.Any(match => match.Certainty is not null)
            ? $": {result.Matches.Count(match => match.Certainty == Certainty.Certainly)} certainly, {result.Matches.Count(match => match.Certainty == Certainty.Possibly)} possibly"
            : "";
}
