using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Verify;

/// <summary>The facts that can carry a sequence of nodes: for each hop those of every choice that keeps to the rules from end to end.</summary>
internal sealed class PathFacts
{
    private PathFacts(IReadOnlyList<string> nodes, List<Carrier>[] hops, int brokenAt) => (Nodes, Hops, BrokenAt) = (nodes, hops, brokenAt);

    internal IReadOnlyList<string> Nodes { get; }

    /// <summary>For each hop its carriers, by fact, then by product.</summary>
    internal IReadOnlyList<IReadOnlyList<Carrier>> Hops { get; }

    /// <summary>The first hop, from 0, that no fact can carry; -1 if the path holds.</summary>
    internal int BrokenAt { get; }

    internal static PathFacts Of(HopRules rules, IReadOnlyList<string> nodes)
    {
        var hops = new List<Carrier>[nodes.Count - 1];
        List<WalkState> states = [rules.Start(nodes[0])];
        for (var hop = 0; hop < hops.Length; hop++)
        {
            var isLast = hop == hops.Length - 1;
            hops[hop] = [.. states.SelectMany(state => rules.Between(nodes[hop], nodes[hop + 1])
                .Select(step => new Carrier(state, step, rules.Next(state, step)!))
                .Where(carrier => carrier.After is not null && (!isLast || rules.MayEnd(carrier.After))))];
            states = [.. hops[hop].Select(carrier => carrier.After).Distinct()];
        }

        var brokenAt = Array.FindIndex(hops, carriers => carriers.Count == 0);
        for (var hop = hops.Length - 2; hop >= 0; hop--)
        {
            var goOn = hops[hop + 1].Select(carrier => carrier.Before).ToHashSet();
            hops[hop].RemoveAll(carrier => !goOn.Contains(carrier.After));
        }

        return new PathFacts(nodes, hops, brokenAt);
    }

    /// <summary>The carriers of a hop by fact, the most trusted fact first, then by id.</summary>
    internal IEnumerable<IGrouping<Fact, Carrier>> FactsOf(int hop) => Hops[hop]
        .GroupBy(carrier => carrier.Hop.Fact)
        .OrderByDescending(group => group.Key.Confidence)
        .ThenBy(group => group.Key.Id, StringComparer.Ordinal);
}

/// <summary>A fact in its place on a path.</summary>
/// <param name="Before">Where the walk stood.</param>
/// <param name="Hop">The hop.</param>
/// <param name="After">Where it stands then.</param>
internal sealed record Carrier(WalkState Before, WalkHop Hop, WalkState After)
{
    internal double Confidence => Hop.Fact.Confidence;
}
