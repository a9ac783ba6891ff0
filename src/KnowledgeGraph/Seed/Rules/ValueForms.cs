using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>A value is written as its unit demands and lies within the unit's bounds.</summary>
internal static class ValueForms
{
    private static readonly string[] Lower = ["min", "above"];
    private static readonly string[] Numbers = ["exact", "min", "above", "max", "below"];

    public static void Check(SeedDraft draft, OntologyModel ontology, ProblemList problems)
    {
        foreach (var fact in draft.Facts)
        {
            if (fact.Item.Value is { } value && ontology.Units.TryGetValue(value.Unit, out var unit))
            {
                CheckKind(fact, unit, problems);
                CheckBounds(fact, value, unit, problems);
            }
        }
    }

    private static void CheckKind(Placed<Fact> fact, Unit unit, ProblemList problems)
    {
        string[] allowed = unit.Kind switch
        {
            UnitKind.Number => [.. Numbers, "text"],
            UnitKind.Text => ["text"],
            _ => ["date"],
        };
        string[] all = [.. Numbers, "text", "date"];
        var json = fact.Value.Find("value")!;
        foreach (var form in all.Where(form => json.Find(form) is not null && !allowed.Contains(form)))
        {
            problems.Add(
                json.AtName(form),
                SeedCode.WrongValueForm,
                $"values in {unit.Name} are not written as \"{form}\"; write {ProblemList.Or(allowed)}");
        }
    }

    private static void CheckBounds(Placed<Fact> fact, FactValue value, Unit unit, ProblemList problems)
    {
        var json = fact.Value.Find("value")!;
        foreach (var form in Numbers.Where(form => json.Find(form) is not null))
        {
            var number = Lower.Contains(form) || form == "exact" ? value.Minimum : value.Maximum;
            if (number < unit.Minimum || number > unit.Maximum)
            {
                problems.Add(
                    json.At(form),
                    SeedCode.ValueOutOfBounds,
                    $"{FactJson.Number(number.Value)} is out of the bounds of {unit.Name}: {Range(unit)}");
            }
        }
    }

    private static string Range(Unit unit) => (unit.Minimum, unit.Maximum) switch
    {
        ({ } min, { } max) => $"{FactJson.Number(min)} to {FactJson.Number(max)}",
        ({ } min, _) => $"at least {FactJson.Number(min)}",
        (_, { } max) => $"at most {FactJson.Number(max)}",
        _ => "none",
    };
}
