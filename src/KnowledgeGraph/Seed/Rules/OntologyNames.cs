using System.Text.RegularExpressions;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Names are well formed, since node and edge types go into Cypher as they stand, and none is declared twice.</summary>
internal static partial class OntologyNames
{
    public static void Check(OntologyDraft ontology, ProblemList problems)
    {
        Check(ontology.NodeTypes, item => item.Name, "node type", NodeTypeName(), "a capital first, then letters and digits, such as WeaponSystem", problems);
        Check(ontology.EdgeTypes, item => item.Name, "edge type", EdgeTypeName(), "capitals, digits and _, such as SUPPLIES_TO", problems);
        Check(ontology.Layers, item => item.Name, "layer", KebabName(), KebabHelp, problems);
        Check(ontology.Roles, item => item.Name, "role", RoleName(), "lower-case letters and -, such as product, but not value", problems);
        Check(ontology.Units, item => item.Name, "unit", KebabName(), KebabHelp, problems);
        Check(ontology.Schemes, item => item.Name, "identifier scheme", KebabName(), KebabHelp, problems);
    }

    private const string KebabHelp = "lower-case letters, digits and -, such as usd-per-year";

    private static void Check<T>(
        IReadOnlyList<Placed<T>> items, Func<T, string> nameOf, string what, Regex form, string help, ProblemList problems)
    {
        var first = new Dictionary<string, Placed<T>>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => nameOf(item.Item).Length > 0))
        {
            var name = nameOf(item.Item);
            if (!form.IsMatch(name))
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

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]{0,63}\z")]
    private static partial Regex NodeTypeName();

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]{0,63}\z")]
    private static partial Regex EdgeTypeName();

    [GeneratedRegex(@"^(?!value\z)[a-z]+(-[a-z]+)*\z")]
    private static partial Regex RoleName();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex KebabName();
}
