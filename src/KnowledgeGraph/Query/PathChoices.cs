using System.Collections.Immutable;
using System.Numerics;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query;

/// <summary>
/// The choices of a node sequence: one fact for each hop, every filter and every rule passed. Dynamic programming over what is
/// gathered between hops, called tracks here; linear in the parallel facts and tracks of the path.
/// </summary>
internal sealed class PathChoices
{
    private const int MaxTies = 256;

    private readonly DependencySearch search;
    private readonly List<Choice>[] hops;

    /// <param name="search">What may be followed.</param>
    /// <param name="nodes">Node indices.</param>
    internal PathChoices(DependencySearch search, int[] nodes)
    {
        this.search = search;
        hops = new List<Choice>[nodes.Length - 1];
        var tracks = new HashSet<Travel> { search.Rules.Start(nodes[0]) };
        for (var hop = 0; hop < hops.Length; hop++)
        {
            hops[hop] = [.. tracks.SelectMany(track => From(track, nodes[hop], nodes[hop + 1]))];
            tracks = [.. hops[hop].Select(choice => choice.Next)];
        }

        if (hops.Length > 0)
        {
            hops[^1].RemoveAll(choice => !search.Rules.Accepts(choice.Next));
        }

        FirstBroken = Array.FindIndex(hops, choices => choices.Count == 0);
        for (var hop = hops.Length - 2; hop >= 0; hop--)
        {
            var alive = hops[hop + 1].Select(choice => choice.Track).ToHashSet();
            hops[hop].RemoveAll(choice => !alive.Contains(choice.Next));
        }
    }

    /// <summary>Number of the first hop, from 0, that no fact can carry; -1 if the path is sound.</summary>
    internal int FirstBroken { get; }

    /// <summary>The facts of a hop that some choice uses, best confidence first, then id.</summary>
    internal IReadOnlyList<HopFact> FactsOf(int hop) =>
        [.. hops[hop]
            .GroupBy(choice => search.Graph.Edges.Fact[choice.Edge])
            .OrderByDescending(group => Confidence(group.First()))
            .ThenBy(group => group.Key)
            .Select(ToHopFact)];

    /// <summary>The best weakest link and where it lies; null without hops.</summary>
    internal WeakestLink? Weakest()
    {
        if (hops.Length == 0)
        {
            return null;
        }

        var best = Backwards(1.0, static (confidence, rest) => Math.Min(confidence, rest));
        var chain = Chain(best, static (confidence, rest) => Math.Min(confidence, rest));
        var hop = Enumerable.Range(0, chain.Count).MinBy(i => Confidence(chain[i]));
        return new WeakestLink(hop + 1, search.Graph.FactOf(chain[hop].Edge).Id, Confidence(chain[hop]));
    }

    /// <summary>The greatest product over the choices, multiplied in descending order.</summary>
    internal double Product()
    {
        // Products of four-decimal confidences are compared exactly, as whole numbers; of equals the one greatest as a double counts,
        // since 0.9 times 0.2 and 0.6 times 0.3 differ in the last place.
        var best = Backwards(BigInteger.One, Times);
        IEnumerable<(Travel Track, ImmutableList<double> Confidences)> ties = [(hops.Length == 0 ? default : hops[0][0].Track, [])];
        for (var hop = 0; hop < hops.Length; hop++)
        {
            var (from, at) = (ties, hop);
            ties = [.. hops[hop]
                .Where(choice => Times(Confidence(choice), RestOf(best, at, choice)) == best[at][choice.Track])
                .SelectMany(choice => from.Where(tie => tie.Track == choice.Track).Select(tie => (choice.Next, Insert(tie.Confidences, Confidence(choice)))))
                .DistinctBy(tie => (tie.Next, string.Join(' ', tie.Item2)))
                .Take(MaxTies)];
        }

        return ties.Max(tie => tie.Confidences.Aggregate(1.0, static (product, confidence) => product * confidence));
    }

    /// <summary>Whether the path holds on a day: the best over the choices of the least over the hops.</summary>
    internal Certainty At(DateOnly day)
    {
        var holds = new Dictionary<Travel, Certainty>();
        for (var hop = hops.Length - 1; hop >= 0; hop--)
        {
            var later = holds;
            holds = hops[hop].GroupBy(choice => choice.Track).ToDictionary(
                group => group.Key,
                group => group.Max(choice => Least(ValidityOf(choice).At(day), later.GetValueOrDefault(choice.Next, Certainty.Certainly))));
        }

        return holds.Count == 0 ? Certainty.Certainly : holds.Values.Max();
    }

    /// <summary>The runs of days with the same word, in order, those with <see cref="Certainty.Not"/> left out.</summary>
    internal IReadOnlyList<HoldingWindow> Windows()
    {
        var windows = new List<HoldingWindow>();
        var starts = FirstDaysOfRuns();
        for (var i = 0; i < starts.Count; i++)
        {
            var certainty = At(starts[i]);
            DateOnly? to = i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : null;
            DateOnly? from = starts[i] == DateOnly.MinValue ? null : starts[i];
            if (windows.Count > 0 && windows[^1].Certainty == certainty)
            {
                windows[^1] = windows[^1] with { To = to };
            }
            else
            {
                windows.Add(new HoldingWindow(from, to, certainty));
            }
        }

        return [.. windows.Where(window => window.Certainty != Certainty.Not)];
    }

