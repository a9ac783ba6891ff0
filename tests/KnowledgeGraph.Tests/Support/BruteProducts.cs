using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>"Products" of the semantics for the oracle. A track is a node id, or one of the two words in angle brackets.</summary>
internal sealed class BruteProducts(FactSet set, ProductRule rule, IReadOnlyList<Fact> passing)
{
    internal const string Open = "<open>";
    internal const string Unspecified = "<unspecified>";

    internal string Start(string nodeId)
    {
        var type = set.Nodes.Single(node => node.Id == nodeId).Type;
        return rule != ProductRule.Any && set.Ontology.Roles["product"].NodeTypes.Any(root => set.Ontology.IsA(type, root)) ? nodeId : Open;
    }

    /// <summary>The products a fact may carry a hop with; a single null where none is stated or none is carried.</summary>
    internal string?[] ProductsOf(Fact fact) => set.Ontology.EdgeTypes[fact.Type].ProductPlace switch
    {
        ProductPlace.Subject => [fact.Subject],
        ProductPlace.Object => [fact.Object],
        ProductPlace.Role when fact.Roles.TryGetValue("product", out var products) && products.Count > 0 => [.. products],
        _ => [null],
    };

    /// <summary>The track after a hop and whether the hop needed an allowance; a null track if the hop may not follow.</summary>
    internal (string? Track, bool Allowed) Follow(string track, Fact fact, string? product)
    {
        var type = set.Ontology.EdgeTypes[fact.Type];
        if (rule == ProductRule.Any || type.ProductPlace == ProductPlace.None)
        {
            return (track, false);
        }

        var isForTracked = type.DeclaresComponent && fact.Object == track;
        if (isForTracked)
        {
            return (product ?? Unspecified, false);
        }

        if (product is null || track == Unspecified)
        {
            return rule == ProductRule.AllowUnspecified ? (Unspecified, true) : (null, false);
        }

        return track == Open || track == product || IsPart(product, track, []) ? (product, false) : (null, false);
    }

    private bool IsPart(string part, string whole, HashSet<string> seen) =>
        seen.Add(whole) && passing
            .Where(fact => fact.Object == whole && set.Ontology.EdgeTypes[fact.Type].DeclaresComponent)
            .SelectMany(ProductsOf)
            .OfType<string>()
            .Any(declared => declared == part || IsPart(part, declared, seen));
}
