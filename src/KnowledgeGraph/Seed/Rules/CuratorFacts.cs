using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>A curator's edge joins what sources leave unsaid: certain, reported, and never denied. What has no circles is never denied.</summary>
internal static class CuratorFacts
{
    public static void Check(SeedDraft draft, ProblemList problems)
    {
        foreach (var fact in draft.Facts)
        {
            if (fact.Item.IsCurator)
            {
                CheckCurator(fact, problems);
            }

            if (fact.Item.IsDenied)
            {
                CheckDenial(fact, draft.Model, problems);
            }
        }
    }

    private static void CheckCurator(Placed<Fact> fact, ProblemList problems)
    {
        if (fact.Item.Confidence is not 1 && fact.IsSound)
        {
            problems.Add(
                fact.Value.At("confidence"),
                SeedCode.CuratorFact,
                $"a curator's edge has confidence 1, found {FactJson.Number(fact.Item.Confidence)}");
        }

        if (fact.Item.Status != FactStatus.Reported)
        {
            problems.Add(
                fact.Value.At("status"),
                SeedCode.CuratorFact,
                $"a curator's edge has status reported, found {fact.Item.Status.ToText()}");
        }
    }

    private static void CheckDenial(Placed<Fact> fact, OntologyModel? ontology, ProblemList problems)
    {
        if (fact.Item.IsCurator)
        {
            problems.Add(fact.Value.AtName("denied"), SeedCode.Denial, "a curator's edge cannot be denied; remove the edge");
        }
        else if (ontology?.EdgeTypes.GetValueOrDefault(fact.Item.Type) is { IsAcyclic: true } type)
        {
            problems.Add(
                fact.Value.AtName("denied"),
                SeedCode.Denial,
                $"{type.Name} is a structure and cannot be denied; say it in a \"note\" of the node");
        }
    }
}
