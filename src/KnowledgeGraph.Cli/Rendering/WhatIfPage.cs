using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What would differ under an assumption: what is assumed, both answers in a sentence, and what is lost, gained or changed.</summary>
internal static class WhatIfPage
{
    private const int ShownHashLength = 19;
    private const int ShownFacts = 20;
    private static readonly string[] TooLong = ["holds", "facts", "product"];

    /// <summary>The difference in one sentence.</summary>
    internal static string Headline<TResult>(WhatIfAnswer<TResult> answer, FactSet set)
        where TResult : Result
    {
        var difference = answer.Difference;
        var what = $"What if: {Assumption(answer.Overlay, set)}";
        return !answer.IsExhaustive ? $"{what}: {Counts(difference)}, as far as the search went."
            : !difference.IsEmpty ? $"{what}: {Counts(difference)}."
            : answer.Outcome == Outcome.Found ? $"{what}: nothing lost or gained, but the answer is another."
            : $"{what}: the answer stays the same.";
    }

    /// <summary>Under the table: whether it is all, and from which data.</summary>
    internal static string Closing<TResult>(WhatIfAnswer<TResult> answer)
        where TResult : Result
        => $"{(answer.IsExhaustive ? "Exhaustive." : Cut(answer))} Data {answer.Before.DataHash}, with the overlay {answer.After.DataHash}";

    /// <summary>Which side a bound cut off, and what that means.</summary>
    internal static string Cut<TResult>(WhatIfAnswer<TResult> answer)
        where TResult : Result
    {
        var (side, cut) = answer.Before.IsExhaustive ? ("after", answer.After) : ("before", answer.Before);
        return $"not exhaustive {side}: {Footer.Stopped(cut)} What differs may come of the cut.";
    }

    internal static void Write<TResult>(
        Page page, WhatIfAnswer<TResult> answer, FactSet set, Func<Answer<TResult>, FactSet, string> headline, RunReport run)
        where TResult : Result
    {
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        if (FilterOf(answer.Before.Question) is { } filter)
        {
            FilterWords.Write(page, filter);
        }

        WriteFacts(page, "Facts taken away", answer.FactsGone);
        page.Line(0, 8, Span.Faint("before  "), headline(answer.Before, set));
        page.Line(0, 8, Span.Faint("after   "), headline(answer.After, set));
        var hop = HopIn(answer.Before.Question, set.Ontology);
        WriteItems(page, "Lost", answer.Difference.Lost, Worded, item => answer.IsTakenAway(item) ? "taken away itself" : null);
        WriteItems(page, "Gained", answer.Difference.Gained, Worded, _ => null);
        WriteChanges(page, answer.Difference.Changed, Worded);
        WriteFacts(page, "Facts no longer used", OfFacts(answer.Difference.Lost).Except(answer.FactsGone));
        WriteFacts(page, "Facts newly used", OfFacts(answer.Difference.Gained));
        WriteFooter(page, answer, run);

        string Worded(string text) => ComparedText.Worded(text, id => FactWords.Name(set, id), hop);
    }

    private static GraphFilter? FilterOf<TResult>(Question<TResult> question)
        where TResult : Result
        => (object)question switch
        {
            PathQuestion path => path.Filter,
            TierQuestion tiers => tiers.Filter,
            ConnectQuestion connect => connect.Filter,
            CommonQuestion common => common.Filter,
            NeighbourhoodQuestion around => around.Filter,
            ChokepointsQuestion chokepoints => chokepoints.Filter,
            BridgesQuestion bridges => bridges.Filter,
            CutQuestion cut => cut.Filter,
            AlternativesQuestion alternatives => alternatives.Filter,
            _ => null,
        };

