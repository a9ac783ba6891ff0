using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>What an edge type says about products, dependence and symmetry fits its ends and roles.</summary>
internal static class EdgeTypeShape
{
    public static void Check(OntologyDraft ontology, ProblemList problems)
    {
        foreach (var type in ontology.EdgeTypes)
        {
            CheckProduct(type, problems);
            CheckSubstitute(type, problems);
            if (type.Value.Find("object") is null)
            {
                CheckLiteral(type, problems);
            }
        }
    }

    private static void CheckProduct(Placed<EdgeType> type, ProblemList problems)
    {
        var (item, json) = (type.Item, type.Value);
        if (item.ProductPlace == ProductPlace.Role && !item.Roles.Contains(OntologyModel.ProductRole))
        {
            problems.Add(
                json.At("product"),
                SeedCode.ProductPlace,
                $"the product of {item.Name} is in a role, but \"roles\" does not allow product");
        }

        if (item.DeclaresComponent && item.ProductPlace == ProductPlace.None)
        {
            problems.Add(
                json.At("declaresComponent"),
                SeedCode.ProductPlace,
                $"{item.Name} declares a component but does not say where its \"product\" is; write role, object or subject");
        }
    }

    private static void CheckSubstitute(Placed<EdgeType> type, ProblemList problems)
    {
        if (type.Item is { DeclaresSubstitute: true } item && (item.ProductPlace != ProductPlace.None || item.DependentEnd != DependentEnd.None))
        {
            problems.Add(
                type.Value.At("declaresSubstitute"),
                SeedCode.ProductPlace,
                $"{item.Name} declares substitutes, so that nobody depends on anybody and nothing is carried; leave \"product\" and \"dependent\" out");
        }
    }

    private static void CheckLiteral(Placed<EdgeType> type, ProblemList problems)
    {
        string[] properties = ["dependent", "symmetric", "acyclic", "declaresComponent", "declaresSubstitute", "reverse"];
        foreach (var property in properties.Where(property => type.Value.Find(property) is not null))
        {
            problems.Add(
                type.Value.AtName(property),
                SeedCode.NeedsObject,
                $"\"{property}\" makes no sense for {type.Item.Name}, which has no object");
        }

        if (type.Item.ProductPlace == ProductPlace.Object)
        {
            problems.Add(
                type.Value.At("product"),
                SeedCode.NeedsObject,
                $"\"product\" cannot be the object of {type.Item.Name}, which has none");
        }

        if (type.Value.Find("valueUnits") is null)
        {
            problems.Add(
                type.Value.Place,
                SeedCode.NeedsObject,
                $"{type.Item.Name} has neither an object nor \"valueUnits\"; give it one of them");
        }
    }
}
