using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>
/// An oracle written from the semantics alone: it walks over facts, tries every choice of facts explicitly and keeps nothing between
/// questions. Slow, and meant to be.
/// </summary>
internal sealed class BruteForce
{
    private readonly FactSet set;
    private readonly GraphFilter filter;
    private readonly PathQuestion question;
    private readonly BruteRules rules;
    private readonly BruteProducts products;
    private readonly bool isEitherWay;
    private readonly ILookup<(string From, string To), Fact> hops;
    private readonly ILookup<string, string> nexts;

    internal BruteForce(FactSet set, GraphFilter filter)
        : this(set, new PathQuestion { From = "", To = "", Filter = filter })
    {
    }

    /// <param name="set">The facts.</param>
    /// <param name="question">Says which facts and rules; not which of the paths.</param>
    /// <param name="isAnyOrder">Whether the types that the expression names are followed, in any order.</param>
    /// <param name="isEitherWay">Whether facts of any type are read either way, as connections are.</param>
    internal BruteForce(FactSet set, PathQuestion question, bool isAnyOrder = false, bool isEitherWay = false)
    {
        (this.set, this.question, filter, this.isEitherWay) = (set, question, question.Filter, isEitherWay);
        rules = new BruteRules(set, isAnyOrder ? question with { Edges = null } : question);
        products = new BruteProducts(set, filter.Products, [.. set.Facts.Where(Passes)]);
        hops = set.Facts
            .Where(fact => IsHop(fact) && Passes(fact))
            .SelectMany(fact => EndsOf(fact).Distinct().Select(ends => (ends, fact)))
            .Where(pair => !IsAvoided(pair.ends.From) && !IsAvoided(pair.ends.To))
            .ToLookup(pair => pair.ends, pair => pair.fact);
        nexts = hops.Select(group => group.Key).ToLookup(ends => ends.From, ends => ends.To, StringComparer.Ordinal);
    }

    /// <summary>The oracle of connections.</summary>
    internal static BruteForce OfLinks(FactSet set, GraphFilter filter) =>
        new(set, new PathQuestion { From = "", To = "", Filter = filter with { Products = ProductRule.Any } }, isEitherWay: true);

    /// <summary>The facts that may be hops, from the dependent end to the other.</summary>
    internal IEnumerable<(string From, string To, Fact Fact)> Hops => hops.SelectMany(group => group.Select(fact => (group.Key.From, group.Key.To, fact)));

    internal bool IsCausal => set.Ontology.EdgeTypes.Values.Any(type => IsAsked(type) && type.Layer == "causal");

    /// <summary>Every simple path, by hops, then by node ids.</summary>
    internal List<BrutePath> Paths(string from, string to, int maxHops)
    {
        var sequences = new List<List<string>>();
        Walk([from], to, maxHops, sequences);
        return [.. sequences
            .Where(nodes => rules.PassesThrough(nodes) && !nodes.Exists(IsAvoided))
            .Select(nodes => new BrutePath(nodes, ChoicesOf(nodes).FindAll(choice => rules.Allows(choice, IsCausal))))
            .Where(path => path.Choices.Count > 0)
            .OrderBy(path => path.Nodes.Count)
            .ThenBy(path => path.Nodes, Comparer<List<string>>.Create(ByIds))];
    }

    /// <summary>
    /// The fewest hops of a walk from every node to every other that has one, walks being consistent in product and nothing else: rounds
    /// over pairs of node and track until nothing new turns up.
    /// </summary>
    internal Dictionary<string, int> Walks(string from)
    {
        var fewest = new Dictionary<string, int>();
        var seen = new HashSet<(string Node, string Track)>();
        List<(string Node, string Track)> round = IsAvoided(from) ? [] : [(from, products.Start(from))];
        for (var length = 0; round.Count > 0; length++)
        {
            round.RemoveAll(state => !seen.Add(state));
            foreach (var (node, _) in round)
            {
                fewest.TryAdd(node, length);
            }

            round = [.. round.SelectMany(state => hops
                .Where(pair => pair.Key.From == state.Node && pair.Key.To != state.Node)
                .SelectMany(pair => pair.SelectMany(fact => products.ProductsOf(fact).Select(product => (pair.Key.To, products.Follow(state.Track, fact, product).Track)))))
                .Where(state => state.Track is not null).Select(state => (state.To, state.Track!))];
        }

        return fewest;
    }

