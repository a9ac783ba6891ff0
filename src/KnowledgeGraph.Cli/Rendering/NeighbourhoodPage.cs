using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What is around a node, tier by tier; connections, not dependences.</summary>
internal static class NeighbourhoodPage
{
    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<TiersResult> answer, FactSet set)
    {
        var question = (NeighbourhoodQuestion)answer.Question;
        var name = FactWords.Name(set, question.Anchor);
        var total = answer.Result.Tiers.Sum(tier => tier.Nodes);
        return answer.Result.Members.Count > 0
            ? $"Around {name}, within {Plural.Of(question.MaxHops, "hop")}: {Plural.Of(total, "node")}, {TiersPage.Counts(answer.Result.Tiers)}."
            : answer.Outcome == Outcome.None ? $"No: of the facts asked, none ties {name} to anything."
            : answer.Result.Gaps.Count > 0 ? $"Not known: no fact of the followed types ties {name} to anything."
            : $"Undecided: nothing was found around {name}, but the search was cut short.";
    }

    internal static void Write(Page page, Answer<TiersResult> answer, FactSet set)
    {
        var question = (NeighbourhoodQuestion)answer.Question;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter with { Products = ProductRule.Consistent });
        if (answer.Result.Members.Count > 0)
        {
            page.Line(0, 2, Span.Caution(ConnectPage.Warning));
        }

        TiersPage.WriteTiers(page, answer, question.Anchor, set);
        Footer.Write(page, answer, $"within {Plural.Of(question.MaxHops, "hop")}");
    }
}
