using System.Numerics;

namespace KnowledgeGraph.Verify;

/// <summary>Which paths a question wants, found by listing all there are and putting them in order.</summary>
/// <param name="rules">The rules.</param>
/// <param name="list">Lists the paths.</param>
/// <param name="steps">The work allowed.</param>
internal sealed class WantedPaths(HopRules rules, PathList list, StepCount steps)
{
    private const int MostPaths = 100_000;
    private const int GreatestHops = 32;

    private readonly Asked asked = rules.Asked;

    /// <summary>The paths in order, cut by the limit, and whether it cut any off; null where that takes more work than is allowed.</summary>
    internal (IReadOnlyList<IReadOnlyList<string>> Paths, bool IsLimited)? Find()
    {
        if (asked.IsDisjoint)
        {
            return All() is { } some ? new DisjointSets(some, asked.Mode == "node-disjoint", steps).Largest(asked.K, asked.Limit) : null;
        }

        var isByLimit = asked.Mode != "k-shortest" || asked.K > asked.Limit;
        var most = isByLimit ? asked.Limit + 1L : asked.K;
        var found = asked.Order == "hops" ? ByHops(most) : Ranked();
        return found is null ? null : (found.Take((int)Math.Min(most, asked.Limit)).ToList(), isByLimit && found.Count > asked.Limit);
    }

    private List<IReadOnlyList<string>>? ByHops(long most)
    {
        var found = new List<IReadOnlyList<string>>();
        for (var hops = 0; hops <= asked.MaxHops && found.Count < most && !(asked.Mode == "shortest" && found.Count > 0); hops++)
        {
            found.AddRange(list.OfLength(asked.From, asked.To, hops).Take((int)Math.Min(most - found.Count, MostPaths)));
        }

        return steps.IsSpent || found.Count >= MostPaths ? null : found;
    }

    private List<IReadOnlyList<string>>? All()
    {
        var all = Enumerable.Range(0, asked.MaxHops + 1).SelectMany(hops => list.OfLength(asked.From, asked.To, hops)).Take(MostPaths).ToList();
        return steps.IsSpent || all.Count == MostPaths ? null : all;
    }

    private List<IReadOnlyList<string>>? Ranked()
    {
        var ranked = All()?
            .Select(nodes => (Nodes: nodes, Worth: WorthOf(PathFacts.Of(rules, nodes), asked.Order)))
            .OrderByDescending(path => path.Worth)
            .ToList();
        var kept = asked.Mode == "shortest" ? ranked?.Where(path => path.Worth == ranked[0].Worth) : ranked;
        return kept?.Select(path => path.Nodes).ToList();
    }

    /// <summary>What an order ranks by, the greater the better, in whole numbers that hold it exactly.</summary>
    internal static BigInteger WorthOf(PathFacts path, string order) => order switch
    {
        "reliability" => new PathTrust(path).ExactProduct() * BigInteger.Pow(10_000, GreatestHops - path.Hops.Count),
        "width" => (BigInteger)Math.Round((new PathTrust(path).Weakest()?.Carrier.Confidence ?? 1) * 10_000),
        _ => GreatestHops - path.Hops.Count,
    };
}
