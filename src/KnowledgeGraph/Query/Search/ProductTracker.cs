using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The product rule: what a path carries from its dependent end on, and which supply hop may follow. A hop must carry the tracked
/// product or a declared component of it, so that trade between two countries never turns into a missile's supply chain.
/// </summary>
/// <remarks>A track is a node index of a product, or <see cref="Open"/>, or <see cref="Unspecified"/>.</remarks>
internal sealed class ProductTracker
{
    /// <summary>Nothing tracked yet: any product may come.</summary>
    internal const int Open = -1;

    /// <summary>Some component, the source does not say which.</summary>
    internal const int Unspecified = -2;

    /// <summary>The hop may not follow.</summary>
    internal const int Broken = -3;

    private readonly EmbeddedGraph graph;
    private readonly EdgeMask mask;
    private readonly ProductRule rule;
    private readonly HashSet<string> productTypes;
    private readonly bool[] carriesProduct;
    private readonly Dictionary<int, List<int>> declarationsFor = [];
    private readonly Dictionary<int, Dictionary<int, int>> componentsOf = [];
    private readonly Dictionary<int, bool> isUnstated = [];

    internal ProductTracker(EmbeddedGraph graph, EdgeMask mask, ProductRule rule)
    {
        (this.graph, this.mask, this.rule) = (graph, mask, rule);
        carriesProduct = Array.ConvertAll(graph.Edges.Types.ToArray(), type => type.ProductPlace != ProductPlace.None);
        productTypes = ProductTypes(graph.Facts.Ontology);
    }

    /// <summary>The track at the dependent end: the node itself if it is a product, else open.</summary>
    internal int Start(int node) => rule != ProductRule.Any && productTypes.Contains(graph.NodeAt(node).Type) ? node : Open;

    /// <summary>The track after a hop, or <see cref="Broken"/>.</summary>
    internal int Next(int track, int edge)
    {
        if (rule == ProductRule.Any || !carriesProduct[graph.Edges.Type[edge]])
        {
            return track;
        }

        var product = graph.Edges.Product[edge];
        if (track >= 0 && graph.Edges.Whole(edge) == track && graph.TypeOf(edge).DeclaresComponent)
        {
            return product == EdgeColumns.NoProduct ? Unspecified : product;
        }

        if (track == Unspecified || product == EdgeColumns.NoProduct)
        {
            return rule == ProductRule.AllowUnspecified ? Unspecified : Broken;
        }

        return track == Open || track == product || IsComponent(product, track) ? product : Broken;
    }

    /// <summary>Whether the rule can forbid any hop over edges that are followed.</summary>
    internal bool Binds =>
        rule != ProductRule.Any && Enumerable.Range(0, carriesProduct.Length).Any(type => carriesProduct[type] && mask.FollowsType(type));

    /// <summary>Whether a hop may follow some track: one that names no product does, unless that is allowed, only where it may be the component of a whole.</summary>
    internal bool MayJoin(int edge) => rule != ProductRule.Consistent || !carriesProduct[graph.Edges.Type[edge]]
        || graph.Edges.Product[edge] != EdgeColumns.NoProduct || graph.TypeOf(edge).DeclaresComponent;

    /// <summary>The other tracks that whatever may follow a track may follow just so, node by node.</summary>
    internal IEnumerable<int> Covering(int track)
    {
        if (rule == ProductRule.AllowUnspecified && track != Unspecified)
        {
            yield return Unspecified;
        }

        // The components of a product may go unstated where those of nothing in particular may not.
        if (rule == ProductRule.AllowUnspecified ? track >= 0 : rule == ProductRule.Consistent && track != Open && (track < 0 || !HasUnstatedComponents(track)))
        {
            yield return Open;
        }
    }

    /// <summary>Whether a hop from a track qualifies only because unspecified products were allowed.</summary>
    internal bool NeedsAllowance(int track, int edge) =>
        rule == ProductRule.AllowUnspecified && Next(track, edge) == Unspecified && carriesProduct[graph.Edges.Type[edge]]
        && !(track >= 0 && graph.Edges.Whole(edge) == track && graph.TypeOf(edge).DeclaresComponent);

