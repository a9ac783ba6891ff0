using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Names relationships that somebody drew in Neo4j between nodes of a data set and that are no facts of it.</summary>
internal static class HandDrawnLines
{
    private const int Most = 20;

    internal static async Task WriteAsync(Page page, Neo4jReader reader, string dataset, CancellationToken cancellation)
    {
        var drawn = await reader.HandDrawnAsync(dataset, Most + 1, cancellation);
        if (drawn.Count == 0)
        {
            return;
        }

        var count = drawn.Count > Most ? $"More than {Most} relationships" : Plural.Of(drawn.Count, "relationship");
        page.Line(0, 2, Span.Caution($"{count} between its nodes {(drawn.Count == 1 ? "is" : "are")} no fact of it: "), $"{string.Join("; ", drawn.Take(Most))}.");
        page.Line(2, "Nothing here reads or changes them. Enter in the seed what is to be a fact, with its evidence.");
    }
}
