using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Verify;

/// <summary>What a filter asks of a fact, and which nodes it keeps paths away from.</summary>
/// <param name="set">The facts.</param>
/// <param name="filter">The filter.</param>
internal sealed class FactConditions(FactSet set, AskedFilter filter)
{
    internal bool Allows(Fact fact) =>
        !fact.IsDenied
        && filter.Statuses.Contains(fact.Status)
        && fact.Confidence >= filter.MinConfidence
        && !filter.AvoidFacts.Contains(fact.Id)
        && (filter.Channels.Count == 0 || fact.RoleFillers("channel").Any(filter.Channels.Contains))
        && !(fact.EnteredOn.Latest > filter.KnownOn)
        && (fact.IsCurator ? filter.IncludesCurator : IsFromSource(fact))
        && HoldsOnDay(fact);

    internal bool Avoids(string nodeId) =>
        filter.AvoidNodes.Contains(nodeId)
        || filter.AvoidCountries.Contains(nodeId)
        || (set.FindNode(nodeId)?.Countries.Any(country => filter.AvoidCountries.Contains(country)) ?? false)
        || (set.FindNode(nodeId) is { } node && filter.AvoidNodeTypes.Any(type => set.Ontology.IsA(node.Type, type)));

    private bool HoldsOnDay(Fact fact) =>
        filter.AsOf is not { } day || set.ValidityOf(fact).At(day) >= (filter.IsCertainOnly ? Certainty.Certainly : Certainty.Possibly);

    private bool IsFromSource(Fact fact) => filter.Sources.Count == 0 || fact.Evidence.Any(evidence =>
        filter.Sources.Contains(evidence.Source) || (set.FindSource(evidence.Source)?.ShortName is { } name && filter.Sources.Contains(name)));
}
