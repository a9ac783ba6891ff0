using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Verify;

/// <summary>A fact in the words of its type, read from one of its ends.</summary>
internal static class FactReading
{
    internal static string Of(FactSet set, Fact fact, string startId)
    {
        var type = set.Ontology.EdgeTypes[fact.Type];
        var isTurned = fact.Object == startId && fact.Subject != startId;
        var words = (isTurned ? type.Reverse : type.Forward).Fill(place => Place(set, fact, place));
        var (first, last) = isTurned ? (fact.Object, fact.Subject) : (fact.Subject, fact.Object);
        string[] parts = [Name(set, first), words, Name(set, last)];
        return (fact.IsDenied ? "denied: " : "") + string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Name(FactSet set, string? nodeId) => nodeId is null ? "" : set.FindNode(nodeId)?.Name ?? nodeId;

    private static string? Place(FactSet set, Fact fact, string place)
    {
        if (place == "value")
        {
            return fact.Value is { } value ? FactValueText.Of(value, set.Ontology) : null;
        }

        var names = fact.RoleFillers(place).Select(id => Name(set, id)).Select(name => place == OntologyModel.ProductRole ? CommonNoun(name) : name).ToList();
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    /// <summary>A product's name within a sentence: small, unless it is more than a capitalised word.</summary>
    private static string CommonNoun(string name)
    {
        var isPlain = name.Length > 1 && char.IsUpper(name[0]) && name.All(c => char.IsLower(c) || " -()".Contains(c, StringComparison.Ordinal) || c == name[0]);
        return isPlain ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }
}
