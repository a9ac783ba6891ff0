using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Everything that sources, nodes, facts and conflicts are judged by; those that need the ontology wait until it is sound.</summary>
internal static class AllRules
{
    public static void Check(SeedDraft draft, ProblemList problems)
    {
        Ids.Check(draft, problems);
        References.Check(draft, problems);
        RepeatedEntries.Check(draft, problems);
        KnownNames.Check(draft, problems);
        Dates.Check(draft, problems);
        CuratorFacts.Check(draft, problems);
        Attribution.Check(draft, problems);
        SharedNames.Check(draft, problems);
        if (draft.Model is { } ontology)
        {
            NodeTypes.Check(draft, ontology, problems);
            EndTypes.Check(draft, ontology, problems);
            FactShape.Check(draft, ontology, problems);
            ValueForms.Check(draft, ontology, problems);
            Identifiers.Check(draft, ontology, problems);
            Cycles.Check(draft, ontology, problems);
        }
    }
}