    /// <summary>Whether any fact of the asked types leads on from a node, or to it; filters aside, denied ones out.</summary>
    internal bool IsLeft(string node) => set.Facts.Any(fact => IsHop(fact) && EndsOf(fact).Any(ends => ends.From == node));

    internal bool IsArrivedAt(string node) => set.Facts.Any(fact => IsHop(fact) && EndsOf(fact).Any(ends => ends.To == node));

    /// <summary>Nodes at which some simple sequence of consistent hops ends.</summary>
    internal IEnumerable<string> Reachable(string from, int maxHops) =>
        set.Nodes.Select(node => node.Id).Where(id => id != from && Paths(from, id, maxHops).Count > 0);

    internal Certainty At(BrutePath path, DateOnly day) =>
        path.Choices.Max(choice => choice.Select(hop => BruteDates.At(set, hop.Fact, day)).Append(Certainty.Certainly).Min());

    /// <summary>How many hops of a sequence can be carried before the products stop matching.</summary>
    internal int SoundHops(List<string> nodes) =>
        Enumerable.Range(1, nodes.Count).Last(count => ChoicesOf(nodes[..count]).Count > 0) - 1;

    /// <summary>A fact of an answer as <see cref="BrutePath.FactsOf"/> writes it.</summary>
    internal static string LineOf(HopFact fact) => BrutePath.Line(fact.Id, fact.Products, fact.IsUnspecified);

    private static int ByIds(List<string>? a, List<string>? b) =>
        a!.Zip(b!, string.CompareOrdinal).FirstOrDefault(order => order != 0);

    private bool IsAsked(EdgeType type) =>
        !filter.AvoidTypes.Contains(type.Name)
        && ((isEitherWay && (filter.Layers.Contains(type.Layer) || filter.Layers.Count + filter.Types.Count == 0))
            || filter.Types.Contains(type.Name)
            || BruteRules.Named(question).Contains(type.Name)
            || (type.DependentEnd != DependentEnd.None && filter.Layers.Contains(type.Layer))
            || (type.DependentEnd != DependentEnd.None && filter.Layers.Count + filter.Types.Count == 0 && BruteRules.IsFollowedUnasked(set, question, type)));

    internal bool IsAvoided(string node) =>
        filter.AvoidNodes.Contains(node)
        || filter.AvoidCountries.Contains(node)
        || set.Nodes.Single(other => other.Id == node).Countries.Any(filter.AvoidCountries.Contains)
        || filter.AvoidNodeTypes.Any(type => set.Ontology.IsA(set.Nodes.Single(other => other.Id == node).Type, type));

    private bool IsHop(Fact fact) => fact.Object is not null && !fact.IsDenied && IsAsked(set.Ontology.EdgeTypes[fact.Type]);

    internal bool Passes(Fact fact) =>
        !fact.IsDenied
        && !filter.AvoidFacts.Contains(fact.Id)
        && (filter.Channels.Count == 0 || (fact.Roles.TryGetValue("channel", out var ways) && ways.Intersect(filter.Channels).Any()))
        && (filter.KnownOn is not { } known || BruteDates.LastDay(fact.EnteredOn) <= known)
        && fact.Confidence >= filter.MinConfidence
        && filter.Statuses.Contains(fact.Status)
        && (fact.IsCurator ? filter.IncludeCurator : IsFromAskedSource(fact))
        && (filter.AsOf is not { } day || BruteDates.At(set, fact, day) >= (filter.CertainOnly ? Certainty.Certainly : Certainty.Possibly));

