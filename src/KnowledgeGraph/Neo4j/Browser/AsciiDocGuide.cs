using System.Globalization;
using System.Text;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>The guide for the new Browser, which takes AsciiDoc with a section for each slide.</summary>
internal static class AsciiDocGuide
{
    public static string Of(Guide guide)
    {
        var document = new StringBuilder($"= {Escaped(guide.Title)}\n");
        foreach (var slide in guide.Slides)
        {
            document.Append(CultureInfo.InvariantCulture, $"\n== {Escaped(slide.Title)}\n");
            foreach (var block in slide.Blocks)
            {
                document.Append(BlockOf(block));
            }
        }

        return document.ToString();
    }

    private static string BlockOf(GuideBlock block) => block switch
    {
        GuideText text => $"\n{string.Concat(text.Pieces.Select(piece => piece.IsCode ? $"`{Escaped(piece.Text)}`" : Escaped(piece.Text)))}\n",
        GuideStatement statement => $"\n[source,cypher]\n----\n{statement.Script.Text.TrimEnd()}\n----\n",
        GuideLegend legend => $"\n{string.Concat(legend.Layers.Select(layer => $"* *{Escaped(layer.Name)}*: {Escaped(layer.Description)}\n"))}",
        GuideCommand => "",
        _ => throw new ArgumentException($"{block.GetType().Name} has no form in AsciiDoc", nameof(block)),
    };

    /// <summary>Letters, digits and plain punctuation stand as they are; what AsciiDoc may take for a mark stands as its code.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var (i, c) in text.Index())
        {
            var isLoneColon = c == ':' && (i + 1 == text.Length || text[i + 1] == ' ');
            _ = isLoneColon || char.IsLetterOrDigit(c) || char.IsSurrogate(c) || " ,.?!-()/“”’…".Contains(c, StringComparison.Ordinal)
                ? escaped.Append(c)
                : escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
        }

        return escaped.ToString();
    }
}
