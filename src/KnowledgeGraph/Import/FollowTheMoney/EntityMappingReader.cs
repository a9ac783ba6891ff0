using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Import.FollowTheMoney;

/// <summary>Reads the mapping of FollowTheMoney and holds it against the vocabulary.</summary>
internal sealed class EntityMappingReader
{
    private readonly OntologyModel ontology;
    private readonly ProblemList problems;

    private EntityMappingReader(OntologyModel ontology, ProblemList problems) => (this.ontology, this.problems) = (ontology, problems);

    /// <summary>The mapping; null after reporting what is wrong.</summary>
    public static EntityMapping? Read(string file, OntologyModel ontology, ProblemList problems)
    {
        var before = problems.Count;
        var bytes = FileBytes.Read(file, file, problems);
        var mapping = bytes is not null && JsonTree.Read(new SeedFile(file, bytes), problems) is { } value && SeedTop.Open(value, problems) is { } top
            ? new EntityMappingReader(ontology, problems).Mapping(top)
            : null;
        return problems.Count == before ? mapping : null;
    }

    private EntityMapping Mapping(StrictObject top)
    {
        var mapping = new EntityMapping(
            ByKey(top, "nodes", "schema", item => Known(item, "type", "node type", SeedCode.UnknownNodeType, ontology.NodeTypes)),
            ByKey(top, "edges", "schema", Edge),
            top.Texts("ignored").ToHashSet(StringComparer.Ordinal),
            ByKey(top, "names", "property", item => (NameKind)item.Word("kind", NameKindText.All)),
            ByKey(top, "identifiers", "property", item => Known(item, "scheme", "identifier scheme", SeedCode.UnknownScheme, ontology.IdentifierSchemes)),
            top.Texts("countryProperties"),
            ByKey(top, "countries", "code", item => new CountryMapping(item.Text("id"), item.Text("name"))),
            (double)(top.Number("confidence") ?? 0),
            top.Text("confidenceReason"));
        top.Finish();
        return mapping;
    }

    private static Dictionary<string, T> ByKey<T>(StrictObject top, string list, string key, Func<StrictObject, T> read)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in top.Objects(list, mayBeEmpty: true))
        {
            found[item.Text(key)] = read(item);
            item.Finish();
        }

        return found;
    }

    private EdgeMapping Edge(StrictObject item)
    {
        var type = Known(item, "type", "edge type", SeedCode.UnknownEdgeType, ontology.EdgeTypes);
        var node = item.Object("objectFromText");
        var edge = new EdgeMapping(type, item.Text("subject"), node is null ? item.Text("object") : "")
        {
            TextObjectType = node is null ? null : Known(node, "type", "node type", SeedCode.UnknownNodeType, ontology.NodeTypes),
            TextObject = node?.Texts("properties") ?? [],
            From = item.Texts("from"),
            To = item.Texts("to"),
            Notes = item.Texts("notes"),
            Statement = item.Text("statement"),
        };
        node?.Finish();
        return item.Object("value") is { } value ? WithValue(edge, value) : edge;
    }

    private EdgeMapping WithValue(EdgeMapping edge, StrictObject value)
    {
        var unit = Known(value, "unit", "unit", SeedCode.UnknownUnit, ontology.Units);
        if (ontology.EdgeTypes.TryGetValue(edge.Type, out var type) && unit.Length > 0 && !type.ValueUnits.Contains(unit))
        {
            problems.Add(value.Value.At("unit"), SeedCode.ForbiddenValue, $"{type.Name} takes no values in {unit}; it takes {string.Join(", ", type.ValueUnits)}");
        }

        var read = edge with { Value = value.Text("property"), Unit = unit, IsPercent = value.Flag("percent") };
        value.Finish();
        return read;
    }

    private string Known<T>(StrictObject item, string property, string what, string code, IReadOnlyDictionary<string, T> known)
    {
        var name = item.Text(property);
        if (name.Length > 0 && !known.ContainsKey(name))
        {
            problems.Add(item.Value.At(property), code, $"{what} {ProblemList.Quote(name)} is not in the ontology{problems.DidYouMean(name, [.. known.Keys])}");
        }

        return name;
    }
}
