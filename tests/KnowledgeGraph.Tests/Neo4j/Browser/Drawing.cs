using Microsoft.Playwright;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>What a frame draws.</summary>
/// <param name="Nodes">The nodes: caption without its spaces, where lines break, and color.</param>
/// <param name="Arrows">The captions of the relationships.</param>
internal sealed record Drawing(IReadOnlyList<(string Caption, string Color)> Nodes, IReadOnlyList<string> Arrows)
{
    public static async Task<Drawing> OfAsync(ILocator frame)
    {
        var nodes = await frame.Locator("g.node").EvaluateAllAsync<string[]>(
            "nodes => nodes.map(node => node.querySelector('circle.b-outline').getAttribute('fill') + ' ' + node.textContent)");
        var arrows = await frame.Locator("g.relationship").EvaluateAllAsync<string[]>("arrows => arrows.map(arrow => arrow.textContent)");
        return new Drawing([.. nodes.Select(node => (Squeezed(node[8..]), node[..7]))], [.. arrows.Select(arrow => arrow.Trim())]);
    }

    /// <summary>A text as captions are compared.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
