using KnowledgeGraph.Facts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Export;

/// <summary>The value of a field as a person reads it: texts without quotation marks, entries of a list between semicolons.</summary>
public static class FieldText
{
    /// <summary>The words; empty for null.</summary>
    /// <param name="json">A value as <see cref="FieldChange"/> has it.</param>
    /// <exception cref="JsonReaderException">It is no JSON.</exception>
    public static string Of(string? json) => json is null ? "" : Of(ItemFields.Value(json));

    private static string Of(JToken value) => value switch
    {
        JArray list => string.Join("; ", list.Select(Of)),
        JObject item => string.Join(", ", item.Properties().Select(property => property.Value is { Type: JTokenType.Boolean } ? property.Name : Of(property.Value))),
        { Type: JTokenType.Boolean } => (bool)value ? "yes" : "no",
        { Type: JTokenType.Float } => FactJson.Number((decimal)value),
        _ => value.ToString(),
    };
}
