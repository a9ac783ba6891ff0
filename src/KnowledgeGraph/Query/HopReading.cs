using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query;

/// <summary>Facts in words, read from either end.</summary>
public static class HopReading
{
    /// <summary>The fact as a clause that starts at one of its ends: "Iskander missile needs microchips from Integral".</summary>
    /// <param name="set">The facts.</param>
    /// <param name="factId">The fact.</param>
    /// <param name="startId">The end to start at; the subject if it is neither end.</param>
    public static string Of(FactSet set, string factId, string startId)
    {
        ArgumentNullException.ThrowIfNull(set);
        var fact = set.FindFact(factId) ?? throw new KeyNotFoundException($"no fact has the id \"{factId}\"");
        var type = set.Ontology.EdgeTypes[fact.Type];
        var fromObject = fact.Object == startId && fact.Subject != startId;
        var phrase = (fromObject ? type.Reverse : type.Forward).Fill(place => PlaceText(set, fact, place));
        var (first, last) = fromObject ? (fact.Object, fact.Subject) : (fact.Subject, fact.Object);
        var words = string.Join(' ', new[] { NameOf(set, first), phrase, NameOf(set, last) }.Where(word => word.Length > 0));
        return fact.IsDenied ? $"denied: {words}" : words;
    }

    private static string NameOf(FactSet set, string? nodeId) => nodeId is null ? "" : set.FindNode(nodeId)?.Name ?? nodeId;

    private static string? PlaceText(FactSet set, Fact fact, string place)
    {
        if (place == "value")
        {
            return fact.Value is { } value ? FactValueText.Of(value, set.Ontology) : null;
        }

        var fillers = fact.RoleFillers(place).Select(id => NameOf(set, id)).ToList();
        return fillers.Count == 0 ? null : string.Join(", ", place == OntologyModel.ProductRole ? fillers.Select(LowerFirst) : fillers);
    }

    /// <summary>Product names are common nouns unless they look like designations: Microchips, but PVKU-210.</summary>
    private static string LowerFirst(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && name.All(c => char.IsLower(c) || c is ' ' or '-' or '(' or ')' || c == name[0])
            ? char.ToLowerInvariant(name[0]) + name[1..]
            : name;
}
