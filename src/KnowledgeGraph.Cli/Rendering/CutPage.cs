using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>The smallest cuts between two sides, and the paths that prove that nothing smaller will do.</summary>
internal static class CutPage
{
    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<CutResult> answer, FactSet set)
    {
        var question = (CutQuestion)answer.Question;
        var (from, to) = (Side(question.From, set), Side(question.To, set));
        var verb = PathsPage.Verb(EdgeScope.Of(set.Ontology, question.Filter));
        var what = question.IsByHops ? "hop" : "node";
        if (answer.Result.Cuts is [var first, ..] cuts)
        {
            var takes = question.Filter.Products == ProductRule.Any ? "With products ignored, it takes" : "It takes";
            var only = cuts.Count > 1 ? $", in {cuts.Count} ways{(answer.Result.HasMore ? " and more" : "")}"
                : $": {Parts(first, set, IsCausal(question, set))}{(answer.Result.HasMore ? ", or others as few" : "")}";
            return $"{takes} {Plural.Of(Size(first), what)} to cut {from} off from {to}{only}.";
        }

        return answer.Result.Uncuttable is { } path ? $"No: no node cuts {from} off from {to}, as {Name(path.Nodes[0], set)} {verb} {Name(path.Nodes[^1], set)} with nothing between to cut; --hops cuts hops."
            : answer.Outcome == Outcome.None ? $"Nothing to cut: of the facts asked, none shows that {from} {verb} {to}."
            : answer.Result.Gaps.Any(gap => gap.Reason is KnowledgeGap.FromHasNoFacts or KnowledgeGap.ToHasNoFacts) ? $"Not known: the data do not reach far enough to say whether {from} {verb} {to}."
            : answer.Result.Gaps.Count > 0 ? $"Undecided: no path from {from} to {to} within {Plural.Of(question.MaxHops, "hop")}, {Beyond(answer.Result)}."
            : $"Undecided: no cut between {from} and {to} was found before the search was cut short.";
    }

    internal static void Write(Page page, Answer<CutResult> answer, FactSet set)
    {
        var question = (CutQuestion)answer.Question;
        var result = answer.Result;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter, question.IsByHops ? ["--hops"] : []);
        for (var i = 0; i < result.Cuts.Count && result.Cuts.Count > 1; i++)
        {
            page.Line(2, 4, Span.Strong(Parts(result.Cuts[i], set, IsCausal(question, set))));
        }

        if (result.Cuts.Count > 0)
        {
            page.Blank();
            page.Line(0, 2, Reason(answer, question));
        }

        var number = 0;
        foreach (var path in result.Paths)
        {
            page.Blank();
            PathsPage.WritePath(page, ++number, PathsPage.Chain(set, path.Nodes, IsCausal(question, set)), path, set);
        }

        ConflictList.Write(page, set, result.Paths.SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn).ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, $"within {Plural.Of(question.MaxHops, "hop")}");
    }

    /// <summary>Why nothing smaller will do.</summary>
    private static string Reason(Answer<CutResult> answer, CutQuestion question)
    {
        var result = answer.Result;
        var size = Size(result.Cuts[0]);
        var what = question.IsByHops ? "hop" : "node between";
        var smaller = Plural.Of(size - 1, question.IsByHops ? "hop" : "node");
        return size == 1 ? "Proof: without it no path is left, and there is one:"
            : result.IsProvedByDisjointPaths ? $"Proof: without them no path is left, and {size} paths share no {what}, so that fewer cannot meet them all:"
            : $"Proof: without them no path is left, and no {smaller} meet all of these {result.Proof.Count} paths{(answer.IsExhaustive ? $", though there are no {size} that share no {what}" : "")}:";
    }

    private static string Beyond(CutResult result) => result.Gaps.Any(gap => gap.Reason == KnowledgeGap.MaxHops)
        ? "but more can be reached with more hops"
        : "and so much can be reached that what lies beyond was not explored";

    private static int Size(Cut cut) => cut.Nodes.Count + cut.Hops.Count;

    private static bool IsCausal(CutQuestion question, FactSet set) => EdgeScope.Of(set.Ontology, question.Filter).IsCausal;

    private static string Parts(Cut cut, FactSet set, bool isCausal) => string.Join(", ", [
        .. cut.Nodes.Select(node => Name(node, set)),
        .. cut.Hops.Select(hop => PathsPage.Chain(set, [hop.From, hop.To], isCausal))]);

    private static string Side(IReadOnlyList<string> nodes, FactSet set) => string.Join(" and ", nodes.Select(node => Name(node, set)));

    private static string Name(string node, FactSet set) => FactWords.Name(set, node);
}