    private static HashSet<string> ProductTypes(OntologyModel ontology)
    {
        var roots = ontology.Roles.TryGetValue(OntologyModel.ProductRole, out var role) ? role.NodeTypes : [];
        return [.. ontology.NodeTypes.Keys.Where(type => roots.Any(root => ontology.IsA(type, root)))];
    }

    /// <summary>The edges that pass and declare what is built into a whole, the most trusted first, then by fact; read when first asked for.</summary>
    private List<int> DeclarationsOf(int whole)
    {
        if (!declarationsFor.TryGetValue(whole, out var declarations))
        {
            declarations = [.. DeclaringEdges(whole).Where(edge => graph.Edges.Product[edge] != EdgeColumns.NoProduct && mask.Passes(edge))];
            declarations.Sort((a, b) => graph.Edges.Confidence[a] != graph.Edges.Confidence[b]
                ? graph.Edges.Confidence[b].CompareTo(graph.Edges.Confidence[a])
                : graph.Edges.Fact[a] != graph.Edges.Fact[b] ? graph.Edges.Fact[a] - graph.Edges.Fact[b]
                : a - b);
            declarationsFor.Add(whole, declarations);
        }

        return declarations;
    }

    private bool HasUnstatedComponents(int whole)
    {
        if (!isUnstated.TryGetValue(whole, out var found))
        {
            found = DeclaringEdges(whole).Exists(edge => graph.Edges.Product[edge] == EdgeColumns.NoProduct && !graph.Edges.IsDenied(edge));
            isUnstated.Add(whole, found);
        }

        return found;
    }

    /// <summary>The edges at a node whose type declares what is built into it, a component named or not.</summary>
    private List<int> DeclaringEdges(int whole)
    {
        var found = new List<int>();
        AddDeclaring(graph.Dependencies.Edges(whole), whole, found);
        AddDeclaring(graph.Dependents.Edges(whole), whole, found);
        return found;
    }

    private void AddDeclaring(EdgeNumbers row, int whole, List<int> found)
    {
        foreach (var edge in row)
        {
            // An edge from a node to itself stands in both rows.
            var isKnown = graph.Edges.From[edge] == graph.Edges.To[edge] && found.Contains(edge);
            if (graph.TypeOf(edge).DeclaresComponent && graph.Edges.Whole(edge) == whole && !isKnown)
            {
                found.Add(edge);
            }
        }
    }

    /// <summary>
    /// The facts on which it rests that a hop carries a component of the tracked product: one declaration for each level, from the
    /// product tracked to the product carried. Empty where the hop carries the tracked product itself, or is a declaration for it.
    /// </summary>
    internal IReadOnlyList<string> DeclarationsFor(int track, int edge)
    {
        var product = graph.Edges.Product[edge];
        var isDirect = track < 0 || product == track || (graph.Edges.Whole(edge) == track && graph.TypeOf(edge).DeclaresComponent);
        if (isDirect || rule == ProductRule.Any || !carriesProduct[graph.Edges.Type[edge]] || product == EdgeColumns.NoProduct || !IsComponent(product, track))
        {
            return [];
        }

        var facts = new List<string>();
        for (var part = product; part != track; part = graph.Edges.Whole(componentsOf[track][part]))
        {
            facts.Insert(0, graph.FactOf(componentsOf[track][part]).Id);
        }

        return facts;
    }

    private bool IsComponent(int product, int whole)
    {
        if (!componentsOf.TryGetValue(whole, out var components))
        {
            componentsOf.Add(whole, components = Components(whole));
        }

        return components.ContainsKey(product);
    }

    /// <summary>For each component of a whole, through any number of levels, the edge that declares it; fewest levels first.</summary>
    private Dictionary<int, int> Components(int whole)
    {
        var declaredBy = new Dictionary<int, int>();
        var open = new Queue<int>([whole]);
        while (open.TryDequeue(out var current))
        {
            foreach (var edge in DeclarationsOf(current))
            {
                var part = graph.Edges.Product[edge];
                if (part != whole && declaredBy.TryAdd(part, edge))
                {
                    open.Enqueue(part);
                }
            }
        }

        return declaredBy;
    }
}
