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

    /// <summary>Why nothing may be known of a node asked about.</summary>
    internal string Gap => runsAlong ? "from-has-no-facts" : "to-has-no-facts";

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

    /// <summary>Whether one hop more than allowed could lead to further nodes.</summary>
    internal bool IsCutShort(string anchor)
    {
        if (runsAlong)
        {
            return Reached.From(rules, anchor, rules.Asked.MaxHops, steps).IsCutShort;
        }

        return list.HopsTo(anchor).ContainsValue(rules.Asked.MaxHops + 1);
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
