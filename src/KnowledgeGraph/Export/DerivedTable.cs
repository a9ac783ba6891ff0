using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Derived values as rows: one for each formula.</summary>
public static class DerivedTable
{
    private static readonly string[] Header = ["name", "formula", "value", "facts"];

    /// <summary>The rows, in the order of the formulas; values are exact.</summary>
    /// <param name="answer">The answer.</param>
    public static AnswerTable Of(Answer<DerivedResult> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new AnswerTable(
            Header,
            [.. answer.Result.Values.Select(value => (IReadOnlyList<string>)[value.Name, value.Formula, value.Quantity.ToString(), string.Join("; ", value.Facts)])]);
    }
}
