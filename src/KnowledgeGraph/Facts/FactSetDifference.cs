using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Facts;

/// <summary>What differs between two fact sets, item by item; each list by id in ordinal order.</summary>
/// <param name="Facts">Facts.</param>
/// <param name="Nodes">Nodes.</param>
/// <param name="Sources">Sources.</param>
/// <param name="Conflicts">Conflicts.</param>
/// <param name="IsOntologySame">Whether both read their facts by the same vocabulary; descriptions do not count.</param>
public sealed record FactSetDifference(
    IReadOnlyList<ItemDifference> Facts,
    IReadOnlyList<ItemDifference> Nodes,
    IReadOnlyList<ItemDifference> Sources,
    IReadOnlyList<ItemDifference> Conflicts,
    bool IsOntologySame)
{
    /// <summary>Whether nothing differs; then both have the same data hash.</summary>
    public bool IsEmpty => IsOntologySame && Facts.Count + Nodes.Count + Sources.Count + Conflicts.Count == 0;

    /// <summary>
    /// Compares items of the same id field by field: an item under a new id is one removed and one added. Files, order and layout do
    /// not count. Time and memory are linear in both.
    /// </summary>
    /// <param name="before">The older facts.</param>
    /// <param name="after">The newer facts.</param>
    public static FactSetDifference Between(FactSet before, FactSet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new FactSetDifference(
            ItemFields.Compare(before.Facts, after.Facts, fact => fact.Id, FactJson.Write),
            ItemFields.Compare(before.Nodes, after.Nodes, node => node.Id, FactJson.Write),
            ItemFields.Compare(before.Sources, after.Sources, source => source.Id, FactJson.Write),
            ItemFields.Compare(before.Conflicts, after.Conflicts, conflict => conflict.Id, FactJson.Write),
            OntologyFingerprint.Of(before.Ontology) == OntologyFingerprint.Of(after.Ontology));
    }
}
