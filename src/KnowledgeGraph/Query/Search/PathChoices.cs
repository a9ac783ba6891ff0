using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The choices of a node sequence: one fact for each hop, every filter and every rule passed. Dynamic programming over what is
/// gathered between hops, called tracks here; linear in the parallel facts and tracks of the path.
/// </summary>
internal sealed class PathChoices
{
    private readonly DependencySearch search;
    private readonly List<Choice>[] hops;

    /// <param name="search">What may be followed.</param>
    /// <param name="nodes">Node indices.</param>
    internal PathChoices(DependencySearch search, int[] nodes)
    {
        this.search = search;
        hops = new List<Choice>[nodes.Length - 1];
        List<Travel> tracks = [search.Rules.Start(nodes[0])];
        for (var hop = 0; hop < hops.Length; hop++)
        {
            hops[hop] = [];
            foreach (var track in tracks)
            {
                AddFrom(track, nodes[hop], nodes[hop + 1], hops[hop]);
            }

            tracks = [.. hops[hop].Select(choice => choice.Next).Distinct()];
        }

        if (hops.Length > 0)
        {
            hops[^1].RemoveAll(choice => !search.Rules.Accepts(choice.Next));
        }

        FirstBroken = Array.FindIndex(hops, choices => choices.Count == 0);
        for (var hop = hops.Length - 2; hop >= 0; hop--)
        {
            var later = hops[hop + 1];
            hops[hop].RemoveAll(choice => !later.Exists(next => next.Track == choice.Next));
        }
    }

    /// <summary>Number of the first hop, from 0, that no fact can carry; -1 if the path is sound.</summary>
    internal int FirstBroken { get; }

    /// <summary>The facts of a hop that some choice uses, best confidence first, then id.</summary>
    internal IReadOnlyList<HopFact> FactsOf(int hop)
    {
        var edges = search.Graph.Edges;
        var sorted = new List<Choice>(hops[hop]);
        sorted.Sort((a, b) => edges.Confidence[a.Edge] != edges.Confidence[b.Edge]
            ? edges.Confidence[b.Edge].CompareTo(edges.Confidence[a.Edge])
            : edges.Fact[a.Edge] - edges.Fact[b.Edge]);
        var facts = new List<HopFact>();
        for (var start = 0; start < sorted.Count;)
        {
            var end = sorted.FindIndex(start, choice => edges.Fact[choice.Edge] != edges.Fact[sorted[start].Edge]);
            var count = (end < 0 ? sorted.Count : end) - start;
            facts.Add(ToHopFact(sorted.GetRange(start, count)));
            start += count;
        }

        return facts;
    }

    /// <summary>The best weakest link and where it lies; null without hops.</summary>
    internal WeakestLink? Weakest() => hops.Length == 0 ? null : new ChoiceConfidence(search.Graph, hops).Weakest();

    /// <summary>The greatest product over the choices, multiplied in descending order.</summary>
    internal double Product() => new ChoiceConfidence(search.Graph, hops).Product();

    /// <summary>The greatest product, exactly: in ten-thousandths to the power of the hops.</summary>
    internal System.Numerics.BigInteger ExactProduct() => new ChoiceConfidence(search.Graph, hops).ExactProduct();

    /// <summary>Whether the path holds on a day: the best over the choices of the least over the hops.</summary>
    internal Certainty At(DateOnly day) => new ChoiceDays(search.Graph, hops).At(day);

    /// <summary>The runs of days with the same word, in order, those with <see cref="Certainty.Not"/> left out.</summary>
    internal IReadOnlyList<HoldingWindow> Windows() => new ChoiceDays(search.Graph, hops).Windows();

    private void AddFrom(Travel track, int node, int neighbour, List<Choice> choices)
    {
        foreach (var step in search.Steps.Between(node, neighbour))
        {
            if (search.Mask.Admits(step.Edge) && search.Rules.Next(track, step.Edge, neighbour) is { } next)
            {
                choices.Add(new Choice(track, step.Edge, next));
            }
        }
    }

    /// <summary>Makes a hop's fact of the choices that use it.</summary>
    private HopFact ToHopFact(List<Choice> choices)
    {
        var graph = search.Graph;
        var type = graph.TypeOf(choices[0].Edge);
        var products = new List<int>();
        foreach (var choice in choices)
        {
            var product = graph.Edges.Product[choice.Edge];
            if (type.ProductPlace != Ontology.ProductPlace.None && product != EdgeColumns.NoProduct && !products.Contains(product))
            {
                products.Add(product);
            }
        }

        products.Sort();
        return new HopFact(
            graph.FactOf(choices[0].Edge).Id,
            type.Layer,
            products.ConvertAll(product => graph.NodeAt(product).Id),
            choices.TrueForAll(choice => search.Rules.NeedsAllowance(choice.Track, choice.Edge)),
            Declarations(choices));
    }

    /// <summary>What the fact's product needs to be declared by: the fewest facts, of as many the first by ids; nothing if some choice can do without.</summary>
    private IReadOnlyList<string> Declarations(List<Choice> choices)
    {
        IReadOnlyList<string>? least = null;
        foreach (var choice in choices)
        {
            var needed = search.Rules.DeclarationsFor(choice.Track, choice.Edge);
            least = least is null || needed.Count < least.Count || (needed.Count == least.Count && ComesFirst(needed, least)) ? needed : least;
        }

        return least ?? [];
    }

    private static bool ComesFirst(IReadOnlyList<string> ids, IReadOnlyList<string> others)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (string.CompareOrdinal(ids[i], others[i]) is var order && order != 0)
            {
                return order < 0;
            }
        }

        return false;
    }
}
