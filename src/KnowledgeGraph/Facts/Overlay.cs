namespace KnowledgeGraph.Facts;

/// <summary>
/// An assumption laid over a fact set: what is taken away, changed and added. The set itself stays as it is. Whoever makes one by
/// hand answers for its ids; <c>OverlayReader</c> reads one from a file and checks it by the rules of the seed.
/// </summary>
public sealed record Overlay
{
    /// <summary>Ids of nodes taken away, with every fact that cannot do without them.</summary>
    public IReadOnlyList<string> RemovedNodes { get; init; } = [];

    /// <summary>Ids of facts taken away.</summary>
    public IReadOnlyList<string> RemovedFacts { get; init; } = [];

    /// <summary>Facts that are changed, as they are then, under the ids they have.</summary>
    public IReadOnlyList<Fact> ChangedFacts { get; init; } = [];

    /// <summary>Sources added.</summary>
    public IReadOnlyList<Source> AddedSources { get; init; } = [];

    /// <summary>Nodes added.</summary>
    public IReadOnlyList<Node> AddedNodes { get; init; } = [];

    /// <summary>Facts added.</summary>
    public IReadOnlyList<Fact> AddedFacts { get; init; } = [];

    /// <summary>Whether it leaves everything as it is.</summary>
    public bool IsEmpty =>
        RemovedNodes.Count + RemovedFacts.Count + ChangedFacts.Count + AddedSources.Count + AddedNodes.Count + AddedFacts.Count == 0;

    /// <summary>
    /// The facts as they would be. A fact goes with its subject, its object, its claimant and the only node in one of its roles; where
    /// a role has other nodes, these stay. A conflict stays while two of its facts do. The hash is one of the set's and the overlay's,
    /// so that an engine need not hold the whole set to know it. Linear in the set.
    /// </summary>
    /// <exception cref="ArgumentException">An id that is added stands in the set.</exception>
    public FactSet On(FactSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (IsEmpty)
        {
            return set;
        }

        var gone = RemovedNodes.ToHashSet(StringComparer.Ordinal);
        var facts = FactsOn(set, gone).ToList();
        var left = facts.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        return new FactSet(
            set.Ontology,
            set.Nodes.Concat(AddedNodes).Where(node => !gone.Contains(node.Id)).Select(node => Without(node, gone)),
            set.Sources.Concat(AddedSources),
            facts,
            set.Conflicts.Select(conflict => conflict with { Facts = [.. conflict.Facts.Where(left.Contains)] }).Where(conflict => conflict.Facts.Count > 1),
            FactSetHash.Of(set.DataHash, this));
    }

    /// <summary>Ids of the facts of a set that go, with their nodes or by themselves, in ordinal order.</summary>
    public IReadOnlyList<string> FactsGoneFrom(FactSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var left = FactsOn(set, RemovedNodes.ToHashSet(StringComparer.Ordinal)).Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        return [.. set.Facts.Select(fact => fact.Id).Where(id => !left.Contains(id))];
    }

    private IEnumerable<Fact> FactsOn(FactSet set, HashSet<string> gone)
    {
        var removed = RemovedFacts.ToHashSet(StringComparer.Ordinal);
        var changed = ChangedFacts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        return set.Facts
            .Where(fact => !removed.Contains(fact.Id))
            .Select(fact => changed.GetValueOrDefault(fact.Id, fact))
            .Concat(AddedFacts)
            .Select(fact => Without(fact, gone))
            .OfType<Fact>();
    }

    private static Node Without(Node node, HashSet<string> gone) =>
        node.Countries.Any(gone.Contains) ? node with { Countries = [.. node.Countries.Where(country => !gone.Contains(country))] } : node;

    private static Fact? Without(Fact fact, HashSet<string> gone)
    {
        string?[] needed = [fact.Subject, fact.Object, fact.AttributedTo];
        if (needed.OfType<string>().Any(gone.Contains) || fact.Roles.Values.Any(nodes => nodes.Count > 0 && nodes.All(gone.Contains)))
        {
            return null;
        }

        return fact.Roles.Values.Any(nodes => nodes.Any(gone.Contains)) ? fact with { Roles = Without(fact.Roles, gone) } : fact;
    }

    private static OrderedDictionary<string, IReadOnlyList<string>> Without(
        IReadOnlyDictionary<string, IReadOnlyList<string>> roles, HashSet<string> gone)
    {
        var left = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (role, nodes) in roles)
        {
            left[role] = [.. nodes.Where(node => !gone.Contains(node))];
        }

        return left;
    }
}
