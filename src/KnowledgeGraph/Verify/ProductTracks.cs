using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Verify;

/// <summary>
/// The product that a path carries from its dependent end on: the id of a product, or one of the two words here. A supply hop carries
/// the same product, a declared component of it, or something built into it.
/// </summary>
internal sealed class ProductTracks
{
    /// <summary>Nothing tracked yet.</summary>
    internal const string Open = "";

    /// <summary>A component that no source names.</summary>
    internal const string Unspecified = "\0";

    private readonly FactSet set;
    private readonly string rule;
    private readonly ILookup<string, (string Part, Fact Fact)> declarations;
    private readonly HashSet<string> withUnnamedParts;
    private readonly Dictionary<string, Dictionary<string, Fact>> partsOf = new(StringComparer.Ordinal);

    internal ProductTracks(FactSet set, string rule, FactConditions conditions)
    {
        (this.set, this.rule) = (set, rule);
        var declaring = set.Facts.Where(fact => !fact.IsDenied && fact.Object is not null && TypeOf(fact).DeclaresComponent).ToList();
        withUnnamedParts = [.. declaring.Where(fact => CarriedBy(fact).Contains(null)).Select(fact => fact.Object!)];
        declarations = declaring
            .Where(conditions.Allows)
            .SelectMany(fact => CarriedBy(fact).OfType<string>().Select(part => (Part: part, Fact: fact)))
            .OrderByDescending(declared => declared.Fact.Confidence)
            .ToLookup(declared => declared.Fact.Object!, StringComparer.Ordinal);
    }

    /// <summary>The track at the start of a path: the node itself where a product may be such a node, else open.</summary>
    internal string Start(string nodeId)
    {
        var productTypes = set.Ontology.Roles.TryGetValue(OntologyModel.ProductRole, out var role) ? role.NodeTypes : [];
        return rule != AskedFilter.AnyProduct && set.FindNode(nodeId) is { } node && productTypes.Any(type => set.Ontology.IsA(node.Type, type)) ? nodeId : Open;
    }

    /// <summary>The products that a fact may carry a hop with; one null where it states none.</summary>
    internal IReadOnlyList<string?> CarriedBy(Fact fact) => TypeOf(fact).ProductPlace switch
    {
        ProductPlace.Subject => [fact.Subject],
        ProductPlace.Object => [fact.Object],
        ProductPlace.Role when fact.RoleFillers(OntologyModel.ProductRole) is { Count: > 0 } products => [.. products],
        _ => [null],
    };

    /// <summary>The track after a hop; null if the hop may not follow.</summary>
    internal string? Next(string track, Fact fact, string? product)
    {
        if (rule == AskedFilter.AnyProduct || TypeOf(fact).ProductPlace == ProductPlace.None)
        {
            return track;
        }

        if (IsBuiltInto(fact, track))
        {
            return product ?? Unspecified;
        }

        if (product is null || track == Unspecified)
        {
            return rule == AskedFilter.AllowUnspecified ? Unspecified : null;
        }

        return track == Open || track == product || PartsOf(track).ContainsKey(product) ? product : null;
    }

    /// <summary>
    /// The tracks that forbid nothing a track allows. Where a product may go unnamed, no name binds. Else nothing tracked is freer than
    /// a product, unless something unnamed is built into it: that alone follows the product and not an open track.
    /// </summary>
    internal IEnumerable<string> Freer(string track) => rule switch
    {
        AskedFilter.AnyProduct => [],
        AskedFilter.AllowUnspecified => track switch { Unspecified => [], Open => [Unspecified], _ => [Unspecified, Open] },
        _ => track == Open || withUnnamedParts.Contains(track) ? [] : [Open],
    };

    /// <summary>Whether a hop follows only because unspecified products are allowed.</summary>
    internal bool NeedsAllowance(string track, Fact fact, string? product) =>
        rule == AskedFilter.AllowUnspecified && TypeOf(fact).ProductPlace != ProductPlace.None
        && !IsBuiltInto(fact, track) && (product is null || track == Unspecified);

    /// <summary>The facts that declare what a hop carries to be a part of what is tracked, one a level; empty where none is needed.</summary>
    internal IReadOnlyList<string> DeclaredBy(string track, Fact fact, string? product)
    {
        var isTracked = track is not (Open or Unspecified);
        if (!isTracked || rule == AskedFilter.AnyProduct || product is null || product == track || IsBuiltInto(fact, track) || TypeOf(fact).ProductPlace == ProductPlace.None)
        {
            return [];
        }

        var chain = new List<string>();
        for (var part = product; part != track && PartsOf(track).TryGetValue(part, out var declaring); part = declaring.Object!)
        {
            chain.Add(declaring.Id);
        }

        chain.Reverse();
        return chain;
    }

    private EdgeType TypeOf(Fact fact) => set.Ontology.EdgeTypes[fact.Type];

    private bool IsBuiltInto(Fact fact, string track) => track is not (Open or Unspecified) && fact.Object == track && TypeOf(fact).DeclaresComponent;

    /// <summary>For each part of a whole, through any number of levels, the fact that declares it: fewest levels first, then the most trusted.</summary>
    private Dictionary<string, Fact> PartsOf(string whole)
    {
        if (partsOf.TryGetValue(whole, out var known))
        {
            return known;
        }

        var parts = new Dictionary<string, Fact>(StringComparer.Ordinal);
        for (List<string> level = [whole]; level.Count > 0;)
        {
            level = [.. level.SelectMany(part => declarations[part]).Where(declared => declared.Part != whole && parts.TryAdd(declared.Part, declared.Fact)).Select(declared => declared.Part)];
        }

        return partsOf[whole] = parts;
    }
}
