using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>Checks what an answer says would be found if one condition were dropped: drops it and looks for the first path.</summary>
internal static class DroppedConditions
{
    /// <summary>The nodes and facts of each, as far as they are right.</summary>
    internal static List<(IReadOnlyList<string> Nodes, IReadOnlyList<string> Facts)> Check(AnswerBody body, HopRules rules, StepCount steps)
    {
        var told = new List<(IReadOnlyList<string> Nodes, IReadOnlyList<string> Facts)>();
        var candidates = Of(rules.Asked).ToList();
        var last = -1;
        foreach (var item in body.Items("relaxations"))
        {
            var found = candidates.FindIndex(last + 1, candidate => candidate.Without == item.Find("without")?.Text);
            if (found < 0)
            {
                body.Wrong("relaxation", "relaxations", item, "a condition of the question, in their order, each once");
                continue;
            }

            last = found;
            if (Check(body, rules, item, candidates[found], steps) is { } path)
            {
                told.Add(path);
            }
        }

        if (body.Find("relaxations") is not { Kind: SeedKind.List })
        {
            body.Wrong("relaxation", "relaxations", body.Find("relaxations"), "a list");
        }

        return told;
    }

    private static (IReadOnlyList<string> Nodes, IReadOnlyList<string> Facts)? Check(
        AnswerBody body, HopRules rules, SeedValue item, (string Without, Asked Asked) dropped, StepCount steps)
    {
        var wider = new HopRules(rules.Set, dropped.Asked);
        var nodes = new PathList(wider, steps).First(dropped.Asked.From, dropped.Asked.To, dropped.Asked.MaxHops);
        if (steps.IsSpent || nodes is null)
        {
            if (!steps.IsSpent)
            {
                body.Wrong("relaxation", "relaxations", item, $"nothing: without {dropped.Without} there is no path either");
            }

            return null;
        }

        var path = PathFacts.Of(wider, nodes);
        var facts = Enumerable.Range(0, path.Hops.Count).Select(hop => path.FactsOf(hop).First().Key).ToList();
        var brokenAt = dropped.Asked.Filter.Products == rules.Asked.Filter.Products ? -1 : PathFacts.Of(rules, nodes).BrokenAt;
        body.ExpectItem("relaxation", "relaxations", item, writer =>
        {
            writer.Field("without", dropped.Without);
            writer.Field("nodes", nodes);
            writer.Field("facts", [.. facts.Select(fact => fact.Id)]);
            writer.Field("brokenAt", brokenAt < 0 ? null : FactReading.Of(rules.Set, facts[brokenAt], nodes[brokenAt]));
        });
        return (nodes, [.. facts.Select(fact => fact.Id)]);
    }

    /// <summary>The conditions that a question could do without, as the command line writes them, with the question that is left.</summary>
    private static IEnumerable<(string Without, Asked Asked)> Of(Asked asked)
    {
        var filter = asked.Filter;
        (bool IsAsked, string Without, Func<Asked> Asked)[] conditions =
        [
            (asked.Via.Count > 0, Each("--via", asked.Via), () => asked with { Via = [] }),
            (asked.Edges is not null, $"--edges \"{asked.Edges}\"", () => WithoutPattern(asked)),
            (asked.IsInTimeOrder, "--in-time-order", () => asked with { IsInTimeOrder = false }),
            (filter.AvoidNodes.Count > 0, Each("--avoid", filter.AvoidNodes), () => With(asked, filter with { AvoidNodes = [] })),
            (filter.AvoidFacts.Count > 0, $"--avoid-fact {string.Join(',', filter.AvoidFacts)}", () => With(asked, filter with { AvoidFacts = [] })),
            (filter.AvoidCountries.Count > 0, Each("--avoid-country", filter.AvoidCountries), () => With(asked, filter with { AvoidCountries = [] })),
            (filter.AvoidNodeTypes.Count > 0, $"--avoid-node-type {string.Join(',', filter.AvoidNodeTypes)}", () => With(asked, filter with { AvoidNodeTypes = [] })),
            (filter.Channels.Count > 0, Each("--channel", filter.Channels), () => With(asked, filter with { Channels = [] })),
            (filter.KnownOn is not null, $"--known-on {Day(filter.KnownOn)}", () => With(asked, filter with { KnownOn = null })),
            (filter.MinConfidence > 0, string.Create(CultureInfo.InvariantCulture, $"--min-confidence {filter.MinConfidence}"), () => With(asked, filter with { MinConfidence = 0 })),
            (filter.Statuses.Count < FactStatusText.All.Count, $"--status {string.Join(',', filter.Statuses.Select(status => status.ToText()))}",
                () => With(asked, filter with { Statuses = Enum.GetValues<FactStatus>() })),
            (filter.AsOf is not null, $"--as-of {Day(filter.AsOf)}", () => With(asked, filter with { AsOf = null, IsCertainOnly = false })),
            (filter.Sources.Count > 0, $"--source {string.Join(',', filter.Sources)}", () => With(asked, filter with { Sources = [] })),
            (!filter.IncludesCurator, "--no-curator", () => With(asked, filter with { IncludesCurator = true })),
            (filter.Products != AskedFilter.AnyProduct, "the same product along supply", () => With(asked, filter with { Products = AskedFilter.AnyProduct })),
        ];
        return conditions.Where(condition => condition.IsAsked).Select(condition => (condition.Without, condition.Asked()));
    }

    private static Asked With(Asked asked, AskedFilter filter) => asked with { Filter = filter };

    /// <summary>The types that the expression names stay followed, in any order.</summary>
    private static Asked WithoutPattern(Asked asked) => asked with { Edges = null, TypesOfEdges = asked.Edges };

    private static string Each(string option, IEnumerable<string> values) => string.Join(' ', values.Select(value => $"{option} {value}"));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
