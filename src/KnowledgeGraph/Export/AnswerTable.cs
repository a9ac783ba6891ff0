namespace KnowledgeGraph.Export;

/// <summary>An answer as rows of text, for spreadsheets and documents.</summary>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">The rows, each as long as the header, in the order of the answer; empty where nothing was found.</param>
public sealed record AnswerTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);
