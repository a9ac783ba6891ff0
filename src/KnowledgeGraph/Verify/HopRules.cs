using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Verify;

/// <summary>
/// The rules of a question, hop by hop, straight from facts and ontology: which facts lead on from a node, and what a walk has gathered
/// after each.
/// </summary>
internal sealed class HopRules
{
    private readonly EdgePattern? pattern;
    private readonly FollowedTypes types;
    private readonly ILookup<string, WalkHop> from;
    private readonly ILookup<(string From, string To), WalkHop> between;

    /// <exception cref="FormatException">The edge expression is none.</exception>
    internal HopRules(FactSet set, Asked asked)
    {
        (Set, Asked) = (set, asked);
        pattern = asked.Edges is { } edges ? new EdgePattern(edges) : null;
        types = FollowedTypes.Of(set.Ontology, asked, asked.TypesOfEdges is { } named ? new EdgePattern(named) : pattern);
        var conditions = new FactConditions(set, asked.Filter);
        Products = new ProductTracks(set, asked.Filter.Products, conditions);
        IsAvoided = conditions.Avoids;
        var hops = set.Facts
            .Where(fact => types.Contains(fact.Type) && fact.Object is not null && conditions.Allows(fact))
            .SelectMany(fact => EndsOf(fact).SelectMany(ends => Products.CarriedBy(fact).Select(product => new WalkHop(ends.From, ends.To, fact, product))))
            .Where(hop => hop.From != hop.To && !IsAvoided(hop.From) && !IsAvoided(hop.To))
            .OrderBy(hop => hop.To, StringComparer.Ordinal)
            .ToList();
        from = hops.ToLookup(hop => hop.From, StringComparer.Ordinal);
        between = hops.ToLookup(hop => (hop.From, hop.To));
    }

    internal FactSet Set { get; }

    internal Asked Asked { get; }

    internal ProductTracks Products { get; }

    internal bool IsCausal => types.IsCausal;

    /// <summary>Whether no path may touch a node.</summary>
    internal Func<string, bool> IsAvoided { get; }

    /// <summary>The hops that lead on from a node, by the node they lead to, then by fact.</summary>
    internal IEnumerable<WalkHop> From(string node) => from[node];

    internal IEnumerable<WalkHop> Between(string node, string next) => between[(node, next)];

    internal WalkState Start(string node) => new(
        node,
        Products.Start(node),
        pattern?.Start,
        Asked.Via.Count > 0 && Asked.Via[0] == node ? 1 : 0,
        !Asked.IsInTimeOrder ? null : IsCausal ? DateOnly.MinValue : DateOnly.MaxValue);

    /// <summary>What a walk has gathered after a hop; null if the hop may not follow.</summary>
    internal WalkState? Next(WalkState state, WalkHop hop)
    {
        if (Products.Next(state.Product, hop.Fact, hop.Product) is not { } product)
        {
            return null;
        }

        var stand = pattern is null ? null : pattern.Next(state.Stand!, hop.Fact.Type);
        var turn = Asked.Via.ToList().IndexOf(hop.To);
        var day = state.Day is { } bound ? DayAfter(bound, Set.ValidityOf(hop.Fact)) : null;
        return (pattern is not null && stand is null) || turn > state.Passed || (state.Day is not null && day is null)
            ? null
            : new WalkState(hop.To, product, stand, turn == state.Passed ? state.Passed + 1 : state.Passed, day);
    }

    /// <summary>Other states at the same node from which whatever may follow a state may follow as well, to the same end or a freer one.</summary>
    internal IEnumerable<WalkState> Freer(WalkState state) => Products.Freer(state.Product).Select(product => state with { Product = product });

    /// <summary>Whether a path may end where a walk stands.</summary>
    internal bool MayEnd(WalkState state) => state.Passed == Asked.Via.Count && (state.Stand?.MayEnd ?? true);

    /// <summary>Whether any fact of the followed types leads on from a node, whatever else the filter asks; denied ones do not.</summary>
    internal bool IsLeft(string node) => FactsAt(node).Any(fact => EndsOf(fact).Any(ends => ends.From == node));

    /// <summary>Whether any fact of the followed types leads to a node.</summary>
    internal bool IsArrivedAt(string node) => FactsAt(node).Any(fact => EndsOf(fact).Any(ends => ends.To == node));

    private IEnumerable<Fact> FactsAt(string node) =>
        Set.FactsNaming(node).Where(fact => !fact.IsDenied && fact.Object is not null && types.Contains(fact.Type));

    /// <summary>The ends of a fact as paths take them: dependent first, causes first, or either way.</summary>
    private IEnumerable<(string From, string To)> EndsOf(Fact fact)
    {
        var type = Set.Ontology.EdgeTypes[fact.Type];
        var isTurned = type.DependentEnd == (IsCausal ? DependentEnd.Subject : DependentEnd.Object) && !Asked.IsUndirected;
        var (one, other) = isTurned ? (fact.Object!, fact.Subject) : (fact.Subject, fact.Object!);
        return type.IsSymmetric || Asked.IsUndirected ? [(one, other), (other, one)] : [(one, other)];
    }

    /// <summary>The day nearest the start of the path on which the fact possibly holds; null if none is left in order.</summary>
    private DateOnly? DayAfter(DateOnly bound, Validity validity)
    {
        var day = IsCausal
            ? bound > validity.NotBefore ? bound : validity.NotBefore
            : bound < validity.NotAfter ? bound : validity.NotAfter;
        return day >= validity.NotBefore && day <= validity.NotAfter ? day : null;
    }
}
