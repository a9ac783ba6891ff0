namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Runs of spaces, cut from one: the library fills a new text by code that is compiled only when it runs.</summary>
internal static class Blank
{
    private const string Longest =
        "                                                                                                                        ";

    /// <summary>So many spaces.</summary>
    internal static string Of(int columns) => columns <= Longest.Length ? Longest[..columns] : new string(' ', columns);
}
