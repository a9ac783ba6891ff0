using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Every name that the ontology uses is declared in it: parents, end types, layers, roles, units.</summary>
internal static class OntologyReferences
{
    public static void Check(OntologyDraft ontology, ProblemList problems)
    {
        var (nodeTypes, roles, units, layers) = (ontology.NodeTypeNames, ontology.RoleNames, ontology.UnitNames, ontology.LayerNames);
        foreach (var type in ontology.NodeTypes)
        {
            List(type.Value, "extends", "node type", nodeTypes, problems);
        }

        foreach (var role in ontology.Roles)
        {
            List(role.Value, "nodeTypes", "node type", nodeTypes, problems);
        }

        foreach (var type in ontology.EdgeTypes)
        {
            List(type.Value, "subject", "node type", nodeTypes, problems);
            List(type.Value, "object", "node type", nodeTypes, problems);
            List(type.Value, "roles", "role", roles, problems);
            List(type.Value, "valueUnits", "unit", units, problems);
            if (type.Value.Find("layer") is { Kind: SeedKind.Text } layer)
            {
                One(layer, "layer", layers, problems);
            }
        }
    }

    private static void List(SeedValue item, string property, string what, HashSet<string> declared, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in (item.Find(property)?.Items ?? []).Where(entry => entry.Kind == SeedKind.Text))
        {
            One(entry, what, declared, problems);
            if (!seen.Add(entry.Text))
            {
                problems.Add(
                    entry.Place,
                    SeedCode.RepeatedEntry,
                    $"{ProblemList.Quote(entry.Text)} stands twice in \"{property}\"; keep one");
            }
        }
    }

    private static void One(SeedValue name, string what, HashSet<string> declared, ProblemList problems)
    {
        if (!string.IsNullOrWhiteSpace(name.Text) && !declared.Contains(name.Text))
        {
            var hint = problems.DidYouMean(name.Text, declared);
            problems.Add(
                name.Place,
                SeedCode.UndeclaredName,
                $"{what} {ProblemList.Quote(name.Text)} is not declared in the ontology{hint}");
        }
    }
}
