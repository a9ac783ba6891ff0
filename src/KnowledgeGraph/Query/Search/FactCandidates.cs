using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The facts among which those that match a pattern are looked for, by id: those that a fact's id, a conflict or a node of the pattern
/// leads to, whichever comes first; else those of its types, for which every record is looked at. Ends early once the budget has stopped.
/// </summary>
internal static class FactCandidates
{
    /// <summary>Looking for more types than so many in a record is no cheaper than reading it.</summary>
    private const int MostTypes = 8;

    internal static IEnumerable<Fact> Of(FactSet set, FactPattern pattern, SearchBudget budget) =>
        Named(set, pattern)?.TakeWhile(_ => budget.Step()) ?? set.FactsOf(Types(set, pattern), budget.Step);

    private static List<string> Types(FactSet set, FactPattern pattern)
    {
        var types = pattern.Types.Count + pattern.Layers.Count == 0 ? [] : FactMask.TypesOf(set.Ontology, pattern).ConvertAll(type => type.Name);
        return types.Count > MostTypes ? [] : types;
    }

    private static IEnumerable<Fact>? Named(FactSet set, FactPattern pattern)
    {
        if (pattern.Ids.Count > 0)
        {
            return ById(pattern.Ids.Select(set.FindFact).OfType<Fact>());
        }

        if (pattern.ConflictsWith.Count > 0)
        {
            return ById(pattern.ConflictsWith.SelectMany(set.ConflictsOf).SelectMany(conflict => conflict.Facts).Distinct().Select(set.FindFact).OfType<Fact>());
        }

        return Nodes(pattern).FirstOrDefault(nodes => nodes.Count > 0) is { } named
            ? ById(named.Distinct().SelectMany(set.FactsNaming))
            : null;
    }

    /// <summary>Ids of nodes, one of which each fact that matches names, condition by condition.</summary>
    private static IEnumerable<IReadOnlyList<string>> Nodes(FactPattern pattern) =>
    [
        pattern.Subjects,
        pattern.Objects,
        .. pattern.Roles.Select(role => role.Filler).OfType<string>().Select(filler => new[] { filler }),
        pattern.Authors.Any() ? [] : pattern.AttributedTo,
    ];

    private static IEnumerable<Fact> ById(IEnumerable<Fact> facts) =>
        facts.DistinctBy(fact => fact.Id).OrderBy(fact => fact.Id, StringComparer.Ordinal);
}
