using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed;

/// <summary>What <c>ontology.json</c> declares, sound or not.</summary>
internal sealed class OntologyDraft
{
    private HashSet<string>? nodeTypeNames;
    private HashSet<string>? edgeTypeNames;
    private HashSet<string>? layerNames;
    private HashSet<string>? roleNames;
    private HashSet<string>? unitNames;
    private HashSet<string>? schemeNames;

    public required IReadOnlyList<Placed<NodeType>> NodeTypes { get; init; }

    public required IReadOnlyList<Placed<EdgeType>> EdgeTypes { get; init; }

    public required IReadOnlyList<Placed<Layer>> Layers { get; init; }

    public required IReadOnlyList<Placed<Role>> Roles { get; init; }

    public required IReadOnlyList<Placed<Unit>> Units { get; init; }

    public required IReadOnlyList<Placed<IdentifierScheme>> Schemes { get; init; }

    public HashSet<string> NodeTypeNames => nodeTypeNames ??= Names(NodeTypes, type => type.Name);

    public HashSet<string> EdgeTypeNames => edgeTypeNames ??= Names(EdgeTypes, type => type.Name);

    public HashSet<string> LayerNames => layerNames ??= Names(Layers, layer => layer.Name);

    public HashSet<string> RoleNames => roleNames ??= Names(Roles, role => role.Name);

    public HashSet<string> UnitNames => unitNames ??= Names(Units, unit => unit.Name);

    public HashSet<string> SchemeNames => schemeNames ??= Names(Schemes, scheme => scheme.Name);

    /// <summary>The draft of a vocabulary that has been checked before.</summary>
    public static OntologyDraft Of(OntologyModel ontology) => new()
    {
        NodeTypes = [.. ontology.NodeTypes.Values.Select(Placed.Elsewhere)],
        EdgeTypes = [.. ontology.EdgeTypes.Values.Select(Placed.Elsewhere)],
        Layers = [.. ontology.Layers.Values.Select(Placed.Elsewhere)],
        Roles = [.. ontology.Roles.Values.Select(Placed.Elsewhere)],
        Units = [.. ontology.Units.Values.Select(Placed.Elsewhere)],
        Schemes = [.. ontology.IdentifierSchemes.Values.Select(Placed.Elsewhere)],
    };

    /// <summary>The vocabulary; only of a draft without a problem.</summary>
    public OntologyModel ToModel() => new(
        NodeTypes.Select(type => type.Item),
        EdgeTypes.Select(type => type.Item),
        Layers.Select(layer => layer.Item),
        Roles.Select(role => role.Item),
        Units.Select(unit => unit.Item),
        Schemes.Select(scheme => scheme.Item));

    private static HashSet<string> Names<T>(IEnumerable<Placed<T>> items, Func<T, string> name) =>
        items.Select(item => name(item.Item)).ToHashSet(StringComparer.Ordinal);
}
