using System.Globalization;
using System.Numerics;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Gathers the labels of a <see cref="PathCertificate"/>: layer by layer of hops, each state with the greatest product that it can be
/// reached with, as long as that beats what the state was reached with before (labels of two criteria; Hansen 1980). Time and memory:
/// hops of the space times the most hops.
/// </summary>
internal sealed class CertificateSearch
{
    private const int Whole = 10_000;

    private readonly DependencySearch search;
    private readonly SearchSpace space;
    private readonly SearchBudget budget;
    private readonly PathOrder order;
    private readonly BigInteger one;
    private readonly double leastConfidence;
    private readonly BigInteger leastProduct;
    private readonly List<Label> labels;

    private CertificateSearch(PathQuestion question, DependencySearch search, int from, int maxHops, DependencyPath? first, SearchBudget budget)
    {
        (this.search, this.budget, order) = (search, budget, first is null ? PathOrder.Hops : question.Order);
        space = SearchSpace.Explore(new Exploration(search, maxHops), [from], budget);
        one = BigInteger.Pow(Whole, maxHops);
        leastConfidence = order == PathOrder.Width ? first!.WeakestLink!.Confidence : -1;
        leastProduct = order == PathOrder.Reliability ? ExactProduct(first!) : -1;
        labels = [new Label(0, 0, one)];
    }

    /// <summary>The certificate of an answer. What the bounds leave no room for is not shown, and it says so.</summary>
    /// <param name="question">The question.</param>
    /// <param name="search">What may be followed.</param>
    /// <param name="from">Node index.</param>
    /// <param name="to">Node index.</param>
    /// <param name="first">The first path of the answer; null where there is none.</param>
    /// <param name="budget">What is left of the bounds; looking for labels changes nothing about the answer.</param>
    internal static PathCertificate Of(PathQuestion question, DependencySearch search, int from, int to, DependencyPath? first, SearchBudget budget)
    {
        CertificateObstacle? obstacle = from == to ? CertificateObstacle.NoHops
            : first is null && budget.Stopped != StopReason.None ? CertificateObstacle.Stopped
            : first is not null && question.Mode is (PathMode.EdgeDisjoint or PathMode.NodeDisjoint) ? CertificateObstacle.Disjoint
            : null;
        if (obstacle is { } known)
        {
            return Nothing(known);
        }

        var spare = budget.Spare();
        var maxHops = first is not null && question.Order == PathOrder.Hops ? first.Hops.Count - 1 : question.MaxHops;
        var gathering = new CertificateSearch(question, search, from, maxHops, first, spare);
        gathering.Gather(maxHops);
        return spare.Stopped != StopReason.None ? Nothing(CertificateObstacle.Bounds)
            : gathering.labels.Count > PathCertificate.MostLabels ? Nothing(CertificateObstacle.Labels)
            : gathering.MayEndAt(to) ? Nothing(CertificateObstacle.Walks)
            : new PathCertificate(gathering.Claim(first), null, gathering.Described());
    }

    private static PathCertificate Nothing(CertificateObstacle because) => new(CertificateClaim.Nothing, because, []);

    private CertificateClaim Claim(DependencyPath? first) => first is null ? CertificateClaim.NoPath : order switch
    {
        PathOrder.Hops => CertificateClaim.NoneShorter,
        PathOrder.Reliability => CertificateClaim.NoneMoreReliable,
        _ => CertificateClaim.NoneWider,
    };

    /// <summary>The greatest product of a path, 1 being <see cref="one"/>.</summary>
    private BigInteger ExactProduct(DependencyPath path)
    {
        var nodes = path.Nodes.Select(search.Graph.IndexOf).ToArray();
        return new PathChoices(search, nodes).ExactProduct() * one / BigInteger.Pow(Whole, path.Hops.Count);
    }

    private void Gather(int maxHops)
    {
        var best = new Dictionary<int, BigInteger> { [0] = one };
        for (int first = 0, hops = 0; first < labels.Count && hops < maxHops && labels.Count <= PathCertificate.MostLabels; hops++)
        {
            var end = labels.Count;
            var layer = new SortedDictionary<int, BigInteger>();
            for (; first < end; first++)
            {
                Lead(labels[first], best, layer);
            }

            foreach (var (state, product) in layer)
            {
                best[state] = product;
                labels.Add(new Label(state, hops + 1, product));
            }
        }
    }

    /// <summary>Offers the states that hops out of a label lead to, unless they are hopeless or were reached as well before.</summary>
    private void Lead(Label label, Dictionary<int, BigInteger> best, SortedDictionary<int, BigInteger> layer)
    {
        for (var hop = space.FirstHop(label.State); hop < space.EndOfHops(label.State) && budget.Step(); hop++)
        {
            var (next, product) = (space.StateAfter(hop), Times(label.Product, space.EdgeOf(hop)));
            var isHopeless = search.Graph.Edges.Confidence[space.EdgeOf(hop)] <= leastConfidence || product <= leastProduct;
            if (!isHopeless && !(best.TryGetValue(next, out var before) && before >= product) && !(layer.TryGetValue(next, out var other) && other >= product))
            {
                layer[next] = product;
            }
        }
    }

    private BigInteger Times(BigInteger product, int edge) =>
        order == PathOrder.Reliability ? product / Whole * (int)Math.Round(search.Graph.Edges.Confidence[edge] * Whole) : product;

    private bool MayEndAt(int node)
    {
        var ends = space.EndsAt(node).ToHashSet();
        return labels.Exists(label => ends.Contains(label.State));
    }

    private IReadOnlyList<PathLabel> Described() => [.. labels
        .Select(Describe)
        .OrderBy(label => label.Hops)
        .ThenBy(label => label.Node, StringComparer.Ordinal)
        .ThenBy(label => label.ToString(), StringComparer.Ordinal)];

    private PathLabel Describe(Label label)
    {
        var travel = space.TravelOf(label.State);
        var described = new PathLabel
        {
            Node = search.Graph.NodeAt(space.NodeOf(label.State)).Id,
            Hops = label.Hops,
            Product = travel.Product >= 0 ? search.Graph.NodeAt(travel.Product).Id : null,
            IsUnspecified = travel.Product == ProductTracker.Unspecified,
            Best = order == PathOrder.Reliability ? Decimal(label.Product) : null,
        };
        return search.Rules.Describe(travel, described);
    }

    private string Decimal(BigInteger product)
    {
        var decimals = one.ToString(CultureInfo.InvariantCulture).Length - 1;
        return product == one ? "1" : $"0.{product.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0').TrimEnd('0')}";
    }

    /// <param name="State">The state.</param>
    /// <param name="Hops">After how many hops.</param>
    /// <param name="Product">The greatest product; 1 in other orders.</param>
    private sealed record Label(int State, int Hops, BigInteger Product);
}
