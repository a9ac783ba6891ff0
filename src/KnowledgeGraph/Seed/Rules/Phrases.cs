using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Placeholders of a phrase name a role that the edge type allows, or the value where it may have one.</summary>
internal static class Phrases
{
    private const string Value = "value";

    public static void Check(OntologyDraft ontology, ProblemList problems)
    {
        foreach (var type in ontology.EdgeTypes)
        {
            Check(type, type.Item.Forward, "forward", problems);
            if (type.Value.Find("reverse") is not null)
            {
                Check(type, type.Item.Reverse, "reverse", problems);
            }
        }
    }

    private static void Check(Placed<EdgeType> type, Phrase phrase, string property, ProblemList problems)
    {
        var placeholders = phrase.Placeholders.ToList();
        var text = phrase.ToString();
        if (text.Count(c => c == '{') != placeholders.Count || text.Count(c => c == '}') != placeholders.Count)
        {
            problems.Add(
                type.Value.At(property),
                SeedCode.BadPhrase,
                $"\"{property}\" has a brace that belongs to no placeholder; write {{role}} or {{role|words if missing}}");
        }

        List<string> allowed = type.Item.ValueUnits.Count > 0 ? [.. type.Item.Roles, Value] : [.. type.Item.Roles];
        foreach (var placeholder in placeholders.Where(placeholder => !allowed.Contains(placeholder)))
        {
            var hint = problems.DidYouMean(placeholder, allowed);
            problems.Add(
                type.Value.At(property),
                SeedCode.BadPhrase,
                $"placeholder {{{placeholder}}} is no role or value of {type.Item.Name}{hint}");
        }
    }
}
