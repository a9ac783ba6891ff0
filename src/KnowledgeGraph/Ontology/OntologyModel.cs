namespace KnowledgeGraph.Ontology;

/// <summary>
/// The vocabulary of a data set: node types, edge types, layers, roles, units and identifier schemes.
/// Built once from <c>ontology.json</c>; immutable.
/// </summary>
public sealed class OntologyModel
{
    /// <summary>The product role, which the product rule of supply paths reads.</summary>
    public const string ProductRole = "product";

    /// <summary>The role that says by what way a relation works.</summary>
    public const string ChannelRole = "channel";

    /// <summary>The node type of countries, which nodes name as theirs.</summary>
    public const string CountryType = "Country";

    private readonly Dictionary<string, IReadOnlyList<string>> labels = new(StringComparer.Ordinal);

    /// <param name="nodeTypes">All node types; parents may stand after their children.</param>
    /// <param name="edgeTypes">All edge types.</param>
    /// <param name="layers">All layers.</param>
    /// <param name="roles">All roles.</param>
    /// <param name="units">All units.</param>
    /// <param name="identifierSchemes">All identifier schemes.</param>
    /// <exception cref="ArgumentException">A name stands twice, or node types extend an unknown type or each other in a circle.</exception>
    public OntologyModel(
        IEnumerable<NodeType> nodeTypes,
        IEnumerable<EdgeType> edgeTypes,
        IEnumerable<Layer> layers,
        IEnumerable<Role> roles,
        IEnumerable<Unit> units,
        IEnumerable<IdentifierScheme> identifierSchemes)
    {
        NodeTypes = Index(nodeTypes, type => type.Name);
        EdgeTypes = Index(edgeTypes, type => type.Name);
        Layers = Index(layers, layer => layer.Name);
        Roles = Index(roles, role => role.Name);
        Units = Index(units, unit => unit.Name);
        IdentifierSchemes = Index(identifierSchemes, scheme => scheme.Name);
        foreach (var type in NodeTypes.Keys)
        {
            labels[type] = Ancestry(type);
        }
    }

    /// <summary>Node types by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, NodeType> NodeTypes { get; }

    /// <summary>Edge types by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, EdgeType> EdgeTypes { get; }

    /// <summary>Layers by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Layer> Layers { get; }

    /// <summary>Roles by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Role> Roles { get; }

    /// <summary>Units by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Unit> Units { get; }

    /// <summary>Identifier schemes by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, IdentifierScheme> IdentifierSchemes { get; }

    /// <summary>The labels of a node of the given type: every ancestor, general before special, then the type itself.</summary>
    /// <exception cref="KeyNotFoundException">The type is not in the ontology.</exception>
    public IReadOnlyList<string> LabelsOf(string nodeType) => labels[nodeType];

    /// <summary>Whether a node of <paramref name="nodeType"/> counts as an <paramref name="ancestor"/>; a type counts as itself.</summary>
    public bool IsA(string nodeType, string ancestor) => labels[nodeType].Contains(ancestor, StringComparer.Ordinal);

    /// <summary>
    /// Whether the dependency view leads from a fact's object to its subject: where the object depends on the subject, and throughout
    /// a causal layer, whose paths run against the view, from cause to effect.
    /// </summary>
    public bool PointsToSubject(EdgeType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.DependentEnd == DependentEnd.Object || (type.DependentEnd == DependentEnd.None && Layers[type.Layer].IsCausal);
    }

    private static OrderedDictionary<string, T> Index<T>(IEnumerable<T> items, Func<T, string> name)
        where T : class
    {
        var index = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        var sorted = items.ToArray();
        Array.Sort(sorted, (one, other) => string.CompareOrdinal(name(one), name(other)));
        foreach (var item in sorted)
        {
            index.Add(name(item), item);
        }

        return index;
    }

    private List<string> Ancestry(string type)
    {
        var order = new List<string>();
        Visit(type, []);
        return order;

        void Visit(string current, HashSet<string> open)
        {
            if (!open.Add(current) || !NodeTypes.TryGetValue(current, out var definition))
            {
                throw new ArgumentException($"node type \"{type}\" has no sound ancestry at \"{current}\"", nameof(type));
            }

            foreach (var parent in definition.Extends.Where(parent => !order.Contains(parent)))
            {
                Visit(parent, open);
            }

            open.Remove(current);
            order.Add(current);
        }
    }
}
