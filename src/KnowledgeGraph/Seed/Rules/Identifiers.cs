using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Official identifiers obey their check digits, or say that they are kept as printed, and belong to one node.</summary>
internal static class Identifiers
{
    public static void Check(SeedDraft draft, OntologyModel ontology, ProblemList problems)
    {
        var owners = new Dictionary<(string Scheme, string Value), (string Node, string At)>();
        foreach (var node in draft.StandingNodes)
        {
            foreach (var identifier in node.Identifiers)
            {
                owners.TryAdd((identifier.Scheme, identifier.Value), (node.Id, ""));
            }
        }

        foreach (var node in draft.Nodes)
        {
            foreach (var json in node.Value.Find("identifiers")?.Items ?? [])
            {
                var (scheme, value) = (json.Find("scheme")?.Text ?? "", json.Find("value")?.Text ?? "");
                if (!ontology.IdentifierSchemes.TryGetValue(scheme, out var known) || value.Length == 0)
                {
                    continue;
                }

                CheckDigits(json, value, known, problems);
                var place = json.At("value");
                if (!owners.TryAdd((scheme, value), (node.Item.Id, $" at {place}")))
                {
                    var (owner, at) = owners[(scheme, value)];
                    problems.Add(
                        place,
                        SeedCode.SharedIdentifier,
                        $"{known.Label} {ProblemList.Quote(value)} is already given to {owner}{at}");
                }
            }
        }
    }

    private static void CheckDigits(SeedValue json, string value, IdentifierScheme scheme, ProblemList problems)
    {
        var isAsPrinted = json.Find("asPrinted")?.Kind == SeedKind.True;
        var isValid = Checksum.IsValid(scheme.Checksum, value);
        if (!isValid && !isAsPrinted)
        {
            problems.Add(
                json.At("value"),
                SeedCode.WrongCheckDigit,
                $"{ProblemList.Quote(value)} is no valid {scheme.Label}; if the source prints it so, add \"asPrinted\": true");
        }
        else if (isValid && isAsPrinted)
        {
            problems.Add(
                json.AtName("asPrinted"),
                SeedCode.NeedlessAsPrinted,
                $"{ProblemList.Quote(value)} is a valid {scheme.Label}; leave \"asPrinted\" out");
        }
    }
}
