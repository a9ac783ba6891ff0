using System.Numerics;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>How far a path can be trusted, over all its choices of facts.</summary>
/// <param name="graph">The graph.</param>
/// <param name="hops">For each hop the choices; none is empty.</param>
internal sealed class ChoiceConfidence(EmbeddedGraph graph, List<Choice>[] hops)
{
    private const int MaxTies = 256;

    /// <summary>Set where nothing is to be chosen, as on most paths; exact products, and the library for them, are not needed then.</summary>
    private List<Choice>? OnlyChoice =>
        Array.TrueForAll(hops, choices => choices.Count == 1) ? [.. hops.Select(choices => choices[0])] : null;

    /// <summary>
    /// The least trusted fact of the choice that does best by it; among equal choices the more trusted fact at each hop, then the
    /// lesser id. There is at least one hop.
    /// </summary>
    internal WeakestLink Weakest()
    {
        if (OnlyChoice is { } only)
        {
            return Weakest(only);
        }

        var best = Best();
        var chain = new List<Choice>();
        for (var hop = 0; hop < hops.Length; hop++)
        {
            Choice? chosen = null;
            foreach (var choice in hops[hop])
            {
                if ((hop == 0 || choice.Track == chain[^1].Next) && (chosen is null || IsBetter(best, hop, choice, chosen)))
                {
                    chosen = choice;
                }
            }

            chain.Add(chosen!);
        }

        return Weakest(chain);
    }

    /// <summary>
    /// The greatest product, multiplied in descending order; 1 without hops. Products of four-decimal confidences are compared exactly,
    /// as whole numbers; of equals the one greatest as a double counts, since 0.9 times 0.2 and 0.6 times 0.3 differ in the last place.
    /// </summary>
    internal double Product()
    {
        if (OnlyChoice is { } only)
        {
            return Multiplied(only);
        }

        var best = Best();
        List<Prefix> ties = [new Prefix(hops[0][0].Track, [])];
        for (var hop = 0; hop < hops.Length; hop++)
        {
            var (from, at) = (ties, hop);
            ties = [.. hops[hop]
                .Where(choice => Times(Confidence(choice), RestOf(best, at, choice).Product) == best[at][choice.Track].Product)
                .SelectMany(choice => from.Where(tie => tie.Track == choice.Track).Select(tie => new Prefix(choice.Next, [.. tie.Choices, choice])))
                .DistinctBy(tie => new Bag(tie.Track, string.Join(' ', tie.Choices.Select(Confidence).Order())))
                .Take(MaxTies)];
        }

        return ties.Max(tie => Multiplied(tie.Choices));
    }

    /// <summary>The greatest product as a whole number, in ten-thousandths to the power of the hops.</summary>
    internal BigInteger ExactProduct()
    {
        var products = Best()[0].Values.Select(rest => rest.Product);
        return products.Max();
    }

    private static BigInteger Times(double confidence, BigInteger rest) => new BigInteger(Math.Round(confidence * 10_000)) * rest;

    private WeakestLink Weakest(List<Choice> chain)
    {
        var weakest = 0;
        for (var hop = 1; hop < chain.Count; hop++)
        {
            weakest = Confidence(chain[hop]) < Confidence(chain[weakest]) ? hop : weakest;
        }

        return new WeakestLink(weakest + 1, graph.FactOf(chain[weakest].Edge).Id, Confidence(chain[weakest]));
    }

    private double Multiplied(List<Choice> choices)
    {
        var product = 1.0;
        foreach (var confidence in Descending(choices))
        {
            product *= confidence;
        }

        return product;
    }

    /// <summary>Sorted by insertion: a path has few hops, and the library's sort of numbers is not compiled ahead.</summary>
    private double[] Descending(List<Choice> choices)
    {
        var sorted = new double[choices.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            var (confidence, at) = (Confidence(choices[i]), i);
            for (; at > 0 && sorted[at - 1] < confidence; at--)
            {
                sorted[at] = sorted[at - 1];
            }

            sorted[at] = confidence;
        }

        return sorted;
    }

    private bool IsBetter(Dictionary<Travel, Rest>[] best, int hop, Choice choice, Choice other)
    {
        var (weakest, otherWeakest) = (WeakestBy(best, hop, choice), WeakestBy(best, hop, other));
        return weakest != otherWeakest ? weakest > otherWeakest
            : Confidence(choice) != Confidence(other) ? Confidence(choice) > Confidence(other)
            : graph.Edges.Fact[choice.Edge] < graph.Edges.Fact[other.Edge];
    }

    private double WeakestBy(Dictionary<Travel, Rest>[] best, int hop, Choice choice) =>
        Math.Min(Confidence(choice), RestOf(best, hop, choice).Weakest);

    /// <summary>For each hop and track the best that the path can reach from there on.</summary>
    private Dictionary<Travel, Rest>[] Best()
    {
        var best = new Dictionary<Travel, Rest>[hops.Length];
        for (var hop = hops.Length - 1; hop >= 0; hop--)
        {
            best[hop] = [];
            foreach (var choice in hops[hop])
            {
                var rest = RestOf(best, hop, choice);
                var here = new Rest(Math.Min(Confidence(choice), rest.Weakest), Times(Confidence(choice), rest.Product));
                best[hop][choice.Track] = best[hop].TryGetValue(choice.Track, out var other) ? here.BestOf(other) : here;
            }
        }

        return best;
    }

    private Rest RestOf(Dictionary<Travel, Rest>[] best, int hop, Choice choice) =>
        hop + 1 < hops.Length ? best[hop + 1][choice.Next] : Rest.End;

    private double Confidence(Choice choice) => graph.Edges.Confidence[choice.Edge];

    /// <summary>The best weakest link and the greatest product, each by itself, in ten-thousandths to the power of the hops.</summary>
    private sealed record Rest(double Weakest, BigInteger Product)
    {
        internal static Rest End { get; } = new(1, BigInteger.One);

        internal Rest BestOf(Rest other) => new(Math.Max(Weakest, other.Weakest), BigInteger.Max(Product, other.Product));
    }

    private sealed record Prefix(Travel Track, List<Choice> Choices);

    private sealed record Bag(Travel Track, string Confidences);
}
