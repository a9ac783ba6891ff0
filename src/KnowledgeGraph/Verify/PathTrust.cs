using System.Numerics;

namespace KnowledgeGraph.Verify;

/// <summary>How far a path can be trusted: the best over its choices of facts.</summary>
/// <param name="path">A path that holds.</param>
internal sealed class PathTrust(PathFacts path)
{
    private const int TenThousand = 10_000;
    private const int MostTies = 256;

    /// <summary>
    /// The least trusted fact of the choice that does best by it, with its hop from 1; of equal choices the one with the more trusted
    /// fact at each hop, then with the lesser id. Null without hops.
    /// </summary>
    internal (int Hop, Carrier Carrier)? Weakest()
    {
        var rest = RestOf();
        var choice = new List<Carrier>();
        for (var hop = 0; hop < path.Hops.Count; hop++)
        {
            choice.Add(path.Hops[hop]
                .Where(carrier => hop == 0 || carrier.Before == choice[hop - 1].After)
                .OrderByDescending(carrier => Math.Min(carrier.Confidence, rest[hop + 1].GetValueOrDefault(carrier.After, 1)))
                .ThenByDescending(carrier => carrier.Confidence)
                .ThenBy(carrier => carrier.Hop.Fact.Id, StringComparer.Ordinal)
                .First());
        }

        return choice.Count == 0 ? null : choice.Select((carrier, hop) => (hop + 1, carrier)).MinBy(link => link.carrier.Confidence);
    }

    /// <summary>The greatest product as a whole number; 1 is ten thousand to the power of the hops.</summary>
    internal BigInteger ExactProduct() => Products()[^1].Values.Select(best => best.Product).DefaultIfEmpty(BigInteger.One).Max();

    /// <summary>The greatest product, multiplied from the greatest confidence down; 1 without hops.</summary>
    internal double Product()
    {
        var last = Products()[^1].Values;
        var greatest = ExactProduct();
        return last.Where(best => best.Product == greatest).SelectMany(best => best.Ties)
            .Select(confidences => confidences.OrderDescending().Aggregate(1.0, (product, confidence) => product * confidence))
            .DefaultIfEmpty(1).Max();
    }

    /// <summary>For each hop and state before it the best that can be made of the weakest link from there on.</summary>
    private Dictionary<WalkState, double>[] RestOf()
    {
        var rest = new Dictionary<WalkState, double>[path.Hops.Count + 1];
        rest[^1] = [];
        for (var hop = path.Hops.Count - 1; hop >= 0; hop--)
        {
            rest[hop] = path.Hops[hop]
                .GroupBy(carrier => carrier.Before)
                .ToDictionary(group => group.Key, group => group.Max(carrier => Math.Min(carrier.Confidence, rest[hop + 1].GetValueOrDefault(carrier.After, 1))));
        }

        return rest;
    }

    /// <summary>For each hop and state after it the greatest product up to there, with the confidences that make it.</summary>
    private List<Dictionary<WalkState, Best>> Products()
    {
        List<Dictionary<WalkState, Best>> products = [[]];
        foreach (var carriers in path.Hops)
        {
            var before = products[^1];
            var isFirst = products.Count == 1;
            products.Add(carriers
                .Select(carrier => (carrier, Best: isFirst ? Best.Start : before.GetValueOrDefault(carrier.Before)))
                .Where(step => step.Best is not null)
                .GroupBy(step => step.carrier.After, step => step.Best!.Times(step.carrier.Confidence))
                .ToDictionary(group => group.Key, Greatest));
        }

        return products;
    }

    private static Best Greatest(IEnumerable<Best> some)
    {
        var all = some.ToList();
        var greatest = all.Max(best => best.Product);
        var ties = all.Where(best => best.Product == greatest).SelectMany(best => best.Ties).DistinctBy(tie => string.Join(' ', tie.Order())).Take(MostTies);
        return new Best(greatest, [.. ties]);
    }

    private sealed record Best(BigInteger Product, IReadOnlyList<IReadOnlyList<double>> Ties)
    {
        internal static Best Start { get; } = new(BigInteger.One, [[]]);

        internal Best Times(double confidence) =>
            new(Product * (int)Math.Round(confidence * TenThousand), [.. Ties.Select(tie => (IReadOnlyList<double>)[.. tie, confidence])]);
    }
}
