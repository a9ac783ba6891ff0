namespace KnowledgeGraph.Ontology;

/// <summary>Where a fact of an edge type names the product that a supply hop carries.</summary>
public enum ProductPlace
{
    /// <summary>The type is no supply hop.</summary>
    None,

    /// <summary>In the role <c>product</c>; a fact without that role leaves the product unstated.</summary>
    Role,

    /// <summary>The object itself is the product (PRODUCES).</summary>
    Object,

    /// <summary>The subject itself is the product (COMPONENT_OF: the part).</summary>
    Subject,
}
