using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// The provenance of facts: a node for each, with relationships to its subject, its object and its sources. These relationships carry
/// no data set of their own, they belong to the node they start from; so no question that asks for facts by data set meets them.
/// Wholly derived.
/// </summary>
internal static class Spine
{
    /// <summary>What the node of a fact is called in Browser, beside our own label.</summary>
    public const string FactLabel = "Fact";

    /// <summary>Type of the relationship to the subject.</summary>
    public const string Subject = "SUBJECT";

    /// <summary>Type of the relationship to the object, or to the literal that stands for it.</summary>
    public const string Object = "OBJECT";

    /// <summary>Type of the relationships to the sources.</summary>
    public const string EvidencedBy = "EVIDENCED_BY";

    /// <summary>The edge type of an ontology that is named like one of these, or null.</summary>
    public static string? ClashWith(OntologyModel ontology) =>
        new[] { Subject, Object, EvidencedBy }.FirstOrDefault(ontology.EdgeTypes.ContainsKey);

    /// <summary>The node of a fact.</summary>
    public static ImageNode NodeOf(string dataset, Fact fact) => new([Cypher.Fact, FactLabel], fact.Id, new PropertyMap(fact.Id)
        .Add("dataset", dataset)
        .Add("id", fact.Id)
        .Add("name", fact.Id)
        .Add("type", fact.Type)
        .Add("statement", fact.Statement)
        .Add("status", fact.Status.ToText())
        .Add("denied", fact.IsDenied)
        .Add("confidence", fact.Confidence)
        .Values);

    /// <summary>The relationships of a fact's node.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="target">Label and id of the node that stands for its object.</param>
    public static IEnumerable<ImageRelationship> RelationshipsOf(Fact fact, (string Label, string Id) target) =>
    [
        Of(fact, Subject, (Cypher.Node, fact.Subject), new PropertyMap(fact.Id)),
        Of(fact, Object, target, new PropertyMap(fact.Id)),
        .. fact.Evidence.Select(evidence =>
            Of(fact, EvidencedBy, (Cypher.Source, evidence.Source), new PropertyMap(fact.Id).Add("place", evidence.Place))),
    ];

    private static ImageRelationship Of(Fact fact, string type, (string Label, string Id) target, PropertyMap properties) =>
        new(type, (Cypher.Fact, fact.Id), target, fact.Id, properties.Values);
}
