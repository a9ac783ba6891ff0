namespace KnowledgeGraph.Facts;

/// <summary>Facts that belong together, and those of them that need care. A fact can need it for several reasons.</summary>
/// <param name="Name">What they have in common: a source's id, a status, an edge type.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Concerns">For each concern the ids of the facts it is about, in ordinal order; every concern is there.</param>
public sealed record FactGroup(string Name, int Count, IReadOnlyDictionary<FactConcern, IReadOnlyList<string>> Concerns)
{
    internal static FactGroup Of(string name, IEnumerable<Fact> facts, FactConcerns concerns)
    {
        var members = facts.ToList();
        return new FactGroup(name, members.Count, Enum.GetValues<FactConcern>().ToDictionary(
            concern => concern,
            concern => (IReadOnlyList<string>)[.. members.Where(fact => concerns.Has(fact, concern)).Select(fact => fact.Id)]));
    }
}

/// <summary>Why a fact needs care.</summary>
public enum FactConcern
{
    /// <summary>Neither a start or an end nor the period of its value is known.</summary>
    Undated,

    /// <summary>No source of another publisher says the same. Whether publishers copy each other is not known here.</summary>
    Unsupported,

    /// <summary>Its confidence is under 0.5.</summary>
    Unsure,

    /// <summary>It is linked with a fact that disagrees.</summary>
    InConflict,

    /// <summary>A doubt about it is noted.</summary>
    InDoubt,

    /// <summary>The source says that it is not so.</summary>
    Denied,
}
