using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Chokepoints as a tree: under each what hangs from it, with the way to it.</summary>
internal static class ChokepointsPage
{
    private const int Indent = 2;

    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<ChokepointsResult> answer, FactSet set)
    {
        var question = (ChokepointsQuestion)answer.Question;
        var result = answer.Result;
        var name = FactWords.Name(set, question.Target);
        var scope = EdgeScope.Of(set.Ontology, question.Filter);
        var nodes = scope.IsCausal ? Plural.Of(result.Reached, "cause") : Plural.Of(result.Reached, "node");
        var verb = scope.IsCausal ? "has" : scope.IsOfDependence ? "depends on" : "is linked to";
        var within = $"within {Plural.Of(question.MaxHops, "hop")}";
        if (result.Chokepoints.Count > 0)
        {
            var ignoring = question.Filter.Products == ProductRule.Any ? "With products ignored, " : "";
            var cutOff = result.Chokepoints.SelectMany(point => point.CutOff).Distinct().Count();
            var (count, them) = (Plural.Of(result.Chokepoints.Count, "chokepoint"), result.Chokepoints.Count == 1 ? "it" : "one of them");
            return $"{ignoring}{name} {verb} {nodes} {within}; {cutOff} of them {(cutOff == 1 ? "hangs" : "hang")} from {count}{(answer.IsExhaustive ? "" : ", at least")}, cut off without {them}.";
        }

        return answer.Outcome == Outcome.None && result.Reached == 0 ? $"No: of the facts asked, none shows that {name} {verb} {(scope.IsCausal ? "a cause" : "anything")}."
            : answer.Outcome == Outcome.None ? $"No chokepoint: {name} {verb} {nodes} {within}, and none of them cuts off another."
            : result.Gaps.Contains(KnowledgeGap.MaxHops) ? $"Undecided: no chokepoint {within}, but more can be reached with more hops."
            : result.Gaps.Count > 0 ? $"Not known: no fact of the followed types says {(scope.IsCausal ? $"what causes {name}" : $"what {name} {verb}")}."
            : "Undecided: no chokepoint was found, but the search was cut short.";
    }

    internal static void Write(Page page, Answer<ChokepointsResult> answer, FactSet set)
    {
        var question = (ChokepointsQuestion)answer.Question;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter);
        WriteBelow(page, above: null, depth: 0, answer, set);
        var used = answer.Result.Members.SelectMany(member => member.Path.Hops).SelectMany(hop => hop.RestsOn);
        ConflictList.Write(page, set, used.ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, $"within {Plural.Of(question.MaxHops, "hop")}");
    }

    /// <summary>Those that hang from a node directly: chokepoints in the order of the answer, then the others.</summary>
    private static void WriteBelow(Page page, string? above, int depth, Answer<ChokepointsResult> answer, FactSet set)
    {
        var cutOff = answer.Result.Chokepoints.ToDictionary(point => point.Node, point => point.CutOff.Count);
        var members = answer.Result.Members.Where(member => above is null ? member.HangsFrom.Count == 0 : member.HangsFrom.Contains(above));
        foreach (var member in members.OrderByDescending(member => cutOff.GetValueOrDefault(member.Node)))
        {
            if (depth == 0)
            {
                page.Blank();
            }

            List<Span> line = [Span.Strong(FactWords.Name(set, member.Node)), ": ", Way(member, (ChokepointsQuestion)answer.Question, set)];
            if (cutOff.TryGetValue(member.Node, out var count))
            {
                line.Add(string.Create(CultureInfo.InvariantCulture, $"; cuts off {count} of {answer.Result.Reached}"));
            }

            page.Line(Indent * depth, Indent * 2, line);
            WriteBelow(page, member.Node, depth + 1, answer, set);
        }
    }

    /// <summary>The tier, the nodes between, the best fact of each hop, and the weakest of them.</summary>
    private static string Way(HangingNode member, ChokepointsQuestion question, FactSet set)
    {
        var path = member.Path;
        var isFromTarget = path.Nodes[0] == question.Target;
        var between = path.Nodes.Skip(1).Take(path.Nodes.Count - 2);
        var facts = path.Hops.Select(hop => hop.Facts[0].Id);
        var via = path.Hops.Count > 1 ? $" via {FactWords.Names(set, isFromTarget ? between : between.Reverse())}" : "";
        var unspecified = path.Hops.Any(hop => hop.Facts[0].IsUnspecified) ? ", unspecified component" : "";
        var weakest = FactWords.Confidence(path.WeakestLink!.Confidence);
        return string.Create(CultureInfo.InvariantCulture, $"tier {member.Tier}{via} ({string.Join(", ", isFromTarget ? facts : facts.Reverse())}; weakest {weakest}{unspecified})");
    }
}
