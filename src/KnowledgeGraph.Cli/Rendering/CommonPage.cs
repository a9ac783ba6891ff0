using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What several nodes all depend on, with the way from each.</summary>
internal static class CommonPage
{
    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<CommonResult> answer, FactSet set)
    {
        var question = (CommonQuestion)answer.Question;
        var count = answer.Result.Members.Count;
        var names = string.Join(" and ", question.Anchors.Select(id => FactWords.Name(set, id)));
        var scope = EdgeScope.Of(set.Ontology, question.Filter);
        var verb = scope.IsOfDependence ? "depend on" : "are linked to";
        var together = scope.IsCausal ? $"{names} have a cause in common" : $"{names} {verb} anything in common";
        if (count > 0)
        {
            var ignoring = question.Filter.Products == ProductRule.Any ? "With products ignored, " : "";
            var nodes = scope.IsCausal ? $"have {Plural.Of(count, "cause")} in common" : $"{verb} {Plural.Of(count, "node")} in common";
            return $"{ignoring}{names} {nodes}{(answer.IsExhaustive ? "" : ", at least")}, within {Plural.Of(question.MaxHops, "hop")} of each.";
        }

        return answer.Outcome == Outcome.None ? $"No: of the facts asked, none shows that {together}."
            : answer.Result.Gaps.Any(gap => gap.Reason != KnowledgeGap.MaxHops) ? $"Not known: the data do not reach far enough to say whether {together}."
            : answer.IsExhaustive ? $"Undecided: within {Plural.Of(question.MaxHops, "hop")}, none of the facts asked shows that {together}."
            : $"Undecided: nothing was found by which {together}, but the search was cut short.";
    }

    internal static void Write(Page page, Answer<CommonResult> answer, FactSet set)
    {
        var question = (CommonQuestion)answer.Question;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter, question.IsOrderedInTime ? ["--in-time-order"] : []);
        foreach (var gap in answer.Result.Gaps)
        {
            page.Line(0, 2, Span.Caution(GapText(gap, question, set)));
        }

        FrontierWords.Write(page, answer.Result.Frontier, set);
        if (answer.Result.Members.Count > 0)
        {
            page.Blank();
            string[] columns = ["node", "hops", .. question.Anchors.Select(id => $"from {FactWords.Name(set, id)}"), "weakest"];
            TableLayout.Write(page, 0, columns, [.. answer.Result.Members.Select(member => Row(member, question, set))]);
        }

        var used = answer.Result.Members.SelectMany(member => member.Paths).SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn);
        ConflictList.Write(page, set, used.ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, $"within {Plural.Of(question.MaxHops, "hop")} of each");
    }

    private static List<Span> Row(CommonNode member, CommonQuestion question, FactSet set) =>
    [
        Span.Strong(FactWords.Name(set, member.Node)),
        member.Hops.ToString(CultureInfo.InvariantCulture),
        .. question.Anchors.Zip(member.Paths, (anchor, path) => (Span)Way(anchor, path, set)),
        FactWords.Confidence(member.Paths.Min(path => path.WeakestLink!.Confidence)),
    ];

    /// <summary>The tier, the nodes between, and the best fact of each hop.</summary>
    private static string Way(string anchor, DependencyPath path, FactSet set)
    {
        var isFromAnchor = path.Nodes[0] == anchor;
        var between = path.Nodes.Skip(1).Take(path.Nodes.Count - 2);
        var facts = path.Hops.Select(hop => hop.Facts[0].Id);
        var via = path.Hops.Count > 1 ? $" via {FactWords.Names(set, isFromAnchor ? between : between.Reverse())}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"tier {path.Hops.Count}{via} ({string.Join(", ", isFromAnchor ? facts : facts.Reverse())})");
    }

    private static string GapText(CommonGap gap, CommonQuestion question, FactSet set) => gap.Reason == KnowledgeGap.MaxHops
        ? $"More can be reached from {FactWords.Name(set, gap.Node)} with more than {Plural.Of(question.MaxHops, "hop")}."
        : $"No fact of the followed types says what {FactWords.Name(set, gap.Node)} {(gap.Reason == KnowledgeGap.FromHasNoFacts ? "depends on" : "comes from")}.";
}
