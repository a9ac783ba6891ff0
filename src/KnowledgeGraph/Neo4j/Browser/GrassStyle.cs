using System.Globalization;
using System.Text;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>
/// The style sheet (GraSS) of the classic Browser: a color for each node type, a color and a width for each layer, a caption for
/// all. Where a node has several labels, the rule that stands later wins, property by property; so general types come first, and
/// every rule is complete. Comments would swallow the rule after them, so there are none.
/// </summary>
internal static class GrassStyle
{
    /// <summary>Of the sizes that Browser offers, the one in which a word of 15 letters finds room.</summary>
    private const int NodePixels = 80;
    private const int AsidePixels = 50;

    /// <summary>The labels beside those of node types; what is no node type stands back.</summary>
    private static readonly (string Label, string Caption, int Pixels)[] Asides =
    [
        (Cypher.Literal, "{name}", NodePixels),
        (Cypher.Fact, "{name}", AsidePixels), ("Fact", "{name}", AsidePixels),
        (Cypher.Source, "{name}", AsidePixels), ("Source", "{name}", AsidePixels),
        (Cypher.Conflict, "{name}", AsidePixels),
        (Cypher.Dataset, "{dataset}", AsidePixels),
    ];

    public static string Of(OntologyModel ontology)
    {
        var style = new StringBuilder();
        Node(style, "node", RgbColor.Grey, "{name}", NodePixels);
        Node(style, $"node.{Cypher.Node}", RgbColor.Grey, "{caption}", NodePixels);
        foreach (var type in ontology.NodeTypes.Keys.OrderBy(type => ontology.LabelsOf(type).Count).ThenBy(type => type, StringComparer.Ordinal))
        {
            Node(style, $"node.{type}", ColorOf(ontology, type), "{caption}", NodePixels);
        }

        foreach (var (label, caption, pixels) in Asides.Where(aside => !ontology.NodeTypes.ContainsKey(aside.Label)))
        {
            Node(style, $"node.{label}", RgbColor.Parse("#F4F4F4"), caption, pixels);
        }

        Relationship(style, "relationship", RgbColor.Grey, 1, "<type>");
        foreach (var type in ontology.EdgeTypes.Values)
        {
            var layer = ontology.Layers[type.Layer];
            Relationship(style, $"relationship.{type.Name}", ColorOf(layer), WidthOf(layer), "{caption}");
        }

        return style.ToString();
    }

    /// <summary>The color of a node type: its own, else that of the nearest ancestor that has one.</summary>
    public static RgbColor ColorOf(OntologyModel ontology, string nodeType) =>
        ontology.LabelsOf(nodeType).Reverse().Select(type => ontology.NodeTypes[type].Color).FirstOrDefault(color => color is not null) is { } color
            ? RgbColor.Parse(color)
            : RgbColor.Grey;

    /// <summary>The color of a layer.</summary>
    public static RgbColor ColorOf(Layer layer) => layer.Color is { } color ? RgbColor.Parse(color) : RgbColor.Grey;

    /// <summary>Dependencies stand out, and causes, too, among what leads to nobody's dependence.</summary>
    private static int WidthOf(Layer layer) => layer.IsDependency ? 3 : layer.IsCausal ? 2 : 1;

    private static void Node(StringBuilder style, string selector, RgbColor color, string caption, int pixels) => style.Append(
        CultureInfo.InvariantCulture, $$"""
        {{selector}} {
          color: {{color}};
          border-color: {{color.Darker}};
          border-width: 2px;
          text-color-internal: {{color.Text}};
          font-size: 9px;
          caption: "{{caption}}";
          diameter: {{pixels}}px;
        }

        """);

    private static void Relationship(StringBuilder style, string selector, RgbColor color, int pixels, string caption) => style.Append(
        CultureInfo.InvariantCulture, $$"""
        {{selector}} {
          color: {{color}};
          shaft-width: {{pixels}}px;
          font-size: 7px;
          padding: 3px;
          text-color-external: {{RgbColor.Ink}};
          text-color-internal: {{color.Text}};
          caption: "{{caption}}";
        }

        """);
}
