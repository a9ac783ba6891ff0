using System.Globalization;
using System.Net;
using System.Text;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>The guide for the drawer of the classic Browser, which takes HTML with an element for each slide.</summary>
internal static class HtmlGuide
{
    public static string Of(Guide guide)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"guide\">\n<title>{Escaped(guide.Title)}</title>\n<carousel class=\"deck container-fluid\">\n");
        foreach (var slide in guide.Slides)
        {
            html.Append(CultureInfo.InvariantCulture, $"<slide class=\"row-fluid\">\n<div class=\"col-sm-12\">\n<h3>{Escaped(slide.Title)}</h3>\n");
            foreach (var block in slide.Blocks)
            {
                html.Append(BlockOf(block)).Append('\n');
            }

            html.Append("</div>\n</slide>\n");
        }

        return html.Append("</carousel>\n</article>\n").ToString();
    }

    private static string BlockOf(GuideBlock block) => block switch
    {
        GuideText text => $"<p>{string.Concat(text.Pieces.Select(piece => piece.IsCode ? $"<code>{Escaped(piece.Text)}</code>" : Escaped(piece.Text)))}</p>",
        GuideCommand command => $"<p>{Escaped(command.Text)} <a data-exec=\"{Escaped(command.Command)}\">:{Escaped(command.Command)}</a></p>",
        GuideStatement statement => $"<figure><pre class=\"pre-scrollable code runnable\">{Escaped(statement.Script.Text.TrimEnd())}</pre></figure>",
        GuideLegend legend => $"<p>The colors of the layers; thick arrows are dependencies:</p>\n<ul>{string.Concat(legend.Layers.Select(ItemOf))}\n</ul>",
        _ => throw new ArgumentException($"{block.GetType().Name} has no form in HTML", nameof(block)),
    };

    private static string ItemOf(Layer layer)
    {
        var color = GrassStyle.ColorOf(layer);
        return $"\n<li><b style=\"background-color: {color}; color: {color.Text}; padding: 0 4px\">{Escaped(layer.Name)}</b> {Escaped(layer.Description)}</li>";
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
