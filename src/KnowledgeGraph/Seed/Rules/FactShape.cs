using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>A fact has the object, roles and value that its edge type demands, and no others.</summary>
internal static class FactShape
{
    public static void Check(SeedDraft draft, OntologyModel ontology, ProblemList problems)
    {
        foreach (var fact in draft.Facts)
        {
            if (ontology.EdgeTypes.TryGetValue(fact.Item.Type, out var type))
            {
                CheckObject(fact, type, problems);
                CheckRoles(fact, type, ontology, problems);
                CheckUnit(fact, type, ontology, problems);
            }
        }
    }

    private static void CheckObject(Placed<Fact> fact, EdgeType type, ProblemList problems)
    {
        var hasObject = fact.Value.Find("object") is not null;
        if (type.HasLiteralObject && hasObject)
        {
            problems.Add(
                fact.Value.AtName("object"),
                SeedCode.ForbiddenObject,
                $"{type.Name} has no object; its \"value\" says it all");
        }
        else if (!type.HasLiteralObject && !hasObject)
        {
            problems.Add(
                fact.Value.Place,
                SeedCode.MissingObject,
                $"{type.Name} needs an \"object\" of type {ProblemList.Or(type.ObjectTypes)}");
        }

        if (type.HasLiteralObject && fact.Value.Find("value") is null)
        {
            problems.Add(
                fact.Value.Place,
                SeedCode.MissingValue,
                $"{type.Name} needs a \"value\" with unit {ProblemList.Or(type.ValueUnits)}");
        }
    }

    private static void CheckRoles(Placed<Fact> fact, EdgeType type, OntologyModel ontology, ProblemList problems)
    {
        var roles = fact.Value.Find("roles");
        foreach (var role in roles?.Properties ?? [])
        {
            if (ontology.Roles.ContainsKey(role.Name) && !type.Roles.Contains(role.Name))
            {
                var allowed = type.Roles.Count == 0 ? "it takes none" : $"it takes {string.Join(", ", type.Roles)}";
                problems.Add(roles!.PlaceOf(role), SeedCode.ForbiddenRole, $"{type.Name} has no role {role.Name}; {allowed}");
            }
        }
    }

    private static void CheckUnit(Placed<Fact> fact, EdgeType type, OntologyModel ontology, ProblemList problems)
    {
        if (fact.Item.Value is not { } value)
        {
            return;
        }

        if (type.ValueUnits.Count == 0)
        {
            problems.Add(
                fact.Value.AtName("value"),
                SeedCode.ForbiddenValue,
                $"{type.Name} takes no value; say it in the \"note\"");
        }
        else if (ontology.Units.ContainsKey(value.Unit) && !type.ValueUnits.Contains(value.Unit))
        {
            problems.Add(
                fact.Value.At("value", "unit"),
                SeedCode.ForbiddenValue,
                $"{type.Name} takes no values in {value.Unit}; it takes {string.Join(", ", type.ValueUnits)}");
        }
    }
}
