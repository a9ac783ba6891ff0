namespace KnowledgeGraph.Ontology;

/// <summary>The end of an edge type that depends on the other one.</summary>
public enum DependentEnd
{
    /// <summary>Neither end depends on the other; the type is followed subject → object, and only when it is named.</summary>
    None,

    /// <summary>The subject depends on the object: a country that DEPENDS_ON another.</summary>
    Subject,

    /// <summary>The object depends on the subject: a missile on the firm that supplies its chips.</summary>
    Object,
}