    private bool IsFromAskedSource(Fact fact) =>
        filter.Sources.Count == 0
        || fact.Evidence.Any(evidence => set.Sources.Any(
            source => source.Id == evidence.Source && (filter.Sources.Contains(source.Id) || filter.Sources.Contains(source.ShortName ?? "-"))));

    /// <summary>The ends of a hop in the order of a path: dependent first, or cause first.</summary>
    private IEnumerable<(string From, string To)> EndsOf(Fact fact)
    {
        var type = set.Ontology.EdgeTypes[fact.Type];
        var isTurned = type.Layer != "causal" && type.DependentEnd == DependentEnd.Object;
        var (from, to) = isTurned ? (fact.Object!, fact.Subject) : (fact.Subject, fact.Object!);
        return type.IsSymmetric || isEitherWay ? [(from, to), (to, from)] : [(from, to)];
    }

    private void Walk(List<string> nodes, string to, int hopsLeft, List<List<string>> found)
    {
        if (nodes[^1] == to)
        {
            found.Add([.. nodes]);
            return;
        }

        foreach (var next in nexts[nodes[^1]].Where(id => hopsLeft > 0 && !nodes.Contains(id)))
        {
            Walk([.. nodes, next], to, hopsLeft - 1, found);
        }
    }

    private List<List<BruteHop>> ChoicesOf(List<string> nodes)
    {
        var choices = new List<(string Track, List<BruteHop> Hops)> { (products.Start(nodes[0]), []) };
        for (var i = 0; i + 1 < nodes.Count; i++)
        {
            var options = hops[(nodes[i], nodes[i + 1])].SelectMany(fact => products.ProductsOf(fact).Select(product => (fact, product))).ToList();
            choices = [.. choices.SelectMany(choice => options.Select(option => Extend(choice, option.fact, option.product)).OfType<(string, List<BruteHop>)>())];
        }

        return choices.ConvertAll(choice => choice.Hops);
    }

    private (string Track, List<BruteHop> Hops)? Extend((string Track, List<BruteHop> Hops) choice, Fact fact, string? product)
    {
        var (track, isAllowed) = products.Follow(choice.Track, fact, product);
        return track is null ? null : (track, [.. choice.Hops, new BruteHop(fact, product, isAllowed)]);
    }
}

/// <summary>A hop of one choice.</summary>
internal sealed record BruteHop(Fact Fact, string? Product, bool IsAllowed);

/// <summary>A node sequence with every choice that carries it.</summary>
internal sealed record BrutePath(List<string> Nodes, List<List<BruteHop>> Choices)
{
    internal double? Weakest => Nodes.Count == 1 ? null : Choices.Max(choice => choice.Min(hop => hop.Fact.Confidence));

    internal double Product => Choices.Max(choice =>
    {
        var product = 1.0;
        foreach (var confidence in choice.Select(hop => hop.Fact.Confidence).OrderDescending())
        {
            product *= confidence;
        }

        return product;
    });

    /// <summary>The facts of a hop as lines: id, products, and a question mark where only an allowance lets it join.</summary>
    internal IEnumerable<string> FactsOf(int hop) => Choices
        .Select(choice => choice[hop])
        .GroupBy(used => used.Fact.Id)
        .OrderByDescending(group => group.First().Fact.Confidence)
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Line(
            group.Key, group.Select(used => used.Product).OfType<string>().Distinct().Order(StringComparer.Ordinal), group.All(used => used.IsAllowed)));

    /// <summary>The products for which some choice takes a hop.</summary>
    internal IEnumerable<string> ProductsOf(int hop) => Choices.Select(choice => choice[hop].Product).OfType<string>().Distinct();

    internal static string Line(string factId, IEnumerable<string> products, bool isUnspecified) =>
        $"{factId}[{string.Join(',', products)}]{(isUnspecified ? "?" : "")}";
}
