using System.Numerics;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Simple paths by product of confidences, then by hops, then by node ids: best-first search over prefixes, each ranked by the best that
/// any way on from it could make of it, ways that meet a node twice included (A*; Hart, Nilsson and Raphael 1968). A path that comes
/// first stands before everything not yet looked at, so that paths come one by one, in proven order.
/// </summary>
/// <remarks>
/// Products are exact: whole numbers, 1 being 10,000 to the power of the most hops. A prefix carries the best product for each state it
/// can be in, so that parallel facts never multiply it. Time and memory: hops of the space times the most hops, then the prefixes
/// whose bound reaches the last path taken.
/// </remarks>
internal sealed class ReliablePaths
{
    private const int Whole = 10_000;
    private const long Fine = 1_000_000_000_000;
    private const int StatesPerPrefix = 16;

    private readonly SearchSpace space;
    private readonly Func<int, double> confidence;
    private readonly int from;
    private readonly int to;
    private readonly SearchBudget budget;
    private readonly BigInteger one;
    private readonly BigInteger least;
    private readonly int[] distance;
    private readonly List<Reach[]> best = [];
    private readonly PriorityQueue<Prefix, Prefix> open = new(Comparer<Prefix>.Create(Order));

    /// <param name="space">The states.</param>
    /// <param name="confidence">The confidence of an edge, with at most four decimals.</param>
    /// <param name="from">Node index.</param>
    /// <param name="to">Node index.</param>
    /// <param name="maxHops">Most hops.</param>
    /// <param name="least">The least product of a path.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal ReliablePaths(SearchSpace space, Func<int, double> confidence, int from, int to, int maxHops, double least, SearchBudget budget)
    {
        (this.space, this.confidence, this.from, this.to, this.budget) = (space, confidence, from, to, budget);
        one = BigInteger.Pow(Whole, maxHops);
        this.least = one * (BigInteger)Math.Ceiling(least * Fine) / Fine;
        distance = space.DistancesTo(to);
        best.Add([.. distance.Select(hops => hops == 0 ? new Reach(one, 0) : Reach.None)]);
        for (var isBetter = true; best.Count <= maxHops && budget.Stopped == StopReason.None;)
        {
            var more = isBetter ? OneHopMore(best[^1]) : best[^1];
            isBetter = isBetter && !more.AsSpan().SequenceEqual(best[^1]);
            best.Add(more);
        }
    }

    /// <summary>The paths in order. Ends early once the budget has stopped.</summary>
    /// <param name="onlyBest">Whether to end after those equal to the first.</param>
    internal IEnumerable<int[]> InOrder(bool onlyBest)
    {
        BigInteger? first = null;
        if (budget.Stopped == StopReason.None && RankOf([from], [(0, one)]) is { } start)
        {
            open.Enqueue(start, start);
        }

        while (budget.Stopped == StopReason.None && open.TryDequeue(out var prefix, out _) && prefix.Product >= least && !(onlyBest && prefix.Product < first))
        {
            if (prefix.Nodes[^1] == to)
            {
                first ??= prefix.Product;
                yield return prefix.Nodes;
            }
            else
            {
                Extend(prefix);
            }
        }
    }

    private static int Order(Prefix? a, Prefix? b)
    {
        var order = b!.Product.CompareTo(a!.Product);
        order = order != 0 ? order : a.Hops.CompareTo(b.Hops);
        return order != 0 ? order : a.Nodes.AsSpan().SequenceCompareTo(b.Nodes);
    }

    private BigInteger Times(BigInteger product, int edge)
    {
        var factor = (int)Math.Round(confidence(edge) * Whole);
        return factor == Whole ? product : product / Whole * factor;
    }

    /// <summary>For each state the best way on of at most one hop more.</summary>
    private Reach[] OneHopMore(Reach[] fewer)
    {
        var more = (Reach[])fewer.Clone();
        for (var state = 0; state < more.Length; state++)
        {
            for (var hop = space.FirstHop(state); hop < space.EndOfHops(state); hop++)
            {
                var (edge, next) = (space.EdgeOf(hop), space.StateAfter(hop));
                if (budget.Step() && fewer[next].Hops != int.MaxValue)
                {
                    var product = Times(fewer[next].Product, edge);
                    var reach = new Reach(product, product.IsZero ? distance[state] : fewer[next].Hops + 1);
                    more[state] = reach.IsBetterThan(more[state]) ? reach : more[state];
                }
            }
        }

        if ((long)best.Count * space.Count > budget.Bounds.MaxStates)
        {
            budget.Stop(StopReason.Memory);
        }

        return more;
    }

    private void Extend(Prefix prefix)
    {
        var left = best.Count - 1 - prefix.Nodes.Length;
        var byNode = new Dictionary<int, Dictionary<int, BigInteger>>();
        foreach (var (state, product) in prefix.Products)
        {
            for (var hop = space.FirstHop(state); hop < space.EndOfHops(state); hop++)
            {
                var (edge, next) = (space.EdgeOf(hop), space.StateAfter(hop));
                if (budget.Step() && best[left][next].Hops != int.MaxValue && !prefix.Nodes.AsSpan().Contains(space.NodeOf(next)))
                {
                    Keep(byNode, next, Times(product, edge));
                }
            }
        }

        foreach (var (node, products) in byNode)
        {
            if (RankOf([.. prefix.Nodes, node], [.. products.Select(pair => (pair.Key, pair.Value))]) is { } longer)
            {
                open.Enqueue(longer, longer);
            }
        }

        if ((long)open.Count * StatesPerPrefix > budget.Bounds.MaxStates)
        {
            budget.Stop(StopReason.Memory);
        }
    }

    private void Keep(Dictionary<int, Dictionary<int, BigInteger>> byNode, int state, BigInteger product)
    {
        var node = space.NodeOf(state);
        if (!byNode.TryGetValue(node, out var products))
        {
            byNode.Add(node, products = []);
        }

        if (!products.TryGetValue(state, out var known) || known < product)
        {
            products[state] = product;
        }
    }

    /// <summary>The prefix with the best that can be made of it; null if it cannot reach the target. A path that is there is what it is.</summary>
    private Prefix? RankOf(int[] nodes, (int State, BigInteger Product)[] products)
    {
        var (done, isThere) = (nodes.Length - 1, nodes[^1] == to);
        var bound = Reach.None;
        foreach (var (state, product) in products)
        {
            var rest = best[isThere ? 0 : best.Count - 1 - done][state];
            if (rest.Hops != int.MaxValue)
            {
                var whole = rest.Product == one ? product : product * rest.Product / one;
                var reach = new Reach(whole, done + (whole.IsZero ? distance[state] : rest.Hops));
                bound = reach.IsBetterThan(bound) ? reach : bound;
            }
        }

        return bound.Hops == int.MaxValue ? null : new Prefix(nodes, products, bound.Product, bound.Hops);
    }

    /// <summary>A sequence of nodes with the best product for each state it can be in, and the best product and hops it may come to.</summary>
    private sealed record Prefix(int[] Nodes, (int State, BigInteger Product)[] Products, BigInteger Product, int Hops);

    /// <summary>The best product to the target, and the fewest hops that come to it.</summary>
    private readonly record struct Reach(BigInteger Product, int Hops)
    {
        internal static Reach None { get; } = new(-1, int.MaxValue);

        internal bool IsBetterThan(Reach other) => Product > other.Product || (Product == other.Product && Hops < other.Hops);
    }
}
