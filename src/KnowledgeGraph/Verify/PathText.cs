using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Verify;

/// <summary>What an answer has to say about a path, worked out anew from its nodes alone.</summary>
internal static class PathText
{
    /// <summary>Writes the members of a path.</summary>
    internal static void Write(JsonWriter writer, HopRules rules, PathFacts path)
    {
        writer.Field("nodes", path.Nodes);
        writer.List("hops", Enumerable.Range(0, path.Hops.Count), (w, hop) => w.Object(hop, (h, number) => WriteHop(h, rules, path, number)));
        var trust = new PathTrust(path);
        if (trust.Weakest() is var (weakest, carrier))
        {
            writer.Object("weakestLink", carrier, (w, link) =>
            {
                w.Field("hop", weakest);
                w.Field("fact", link.Hop.Fact.Id);
                w.Field("confidence", link.Confidence);
            });
        }

        writer.Field("product", trust.Product());
        var days = new PathDays(rules.Set, path);
        writer.Field("certainty", rules.Asked.Filter.AsOf is { } day ? Word(days.At(day)) : null);
        writer.List("windows", days.Runs(), static (w, run) => w.Object(run, static (r, window) =>
        {
            r.Field("from", Day(window.From));
            r.Field("to", Day(window.To));
            r.Field("certainty", Word(window.Word));
        }));
    }

    /// <summary>Ids of all facts that a path rests on.</summary>
    internal static IEnumerable<string> FactsOf(HopRules rules, PathFacts path) =>
        Enumerable.Range(0, path.Hops.Count).SelectMany(path.FactsOf).SelectMany(group => DeclaredBy(rules, group).Prepend(group.Key.Id));

    internal static string Word(Certainty certainty) => certainty.ToString().ToLowerInvariant();

    private static void WriteHop(JsonWriter writer, HopRules rules, PathFacts path, int hop)
    {
        var facts = path.FactsOf(hop).ToList();
        writer.Field("from", path.Nodes[hop]);
        writer.Field("to", path.Nodes[hop + 1]);
        writer.Field("reading", FactReading.Of(rules.Set, facts[0].Key, path.Nodes[hop]));
        writer.List("facts", facts, (w, group) => w.Object(group, (f, carriers) =>
        {
            var type = rules.Set.Ontology.EdgeTypes[carriers.Key.Type];
            f.Field("id", carriers.Key.Id);
            f.Field("layer", type.Layer);
            f.Field("products", [.. Products(type.ProductPlace, carriers).Distinct().Order(StringComparer.Ordinal)]);
            f.Flag("unspecified", carriers.All(carrier => rules.Products.NeedsAllowance(carrier.Before.Product, carriers.Key, carrier.Hop.Product)));
            f.Field("declaredBy", DeclaredBy(rules, carriers));
        }));
    }

    private static IEnumerable<string> Products(Ontology.ProductPlace place, IEnumerable<Carrier> carriers) =>
        place == Ontology.ProductPlace.None ? [] : carriers.Select(carrier => carrier.Hop.Product).OfType<string>();

    /// <summary>The declarations without which the fact would not join, the fewest, then the first by ids; none if some choice does without.</summary>
    private static IReadOnlyList<string> DeclaredBy(HopRules rules, IGrouping<Fact, Carrier> carriers) => carriers
        .Select(carrier => rules.Products.DeclaredBy(carrier.Before.Product, carriers.Key, carrier.Hop.Product))
        .OrderBy(chain => chain.Count)
        .ThenBy(chain => string.Join('\n', chain), StringComparer.Ordinal)
        .First();

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
