using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Facts of an acyclic type form no cycle. A part may have several wholes.</summary>
internal static class Cycles
{
    private const int ShownAtMost = 20;

    public static void Check(SeedDraft draft, OntologyModel ontology, ProblemList problems)
    {
        var own = draft.Facts.ToHashSet(ReferenceEqualityComparer.Instance);
        var byType = draft.StandingFacts.Select(Placed.Elsewhere)
            .Concat(draft.Facts)
            .Where(fact => fact.Item is { IsDenied: false, Subject.Length: > 0, Object.Length: > 0 })
            .ToLookup(fact => fact.Item.Type, StringComparer.Ordinal);
        foreach (var type in ontology.EdgeTypes.Values.Where(type => type.IsAcyclic))
        {
            List<Step<Placed<Fact>>> steps = [.. byType[type.Name].Select(fact => new Step<Placed<Fact>>(fact.Item.Subject, fact.Item.Object!, fact))];
            foreach (var cycle in Circles<Placed<Fact>>.In(steps).Take(ProblemList.Limit))
            {
                var blamed = cycle.LastOrDefault(step => own.Contains(step.Item)) ?? cycle[^1];
                problems.Add(blamed.Item.Value.At("id"), SeedCode.Cycle, Message(type, cycle));
            }
        }
    }

    private static string Message(EdgeType type, IReadOnlyList<Step<Placed<Fact>>> cycle)
    {
        var nodes = cycle.Take(ShownAtMost).Select(step => step.From);
        var more = cycle.Count > ShownAtMost ? string.Create(CultureInfo.InvariantCulture, $" … {cycle.Count - ShownAtMost} more …") : "";
        var facts = cycle.Take(ShownAtMost).Select(step => step.Item.Item.Id);
        return $"{type.Name} runs in a circle: {string.Join(" → ", nodes)}{(more.Length > 0 ? $" →{more}" : "")} → {cycle[0].From}; "
            + $"one of {string.Join(", ", facts)}{more} is wrong";
    }
}
