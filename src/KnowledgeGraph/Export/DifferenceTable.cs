using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Export;

/// <summary>The difference of two fact sets as rows: one for each field that differs.</summary>
public static class DifferenceTable
{
    private static readonly string[] Header = ["item", "id", "change", "field", "from", "to"];

    /// <summary>The rows: facts, nodes, sources, conflicts, each by id; a first row says so if the ontologies differ.</summary>
    /// <param name="difference">The difference.</param>
    public static AnswerTable Of(FactSetDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        IReadOnlyList<string>[] ontology = difference.IsOntologySame ? [] : [["ontology", "", TextOf(ChangeKind.Changed), "", "", ""]];
        return new AnswerTable(
            Header,
            [
                .. ontology,
                .. Rows("fact", difference.Facts),
                .. Rows("node", difference.Nodes),
                .. Rows("source", difference.Sources),
                .. Rows("conflict", difference.Conflicts),
            ]);
    }

    /// <summary>The word for a change.</summary>
    public static string TextOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "changed",
    };

    private static IEnumerable<IReadOnlyList<string>> Rows(string item, IReadOnlyList<ItemDifference> changes) =>
        from change in changes
        from field in change.Fields
        select (IReadOnlyList<string>)[item, change.Id, TextOf(change.Kind), field.Field, FieldText.Of(field.From), FieldText.Of(field.To)];
}
