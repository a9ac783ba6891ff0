using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Where knowledge ends.</summary>
internal static class FrontierWords
{
    private const int Shown = 20;

    /// <summary>Writes the nodes from which no fact leads on; nothing if there is none.</summary>
    internal static void Write(Page page, IReadOnlyList<string> frontier, FactSet set)
    {
        if (frontier.Count > 0)
        {
            var more = frontier.Count > Shown ? $" and {frontier.Count - Shown} more" : "";
            page.Line(0, 2, $"Knowledge ends at {FactWords.Names(set, frontier.Take(Shown))}{more}: no fact of the followed types leads on from there.");
        }
    }
}
