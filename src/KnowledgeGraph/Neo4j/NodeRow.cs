using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>A node as properties in Neo4j, and back without loss.</summary>
internal static class NodeRow
{
    /// <summary>Labels: the project's own, then the type's ancestry, general before special.</summary>
    public static IReadOnlyList<string> Labels(OntologyModel ontology, string type) => [Cypher.Node, .. ontology.LabelsOf(type)];

    public static Dictionary<string, object?> Write(string dataset, Node node) => new PropertyMap(node.Id)
        .Add("dataset", dataset)
        .Add("id", node.Id)
        .Add("type", node.Type)
        .Add("name", node.Name)
        .Add("shortName", node.ShortName)
        .Add("caption", node.ShortName ?? node.Name)
        .Add("names", node.Names.Select(name => name.Text))
        .Add("nameKinds", node.Names.Select(name => name.Kind.ToText()))
        .Add("nameLanguages", node.Names.Any(name => name.Language is not null) ? node.Names.Select(name => name.Language ?? "") : [])
        .Add("nameAmbiguous", node.Names.Select(name => name.IsAmbiguous))
        .Add("countries", node.Countries)
        .Add("identifierSchemes", node.Identifiers.Select(identifier => identifier.Scheme))
        .Add("identifierValues", node.Identifiers.Select(identifier => identifier.Value))
        .Add("identifierAsPrinted", node.Identifiers.Select(identifier => identifier.IsAsPrinted))
        .Add("note", node.Note)
        .Add("searchText", SearchText(node))
        .Values;

    /// <exception cref="FormatException">A property is missing or of the wrong type.</exception>
    public static Node Read(Dictionary<string, object?> properties)
    {
        var map = new PropertyMap($"node \"{properties.GetValueOrDefault("id")}\"", properties);
        return new Node
        {
            Id = map.Text("id"),
            Type = map.Text("type"),
            Name = map.Text("name"),
            ShortName = map.TextOrNull("shortName"),
            Names = ReadNames(map),
            Countries = map.Texts("countries"),
            Identifiers = ReadIdentifiers(map),
            Note = map.TextOrNull("note"),
        };
    }

    /// <summary>
    /// What a question's names are looked up in: the keys of id, names and short name, one a line.
    /// </summary>
    private static string SearchText(Node node)
    {
        IEnumerable<string?> names = [node.Id, node.Name, node.ShortName, .. node.Names.Select(name => name.Text)];
        return string.Join('\n', names.OfType<string>().Select(NameKey.Of).Distinct(StringComparer.Ordinal));
    }

    private static List<NodeName> ReadNames(PropertyMap map)
    {
        var (texts, kinds) = (map.Texts("names"), map.Texts("nameKinds"));
        var (languages, ambiguous) = (map.Texts("nameLanguages"), map.Flags("nameAmbiguous"));
        RequireParallel(map, "names", texts.Count, kinds.Count, languages.Count == 0 ? texts.Count : languages.Count, ambiguous.Count);
        return [.. texts.Select((text, i) => new NodeName(
            text, KindOf(map, kinds[i]), languages.Count == 0 || languages[i].Length == 0 ? null : languages[i], ambiguous[i]))];
    }

    private static List<Identifier> ReadIdentifiers(PropertyMap map)
    {
        var (schemes, values) = (map.Texts("identifierSchemes"), map.Texts("identifierValues"));
        var asPrinted = map.Flags("identifierAsPrinted");
        RequireParallel(map, "identifierSchemes", schemes.Count, values.Count, asPrinted.Count);
        return [.. schemes.Select((scheme, i) => new Identifier(scheme, values[i], asPrinted[i]))];
    }

    private static NameKind KindOf(PropertyMap map, string text) =>
        NameKindText.TryParse(text, out var kind) ? kind : throw map.Missing("nameKinds", "list of " + string.Join(", ", NameKindText.All));

    private static void RequireParallel(PropertyMap map, string name, params ReadOnlySpan<int> counts)
    {
        if (counts.ContainsAnyExcept(counts[0]))
        {
            throw map.Missing(name, "list as long as the ones beside it");
        }
    }
}
