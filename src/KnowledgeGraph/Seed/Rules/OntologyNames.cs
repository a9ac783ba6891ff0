using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Names are well formed, since node and edge types go into Cypher as they stand, and none is declared twice.</summary>
internal static class OntologyNames
{
    public static void Check(OntologyDraft ontology, ProblemList problems)
    {
        Check(ontology.NodeTypes, item => item.Name, "node type", NameForm.IsNodeType, "a capital first, then letters and digits, such as WeaponSystem", problems);
        Check(ontology.EdgeTypes, item => item.Name, "edge type", NameForm.IsEdgeType, "capitals, digits and _, such as SUPPLIES_TO", problems);
        Check(ontology.Layers, item => item.Name, "layer", NameForm.IsKebab, KebabHelp, problems);
        Check(ontology.Roles, item => item.Name, "role", NameForm.IsRole, "lower-case letters and -, such as product, but not value", problems);
        Check(ontology.Units, item => item.Name, "unit", NameForm.IsKebab, KebabHelp, problems);
        Check(ontology.Schemes, item => item.Name, "identifier scheme", NameForm.IsKebab, KebabHelp, problems);
    }

    private const string KebabHelp = "lower-case letters, digits and -, such as usd-per-year";

    private static void Check<T>(
        IReadOnlyList<Placed<T>> items, Func<T, string> nameOf, string what, Predicate<string> isWellFormed, string help, ProblemList problems)
    {
        var first = new Dictionary<string, Placed<T>>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => nameOf(item.Item).Length > 0))
        {
            var name = nameOf(item.Item);
            if (!isWellFormed(name))
            {
                problems.Add(
                    item.Value.At("name"),
                    SeedCode.MalformedName,
                    $"{what} {ProblemList.Quote(name)} is malformed; write {help}");
            }

            if (!first.TryAdd(name, item))
            {
                problems.Add(
                    item.Value.At("name"), SeedCode.DuplicateName, $"{what} {ProblemList.Quote(name)} is declared twice, first at {first[name].Value.At("name").InFile()}");
            }
        }
    }
}
