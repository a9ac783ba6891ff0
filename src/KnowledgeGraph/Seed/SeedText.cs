using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Seed;

/// <summary>JSON as the curators write it: two spaces a level; what fits on a line stands on one.</summary>
internal static class SeedText
{
    private const int Width = 120;

    /// <summary>A value that starts in a line with so much indent.</summary>
    public static string Of(JToken value, string indent) =>
        value is JContainer container && indent.Length + Inline(value).Length > Width ? Spread(container, indent) : Inline(value);

    /// <summary>A value with each entry on a line of its own, whether it fits on one or not.</summary>
    public static string Spread(JContainer value, string indent)
    {
        var (open, close) = value is JArray ? ('[', ']') : ('{', '}');
        var within = indent + "  ";
        return $"{open}\n{string.Join(",\n", value.Children().Select(entry => within + Entry(entry, within)))}\n{indent}{close}";
    }

    private static string Entry(JToken entry, string indent) => entry is JProperty property
        ? $"{JsonConvert.ToString(property.Name)}: {Of(property.Value, indent)}"
        : Of(entry, indent);

    private static string Inline(JToken value) => value switch
    {
        JArray list => $"[{string.Join(", ", list.Select(Inline))}]",
        JObject { Count: 0 } => "{}",
        JObject item => $"{{ {string.Join(", ", item.Properties().Select(property => $"{JsonConvert.ToString(property.Name)}: {Inline(property.Value)}"))} }}",
        { Type: JTokenType.Float } => FactJson.Number((decimal)value),
        { Type: JTokenType.Integer } => ((decimal)value).ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(Formatting.None),
    };
}