    private static BigInteger Times(double confidence, BigInteger rest) => new BigInteger(Math.Round(confidence * 10_000)) * rest;

    private static ImmutableList<double> Insert(ImmutableList<double> descending, double confidence)
    {
        var position = descending.FindIndex(other => other < confidence);
        return descending.Insert(position < 0 ? descending.Count : position, confidence);
    }

    private BigInteger RestOf(Dictionary<Travel, BigInteger>[] best, int hop, Choice choice) =>
        hop + 1 < hops.Length ? best[hop + 1][choice.Next] : BigInteger.One;

    private static Certainty Least(Certainty a, Certainty b) => a < b ? a : b;

    private List<DateOnly> FirstDaysOfRuns()
    {
        var days = new SortedSet<DateOnly> { DateOnly.MinValue };
        foreach (var validity in hops.SelectMany(choices => choices).Select(ValidityOf))
        {
            days.Add(validity.NotBefore);
            days.Add(validity.CertainFrom);
            AddDayAfter(days, validity.CertainTo);
            AddDayAfter(days, validity.NotAfter);
        }

        return [.. days];
    }

    private static void AddDayAfter(SortedSet<DateOnly> days, DateOnly day)
    {
        if (day < DateOnly.MaxValue)
        {
            days.Add(day.AddDays(1));
        }
    }

    private List<Choice> From(Travel track, int node, int neighbour)
    {
        var choices = new List<Choice>();
        var neighbours = search.Steps.Neighbours(node);
        var edges = search.Steps.Edges(node);
        for (var i = LowerBound(neighbours, neighbour); i < neighbours.Length && neighbours[i] == neighbour; i++)
        {
            if (search.Mask.Admits(edges[i]) && search.Rules.Next(track, edges[i], neighbour) is { } next)
            {
                choices.Add(new Choice(track, edges[i], next));
            }
        }

        return choices;
    }

    private static int LowerBound(ReadOnlySpan<int> sorted, int value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>For each hop and track the best that the rest of the path can reach.</summary>
    private Dictionary<Travel, T>[] Backwards<T>(T end, Func<double, T, T> join)
        where T : IComparable<T>
    {
        var best = new Dictionary<Travel, T>[hops.Length];
        for (var hop = hops.Length - 1; hop >= 0; hop--)
        {
            best[hop] = hops[hop].GroupBy(choice => choice.Track).ToDictionary(
                group => group.Key,
                group => group.Max(choice => join(Confidence(choice), hop + 1 < hops.Length ? best[hop + 1][choice.Next] : end))!);
        }

        return best;
    }

    /// <summary>A choice that reaches the best; among equals the more trusted fact, then the lesser id.</summary>
    private List<Choice> Chain<T>(Dictionary<Travel, T>[] best, Func<double, T, T> join)
        where T : IComparable<T>
    {
        var chain = new List<Choice>();
        for (var hop = 0; hop < hops.Length; hop++)
        {
            var options = hop == 0 ? hops[0] : hops[hop].Where(choice => choice.Track == chain[^1].Next);
            chain.Add(options
                .OrderByDescending(choice => hop + 1 < hops.Length ? join(Confidence(choice), best[hop + 1][choice.Next]) : best[hop][choice.Track], Comparer<T>.Default)
                .ThenByDescending(Confidence)
                .ThenBy(choice => search.Graph.Edges.Fact[choice.Edge])
                .First());
        }

        return chain;
    }

    private double Confidence(Choice choice) => search.Graph.Edges.Confidence[choice.Edge];

    private Validity ValidityOf(Choice choice) => search.Graph.Edges.Validity[choice.Edge];

    private HopFact ToHopFact(IGrouping<int, Choice> choices)
    {
        var graph = search.Graph;
        var edges = choices.Select(choice => choice.Edge).Distinct().ToList();
        var isCarried = graph.TypeOf(edges[0]).ProductPlace != Ontology.ProductPlace.None;
        var products = edges.Select(edge => graph.Edges.Product[edge]).Where(product => isCarried && product != EdgeColumns.NoProduct);
        return new HopFact(
            graph.Facts.Facts[choices.Key].Id,
            graph.TypeOf(edges[0]).Layer,
            [.. products.Distinct().Order().Select(product => graph.NodeAt(product).Id)],
            choices.All(choice => search.Rules.NeedsAllowance(choice.Track, choice.Edge)));
    }

    /// <summary>A fact for a hop.</summary>
    /// <param name="Track">What was gathered before the hop.</param>
    /// <param name="Edge">The edge.</param>
    /// <param name="Next">What has been gathered after it.</param>
    private readonly record struct Choice(Travel Track, int Edge, Travel Next);
}
