using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>Turns what stands in Neo4j into a fact set.</summary>
internal static class StoredFacts
{
    /// <param name="stored">Nodes and relationships; a part of a data set will do, if the ends of its relationships are in it.</param>
    /// <param name="ontology">The vocabulary.</param>
    /// <param name="dataHash">The hash of the whole data set where this is a part of it; null to take it over what is given.</param>
    /// <exception cref="FormatException">A property is missing or of the wrong type, or a type is not in the ontology.</exception>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public static FactSet Build(StoredDataset stored, OntologyModel ontology, string? dataHash = null)
    {
        var kinds = stored.Nodes.ToLookup(NodeMatch.LabelOf);
        var ends = stored.Nodes.ToDictionary(node => node.Element, StringComparer.Ordinal);
        return new FactSet(
            ontology,
            kinds[Cypher.Node].Select(node => Known(ontology, NodeRow.Read(node.Properties))),
            kinds[Cypher.Source].Select(node => SourceRow.Read(node.Properties)),
            stored.Relationships.Select(relationship => FactOf(relationship, ends, ontology)),
            kinds[Cypher.Conflict].Select(node => ConflictRow.Read(node.Properties)),
            dataHash);
    }

    /// <summary>A node whose type is in the ontology.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static Node Known(OntologyModel ontology, Node node) => ontology.NodeTypes.ContainsKey(node.Type)
        ? node
        : throw new FormatException($"the type \"{node.Type}\" of node \"{node.Id}\" is not in the ontology");

    private static Fact FactOf(
        StoredRelationship relationship, Dictionary<string, StoredNode> ends, OntologyModel ontology)
    {
        if (!ontology.EdgeTypes.ContainsKey(relationship.Type))
        {
            throw new FormatException($"the type \"{relationship.Type}\" of fact \"{relationship.FactId}\" is not in the ontology");
        }

        if (!ends.TryGetValue(relationship.From, out var from) || !ends.TryGetValue(relationship.To, out var to)
            || from.Id is not { } subject || to.Id is not { } target)
        {
            throw new FormatException($"an end of fact \"{relationship.FactId}\" is no node of the data set");
        }

        return FactRow.Read(subject, relationship.Type, NodeMatch.LabelOf(to) == Cypher.Literal ? null : target, relationship.Properties);
    }
}