    /// <summary>What is assumed, in a clause.</summary>
    private static string Assumption(Overlay overlay, FactSet set)
    {
        string[] parts =
        [
            .. overlay.RemovedNodes.Count > 0 ? [$"without {FactWords.Names(set, overlay.RemovedNodes)}"] : Array.Empty<string>(),
            .. overlay.RemovedFacts.Count > 0 ? [$"without {Plural.Of(overlay.RemovedFacts.Count, "fact")} ({Some(overlay.RemovedFacts)})"] : Array.Empty<string>(),
            .. overlay.ChangedFacts.Count > 0 ? [$"{Plural.Of(overlay.ChangedFacts.Count, "fact")} changed ({Some(overlay.ChangedFacts.Select(fact => fact.Id))})"] : Array.Empty<string>(),
            .. overlay.AddedNodes.Count > 0 ? [$"with {FactWords.Names(set, overlay.AddedNodes.Select(node => node.Id))}"] : Array.Empty<string>(),
            .. overlay.AddedFacts.Count > 0 ? [$"{Plural.Of(overlay.AddedFacts.Count, "fact")} added ({Some(overlay.AddedFacts.Select(fact => fact.Id))})"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "nothing is assumed" : string.Join("; ", parts);
    }

    /// <summary>How much differs, facts aside unless there is nothing else.</summary>
    private static string Counts(AnswerDifference difference)
    {
        var parts = new[] { ("lost", ByKind(difference.Lost.Select(item => item.Kind))), ("gained", ByKind(difference.Gained.Select(item => item.Kind))), ("changed", ByKind(difference.Changed.Select(change => change.Kind))) };
        var said = parts.Where(part => part.Item2.Length > 0).Select(part => $"{part.Item2} {part.Item1}");
        return string.Join(", ", said) is { Length: > 0 } text ? text : "nothing differs";
    }

    private static string ByKind(IEnumerable<string> kinds) =>
        string.Join(" and ", kinds.CountBy(kind => kind).Select(pair => Plural.Of(pair.Value, pair.Key)));

    private static void WriteItems(Page page, string title, IReadOnlyList<AnswerItem> items, Func<string, string> worded, Func<AnswerItem, string?> mark)
    {
        var shown = items.Where(item => item.Kind != "fact" || item.Values.Any(value => value.Name == "reading")).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Line(0, Span.Strong($"{title} ({shown.Count})"));
        foreach (var item in shown)
        {
            var values = item.Values.Where(value => !TooLong.Contains(value.Name)).Select(value => $"{value.Name} {worded(value.Text)}");
            page.Line(2, 4, Span.Strong(worded(item.Id)), Span.Faint(string.Concat(values.Select(value => $"; {value}"))), Span.Caution(mark(item) is { } word ? $"; {word}" : ""));
        }
    }

    private static void WriteChanges(Page page, IReadOnlyList<ItemChange> changes, Func<string, string> worded)
    {
        if (changes.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Line(0, Span.Strong($"Changed ({changes.Count})"));
        foreach (var change in changes)
        {
            page.Line(2, 4, Span.Strong(worded(change.Id)));
            foreach (var value in change.Values)
            {
                var (before, after) = (Said(value.Name, value.Before), Said(value.Name, value.After));
                page.Line(4, 4, before == after ? $"{value.Name}: {value.Before} ⇒ {value.After}" : $"{value.Name}: {before} ⇒ {after}");
            }
        }

        string Said(string name, string? text) =>
            name == "product" && double.TryParse(text, CultureInfo.InvariantCulture, out var product)
                ? product.ToString("G4", CultureInfo.InvariantCulture)
                : worded(text ?? "not said");
    }

    private static IEnumerable<string> OfFacts(IEnumerable<AnswerItem> items) => items.Where(item => item.Kind == "fact").Select(item => item.Id);

    private static void WriteFacts(Page page, string title, IEnumerable<string> ids)
    {
        var facts = ids.ToList();
        if (facts.Count > 0)
        {
            page.Line(0, 2, Span.Faint($"{title} ({facts.Count}): {Some(facts)}"));
        }
    }

    private static string Some(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        return string.Join(", ", all.Take(ShownFacts)) + (all.Count > ShownFacts ? $" and {all.Count - ShownFacts} more" : "");
    }

    /// <summary>What stands between the nodes of a path on the pages of the question itself.</summary>
    private static string HopIn<TResult>(Question<TResult> question, OntologyModel ontology)
        where TResult : Result
        => (object)question switch
        {
            ConnectQuestion or BridgesQuestion or NeighbourhoodQuestion => " – ",
            PathQuestion path => PathsPage.Arrow(path.ScopeIn(ontology).IsCausal),
            _ => FilterOf(question) is { } filter ? PathsPage.Arrow(EdgeScope.Of(ontology, filter).IsCausal) : ComparedText.Hop,
        };

    private static void WriteFooter<TResult>(Page page, WhatIfAnswer<TResult> answer, RunReport run)
        where TResult : Result
    {
        page.Blank();
        if (!answer.IsExhaustive)
        {
            page.Line(0, 2, Span.Caution(char.ToUpperInvariant(Cut(answer)[0]) + Cut(answer)[1..]));
        }

        var engine = run.Engine == "embedded" ? "" : $", {run.Engine}";
        page.Line(0, Span.Faint($"Data {answer.Before.DataHash[..ShownHashLength]}…, with the overlay {answer.After.DataHash[..ShownHashLength]}…{engine}"));
    }
}
