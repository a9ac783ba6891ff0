using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Nodes have a type that can have nodes, and the countries they name are countries.</summary>
internal static class NodeTypes
{
    public static void Check(SeedDraft draft, OntologyModel ontology, ProblemList problems)
    {
        foreach (var node in draft.Nodes)
        {
            if (ontology.NodeTypes.TryGetValue(node.Item.Type, out var type) && type.IsAbstract)
            {
                var subtypes = ontology.NodeTypes.Values.Where(sub => !sub.IsAbstract && ontology.IsA(sub.Name, type.Name)).Select(sub => sub.Name);
                problems.Add(
                    node.Value.At("type"), SeedCode.AbstractNodeType, $"node type {type.Name} is abstract; take one of {string.Join(", ", subtypes)}");
            }

            CheckCountries(node, draft, ontology, problems);
        }
    }

    private static void CheckCountries(
        Placed<Facts.Node> node, SeedDraft draft, OntologyModel ontology, ProblemList problems)
    {
        foreach (var entry in node.Value.Find("country")?.Items ?? [])
        {
            if (draft.NodesById.TryGetValue(entry.Text, out var country)
                && ontology.NodeTypes.ContainsKey(country.Item.Type)
                && !ontology.IsA(country.Item.Type, OntologyModel.CountryType))
            {
                problems.Add(
                    entry.Place, SeedCode.NotACountry, $"{ProblemList.Quote(entry.Text)} is of type {country.Item.Type}; \"country\" takes nodes of type {OntologyModel.CountryType}");
            }
        }
    }
}
