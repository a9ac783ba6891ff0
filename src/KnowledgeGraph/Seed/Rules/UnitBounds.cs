using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Bounds stand only at units of numbers, the least before the greatest.</summary>
internal static class UnitBounds
{
    public static void Check(OntologyDraft ontology, ProblemList problems)
    {
        foreach (var unit in ontology.Units)
        {
            var (kind, min, max) = (unit.Item.Kind, unit.Item.Minimum, unit.Item.Maximum);
            if (kind != UnitKind.Number && (min ?? max) is not null)
            {
                problems.Add(
                    unit.Value.At(min is null ? "max" : "min"),
                    SeedCode.UnitBounds,
                    $"unit {ProblemList.Quote(unit.Item.Name)} is no number and can have no bounds");
            }
            else if (min > max)
            {
                problems.Add(
                    unit.Value.At("min"),
                    SeedCode.UnitBounds,
                    $"the bounds are reversed: {FactJson.Number(min.Value)} to {FactJson.Number(max!.Value)}");
            }
        }
    }
}
