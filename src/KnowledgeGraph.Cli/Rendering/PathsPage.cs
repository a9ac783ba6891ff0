using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Dependency paths for people: who depends on whom, for what, how sure that is and who says so.</summary>
internal static class PathsPage
{
    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<PathsResult> answer, FactSet set)
    {
        var question = (PathQuestion)answer.Question;
        var count = answer.Result.Paths.Count;
        if (count == 0)
        {
            return NoPathPage.Headline(answer, set);
        }

        if (question.From == question.To)
        {
            return $"{FactWords.Name(set, question.From)} is where the question starts and ends: one path without hops.";
        }

        if (question.Filter.Products == ProductRule.Any)
        {
            var (from, to) = (FactWords.Name(set, question.From), FactWords.Name(set, question.To));
            return $"With products ignored, {from} and {to} are joined by {PathWords.Count(answer)}.";
        }

        return $"{FactWords.Name(set, question.From)} {Verb(answer, set)} {FactWords.Name(set, question.To)}: {PathWords.Count(answer)}.";
    }

    internal static void Write(Page page, Answer<PathsResult> answer, FactSet set)
    {
        var question = (PathQuestion)answer.Question;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter, PathWords.Rules(question));
        if (answer.Result.Paths.Count == 0)
        {
            NoPathPage.Write(page, answer, set);
        }

        for (var i = 0; i < answer.Result.Paths.Count; i++)
        {
            page.Blank();
            WritePath(page, i + 1, Chain(set, answer.Result.Paths[i].Nodes, IsCausal(answer, set)), answer.Result.Paths[i], set);
        }

        var used = answer.Result.Paths.SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn);
        ConflictList.Write(page, set, used.ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, PathWords.Scope(question));
    }

    /// <summary>Node names with the arrow of the layer: support flows to the dependent, effects flow on from their causes.</summary>
    internal static string Chain(FactSet set, IEnumerable<string> nodes, bool isCausal) =>
        string.Join(Arrow(isCausal), nodes.Select(id => FactWords.Name(set, id)));

    /// <summary>The arrow between the nodes of a path.</summary>
    internal static string Arrow(bool isCausal) => isCausal ? " → " : " ← ";

    /// <summary>Whether paths read from cause to effect.</summary>
    internal static bool IsCausal(Answer<PathsResult> answer, FactSet set) =>
        ((PathQuestion)answer.Question).ScopeIn(set.Ontology).IsCausal;

    /// <summary>What a path says of its ends. Where types are followed on which nobody depends, it says no more than that they are linked.</summary>
    internal static string Verb(Answer<PathsResult> answer, FactSet set) => Verb(((PathQuestion)answer.Question).ScopeIn(set.Ontology));

    /// <summary>As <see cref="Verb(Answer{PathsResult}, FactSet)"/>.</summary>
    internal static string Verb(EdgeScope scope) => !scope.IsOfDependence ? "is linked to" : scope.IsCausal ? "leads to" : "depends on";

    /// <summary>A path under its number: its nodes as a chain, then hop by hop with the facts.</summary>
    internal static void WritePath(Page page, int number, string chain, DependencyPath path, FactSet set)
    {
        page.Line(0, 3, Span.Strong(Numbered(number) + chain));
        if (path.WeakestLink is { } weakest)
        {
            var where = path.Hops.Count > 1 ? $" (hop {weakest.Hop}, {weakest.Fact})" : $" ({weakest.Fact})";
            page.Line(3, 2, $"weakest link {FactWords.Confidence(weakest.Confidence)}{where}, product {FactWords.Confidence(path.Product)}");
        }

        foreach (var hop in path.Hops)
        {
            WriteHop(page, hop, set);
        }

        if (path.Hops.Count > 0)
        {
            WriteTime(page, path);
        }
    }

    private static void WriteTime(Page page, DependencyPath path)
    {
        if (path.Certainty is { } certainty)
        {
            page.Line(3, 2, Span.Strong($"on the day asked: {FactWords.Word(certainty)}"));
        }

        page.Line(3, 2, $"holds: {FactWords.Windows(path.Windows)}");
    }

    private static void WriteHop(Page page, Hop hop, FactSet set)
    {
        page.LineWithEdge(3, [hop.Reading], Span.Faint(string.Join(", ", hop.Facts.Select(fact => fact.Layer).Distinct())));
        for (var i = 0; i < hop.Facts.Count; i++)
        {
            if (set.FindFact(hop.Facts[i].Id) is not { } fact)
            {
                continue;
            }

            if (i > 0)
            {
                page.Line(5, 2, $"also: {HopReading.Of(set, fact.Id, hop.From)}");
            }

            FactBlock.Write(page, 5, set, fact, Remark(set, hop.Facts[i], fact));
            WriteDeclarations(page, hop.Facts[i], set);
        }
    }

    /// <summary>The facts that make a product a component of what the path carries: not hops, but the path falls with them.</summary>
    private static void WriteDeclarations(Page page, HopFact used, FactSet set)
    {
        foreach (var fact in used.DeclaredBy.Select(set.FindFact).OfType<Fact>())
        {
            page.Line(7, 2, $"rests on: {HopReading.Of(set, fact.Id, fact.Object ?? fact.Subject)}");
            FactBlock.Write(page, 9, set, fact, null);
        }
    }

    private static string? Remark(FactSet set, HopFact used, Fact fact)
    {
        if (FactWords.ProductGap(set, used, fact) is { } gap)
        {
            return gap;
        }

        var stated = fact.RoleFillers(OntologyModel.ProductRole).Count;
        return used.Products.Count > 0 && used.Products.Count < stated ? $"here for {FactWords.Names(set, used.Products)}" : null;
    }

    private static string Numbered(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text + Blank.Of(Math.Max(3 - text.Length, 0));
    }
}
