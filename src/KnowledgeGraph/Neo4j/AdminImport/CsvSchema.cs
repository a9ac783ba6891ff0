using KnowledgeGraph.Ontology;
using static KnowledgeGraph.Neo4j.AdminImport.CsvColumn;

namespace KnowledgeGraph.Neo4j.AdminImport;

/// <summary>
/// The properties of each kind of element, as the loader writes them, with the types that the import gives them. A property that has
/// no column here is refused when it is written, so nothing is lost.
/// </summary>
internal static class CsvSchema
{
    public static IReadOnlyList<CsvColumn> Dataset { get; } =
    [
        Text("name"), Text("dataHash"), Text("ontologyHash"), Whole("nodes"), Whole("facts"), Whole("sources"), Whole("conflicts"),
    ];

    public static IReadOnlyList<CsvColumn> Node { get; } =
    [
        Text("dataset"), Text("type"), Text("name"), Text("shortName"), Text("caption"), Texts("names"), Texts("nameKinds"),
        Texts("nameLanguages"), Flags("nameAmbiguous"), Texts("countries"), Texts("identifierSchemes"), Texts("identifierValues"),
        Flags("identifierAsPrinted"), Text("note"), Text("searchText"),
    ];

    public static IReadOnlyList<CsvColumn> Source { get; } =
    [
        Text("dataset"), Text("name"), Text("shortName"), Text("title"), Text("publisher"), Text("author"), Text("date"), Text("kind"),
        Text("celex"), Text("url"), Text("note"),
    ];

    public static IReadOnlyList<CsvColumn> Conflict { get; } = [Text("dataset"), Text("name"), Texts("facts"), Text("note")];

    public static IReadOnlyList<CsvColumn> Literal { get; } = [Text("dataset"), Text("name")];

    /// <summary>The node that a fact's provenance hangs on.</summary>
    public static IReadOnlyList<CsvColumn> FactNode { get; } =
    [
        Text("dataset"), Text("name"), Text("type"), Text("statement"), Text("status"), Flag("denied"), Number("confidence"),
    ];

    public static IReadOnlyList<CsvColumn> Provenance { get; } = [Text("place")];

    /// <summary>The relationship that a fact is.</summary>
    public static IReadOnlyList<CsvColumn> Fact(OntologyModel ontology) =>
    [
        Text("dataset"), Text("factId"), Text("layer"), Text("caption"), Flag("denied"), Text("status"), Text("attributedTo"),
        Text("attributedToAuthorOf"), Number("confidence"), Text("confidenceReason"), Texts("evidenceSources"), Texts("evidencePlaces"),
        Text("statement"), Text("note"), Texts("doubts"), Text("origin"), Text("enteredBy"), Text("enteredOn"), Text("checkedBy"),
        Text("checkedOn"), Text("validFrom"), Text("validTo"), Text("attestedOn"), Text("attested"), Text("notBefore"), Text("certainFrom"),
        Text("certainTo"), Text("notAfter"), .. ontology.Roles.Keys.Select(role => Texts(FactRow.RolePrefix + role)),
        Text("valueUnit"), Number("valueMin"), Text("valueMinExact"), Number("valueMax"), Text("valueMaxExact"), Flag("valueMinExclusive"),
        Flag("valueMaxExclusive"), Text("valueText"), Text("valueDate"), Flag("valueApproximate"), Text("valueFrom"), Text("valueTo"),
        Text("value"),
    ];
}
