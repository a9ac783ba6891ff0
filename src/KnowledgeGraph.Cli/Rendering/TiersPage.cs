using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What a node depends on, or what depends on it, tier by tier.</summary>
internal static class TiersPage
{
    private static readonly string[] Columns = ["tier", "node", "for", "layer", "via", "weakest", "marks"];

    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<TiersResult> answer, FactSet set)
    {
        var question = (TierQuestion)answer.Question;
        var name = FactWords.Name(set, question.Anchor);
        var isCausal = IsCausal(question, set);
        var total = answer.Result.Tiers.Sum(tier => tier.Nodes);
        var nodes = Plural.Of(total, "node");
        var isOfDependence = EdgeScope.Of(set.Ontology, question.Filter).IsOfDependence;
        var (nothing, something) = (question.IsDownstream, isCausal) switch
        {
            (false, _) when !isOfDependence => ($"{name} is linked to anything", $"{name} is linked to {nodes}"),
            (true, _) when !isOfDependence => ($"anything is linked to {name}", $"{nodes} {(total == 1 ? "is" : "are")} linked to {name}"),
            (false, false) => ($"{name} depends on anything", $"{name} depends on {nodes}"),
            (true, false) => ($"anything depends on {name}", $"{nodes} {(total == 1 ? "depends" : "depend")} on {name}"),
            (false, true) => ($"{name} has a cause", $"{name} has {Plural.Of(total, "cause")}"),
            (true, true) => ($"{name} has an effect", $"{name} has {Plural.Of(total, "effect")}"),
        };
        if (answer.Result.Members.Count > 0)
        {
            var ignoring = question.Filter.Products == ProductRule.Any ? "With products ignored, " : "";
            return $"{ignoring}{something} {Scope(question)}: {Counts(answer.Result.Tiers)}.";
        }

        return answer.Outcome == Outcome.None ? $"No: of the facts asked, none shows that {nothing}."
            : answer.Result.Gaps.Any(gap => gap != KnowledgeGap.MaxHops) ? $"Not known: no fact of the followed types says whether {nothing}."
            : answer.IsExhaustive ? $"Undecided: {Scope(question)}, none of the facts asked shows that {nothing}."
            : $"Undecided: nothing was found by which {nothing}, but the search was cut short.";
    }

    internal static void Write(Page page, Answer<TiersResult> answer, FactSet set)
    {
        var question = (TierQuestion)answer.Question;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter, Rules(question));
        if (answer.Result.Gaps.Contains(KnowledgeGap.MaxHops))
        {
            page.Line(0, 2, Span.Caution(MoreHops(question.MaxHops)));
        }

        WriteTiers(page, answer, question.Anchor, set);
        Footer.Write(page, answer, Scope(question));
    }

    /// <summary>The table, the counts, where knowledge ends, and conflicts.</summary>
    internal static void WriteTiers(Page page, Answer<TiersResult> answer, string anchor, FactSet set)
    {
        if (answer.Result.Members.Count > 0)
        {
            page.Blank();
            TableLayout.Write(page, 0, Columns, [.. answer.Result.Members.Select(member => Row(member, anchor, set))]);
            page.Blank();
            foreach (var tier in answer.Result.Tiers)
            {
                page.Line(0, 2, Summary(tier, set));
            }
        }

        FrontierWords.Write(page, answer.Result.Frontier, set);
        var used = answer.Result.Members.SelectMany(member => member.Path.Hops).SelectMany(hop => hop.RestsOn);
        ConflictList.Write(page, set, used.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>How many nodes each tier holds.</summary>
    internal static string Counts(IReadOnlyList<TierCount> tiers) =>
        string.Join(", ", tiers.Select(tier => $"{tier.Nodes} in tier {tier.Tier}"));

    /// <summary>That more hops may find what fewer did not.</summary>
    internal static string MoreHops(int maxHops) => $"More can be reached with more than {Plural.Of(maxHops, "hop")}{TryMoreHops(maxHops)}.";

    /// <summary>Which option goes further; nothing where none does.</summary>
    internal static string TryMoreHops(int maxHops) =>
        maxHops < PathQuestion.GreatestMaxHops ? $": try --max-hops {Math.Min(maxHops * 2, PathQuestion.GreatestMaxHops)}" : "";

    private static string Scope(TierQuestion question) => question.IsClosure ? "at any distance" : $"within {Plural.Of(question.MaxHops, "hop")}";

    private static IEnumerable<string> Rules(TierQuestion question) =>
    [
        .. question.IsClosure ? new[] { "--closure" } : [],
        .. question.IsOrderedInTime ? new[] { "--in-time-order" } : [],
    ];

    private static bool IsCausal(TierQuestion question, FactSet set) => EdgeScope.Of(set.Ontology, question.Filter).IsCausal;

    private static string Summary(TierCount tier, FactSet set) => string.Join("; ", [
        $"Tier {tier.Tier}: {Plural.Of(tier.Nodes, "node")}",
        .. tier.Products.Count > 0 ? [$"{Plural.Of(tier.Products.Count, "product")} ({FactWords.Names(set, tier.Products)})"] : Array.Empty<string>(),
        .. tier.Countries.Count > 0 ? [$"{Plural.Of(tier.Countries.Count, "country", "countries")} ({FactWords.Names(set, tier.Countries)})"] : Array.Empty<string>()]) + ".";

    private static List<Span> Row(TierMember member, string anchor, FactSet set)
    {
        var path = member.Path;
        var hop = path.Nodes[0] == member.Node ? path.Hops[0] : path.Hops[^1];
        var between = path.Nodes.Skip(1).Take(path.Nodes.Count - 2);
        var via = path.Nodes[0] == anchor ? between : between.Reverse();
        return [
            member.Tier.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Span.Strong(FactWords.Name(set, member.Node)),
            Products(hop, set),
            string.Join(", ", hop.Facts.Select(fact => fact.Layer).Distinct()),
            FactWords.Names(set, via),
            path.WeakestLink is { } weakest ? FactWords.Confidence(weakest.Confidence) : "",
            Span.Caution(string.Join(", ", Marks(path, set)))];
    }

    private static string Products(Hop hop, FactSet set)
    {
        var gaps = hop.Facts.Select(used => set.FindFact(used.Id) is { } fact ? FactWords.ProductGap(set, used, fact) : null).OfType<string>();
        var named = hop.Facts.SelectMany(used => used.Products).Distinct().Select(id => FactWords.Name(set, id));
        return string.Join(", ", named.Concat(gaps.Distinct()));
    }

    /// <summary>What weakens the path, by the facts it would rest on first.</summary>
    private static IEnumerable<string> Marks(DependencyPath path, FactSet set)
    {
        var first = path.Hops.Select(hop => hop.Facts[0]).ToList();
        var facts = first.Select(used => set.FindFact(used.Id)).OfType<Fact>().ToList();
        (string Mark, bool Holds)[] marks =
        [
            ("possibly", path.Certainty == Certainty.Possibly),
            ("unspecified", first.Exists(used => used.IsUnspecified)),
            ("claim", facts.Exists(fact => fact.Status == FactStatus.AttributedClaim)),
            ("estimate", facts.Exists(fact => fact.Status == FactStatus.Estimate)),
            ("opinion", facts.Exists(fact => fact.Status == FactStatus.Opinion)),
            ("forecast", facts.Exists(fact => fact.Status == FactStatus.Forecast)),
            ("curator's edge", facts.Exists(fact => fact.IsCurator)),
            ("doubt", facts.Exists(fact => fact.Doubts.Count > 0)),
            ("disputed", facts.Exists(fact => set.ConflictsOf(fact.Id).Any())),
        ];
        return marks.Where(mark => mark.Holds).Select(mark => mark.Mark);
    }
}
