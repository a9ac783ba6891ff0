using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Types, roles, units and schemes that nodes and facts use are in the ontology.</summary>
internal sealed class KnownNames
{
    private readonly ProblemList problems;

    private KnownNames(ProblemList problems) => this.problems = problems;

    public static void Check(SeedDraft draft, ProblemList problems)
    {
        if (draft.Ontology is { } ontology)
        {
            var names = new KnownNames(problems);
            names.OfNodes(draft, ontology);
            names.OfFacts(draft, ontology);
        }
    }

    private void OfNodes(SeedDraft draft, OntologyDraft ontology)
    {
        var (types, schemes) = (ontology.NodeTypeNames, ontology.SchemeNames);
        foreach (var node in draft.Nodes)
        {
            Value(node.Value.Find("type"), "node type", SeedCode.UnknownNodeType, types);
            foreach (var identifier in node.Value.Find("identifiers")?.Items ?? [])
            {
                Value(identifier.Find("scheme"), "identifier scheme", SeedCode.UnknownScheme, schemes);
            }
        }
    }

    private void OfFacts(SeedDraft draft, OntologyDraft ontology)
    {
        var (types, roles, units) = (ontology.EdgeTypeNames, ontology.RoleNames, ontology.UnitNames);
        foreach (var fact in draft.Facts)
        {
            Value(fact.Value.Find("type"), "predicate", SeedCode.UnknownEdgeType, types);
            Value(fact.Value.Find("value")?.Find("unit"), "unit", SeedCode.UnknownUnit, units);
            var json = fact.Value.Find("roles");
            foreach (var role in json?.Properties ?? [])
            {
                Name(role.Name, json!.PlaceOf(role), "role", SeedCode.UnknownRole, roles);
            }
        }
    }

    private void Value(SeedValue? name, string what, string code, HashSet<string> known)
    {
        if (name is { Kind: SeedKind.Text } && !string.IsNullOrWhiteSpace(name.Text))
        {
            Name(name.Text, name.Place, what, code, known);
        }
    }

    private void Name(string name, Place place, string what, string code, HashSet<string> known)
    {
        if (!known.Contains(name))
        {
            var hint = problems.DidYouMean(name, known);
            problems.Add(place, code, $"{what} {ProblemList.Quote(name)} is not in the ontology{hint}");
        }
    }
}
