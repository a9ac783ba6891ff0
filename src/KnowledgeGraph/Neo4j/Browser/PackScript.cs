namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>A statement that an analyst finds in the pack.</summary>
/// <param name="Folder">The folder of the saved queries that it lies in.</param>
/// <param name="Name">Its name there: small letters, digits and hyphens.</param>
/// <param name="Text">The statement; its first line is a comment with the title.</param>
internal sealed record PackScript(string Folder, string Name, string Text)
{
    /// <summary>The title, which Browser shows in the list of saved queries.</summary>
    public string Title => Text[..Text.IndexOf('\n')].TrimStart('/', ' ');

    /// <summary>What is below the title.</summary>
    public string Body => Text[Text.IndexOf('\n')..];
}
