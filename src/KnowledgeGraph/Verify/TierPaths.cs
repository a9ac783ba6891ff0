using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Verify;

/// <summary>The nodes around one, each with its first shortest path, looked for node by node.</summary>
internal sealed class TierPaths
{
    private readonly HopRules rules;
    private readonly PathList list;
    private readonly StepCount steps;
    private readonly bool runsAlong;

    internal TierPaths(HopRules rules, StepCount steps)
    {
        (this.rules, this.steps, list) = (rules, steps, new PathList(rules, steps));
        runsAlong = (rules.Asked.Kind == "downstream") == rules.IsCausal;
    }

    /// <summary>Whether any fact of the followed types says what is asked of a node.</summary>
    internal bool IsKnown(string anchor) => runsAlong ? rules.IsLeft(anchor) : rules.IsArrivedAt(anchor);

    /// <summary>The node that a path brings into a tier.</summary>
    internal string MemberOf(IReadOnlyList<string> nodes) => runsAlong ? nodes[^1] : nodes[0];

    /// <summary>The paths by length, then by node; null once the steps are spent.</summary>
    internal IReadOnlyList<PathFacts>? From(string anchor)
    {
        var found = rules.Set.Nodes
            .Where(node => node.Id != anchor)
            .Select(node => runsAlong ? list.First(anchor, node.Id, rules.Asked.MaxHops) : list.First(node.Id, anchor, rules.Asked.MaxHops))
            .OfType<IReadOnlyList<string>>()
            .OrderBy(nodes => nodes.Count)
            .ThenBy(MemberOf, StringComparer.Ordinal)
            .ToList();
        return steps.IsSpent ? null : found.ConvertAll(nodes => PathFacts.Of(rules, nodes));
    }

    /// <summary>The nodes that paths bring in at which knowledge ends.</summary>
    internal IReadOnlyList<string> EndsAmong(IEnumerable<PathFacts> paths) =>
        [.. paths.Select(path => MemberOf(path.Nodes)).Where(node => !IsKnown(node)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Why nothing found around a node is no "no" yet; empty where it is.</summary>
    internal IReadOnlyList<string> GapsOf(string anchor) => !IsKnown(anchor) ? [runsAlong ? "from-has-no-facts" : "to-has-no-facts"] : IsCutShort(anchor) ? ["max-hops"] : [];

    /// <summary>
    /// Whether longer paths than allowed could lead to nodes that none was found for: one hop more leads further, or a walk, which may
    /// meet a node twice, leads to a node that no path does.
    /// </summary>
    private bool IsCutShort(string anchor)
    {
        var most = rules.Asked.MaxHops;
        var around = list.HopsTo(anchor);
        if (runsAlong ? Reached.From(rules, anchor, most, steps).IsCutShort : around.ContainsValue(most + 1))
        {
            return true;
        }

        var walked = runsAlong
            ? Reached.From(rules, anchor, int.MaxValue, steps).Nodes.Count(node => node != anchor)
            : around.Keys.Count(node => node != anchor && Reached.From(rules, node, int.MaxValue, steps).Nodes.Contains(anchor));
        return (runsAlong ? walked : around.Count - 1) > most && walked > (From(anchor)?.Count ?? 0);
    }

    /// <summary>Writes what a tier holds.</summary>
    internal void WriteCount(JsonWriter writer, IReadOnlyList<PathFacts> tier)
    {
        var products = tier.SelectMany(path => path.Hops[runsAlong ? path.Hops.Count - 1 : 0])
            .Where(carrier => rules.Set.Ontology.EdgeTypes[carrier.Hop.Fact.Type].ProductPlace != Ontology.ProductPlace.None)
            .Select(carrier => carrier.Hop.Product).OfType<string>();
        var nodes = tier.Select(path => rules.Set.FindNode(MemberOf(path.Nodes))!);
        var countries = nodes.SelectMany(node => rules.Set.Ontology.IsA(node.Type, Ontology.OntologyModel.CountryType) ? [node.Id, .. node.Countries] : node.Countries);
        writer.Field("tier", tier[0].Hops.Count);
        writer.Field("nodes", tier.Count);
        writer.Field("products", [.. products.Distinct().Order(StringComparer.Ordinal)]);
        writer.Field("countries", [.. countries.Distinct().Order(StringComparer.Ordinal)]);
    }
}
