using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Tests.Support;

/// <summary>
/// Checks JSON against a schema of JSON Schema 2020-12, for the keywords that our schema uses; any other keyword throws. A validator
/// from a package would do more, but none with a licence that suits is to be had here.
/// </summary>
public sealed class JsonSchemaCheck
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description"];
    private readonly JObject root;

    public JsonSchemaCheck(string schema)
    {
        root = Read(schema);
    }

    /// <summary>What is wrong, each as <c>path: problem</c>; empty if the text obeys the schema.</summary>
    public IReadOnlyList<string> Problems(string json) => [.. Check(root, Read(json))];

    private static JObject Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
    }

    private IEnumerable<string> Check(JObject schema, JToken value) =>
        schema.Properties().SelectMany(keyword => Check(schema, keyword.Name, keyword.Value, value));

    private IEnumerable<string> Check(JObject schema, string keyword, JToken rule, JToken value) => keyword switch
    {
        _ when Annotations.Contains(keyword) => [],
        "$ref" => Check(Target((string)rule!), value),
        "oneOf" => OneOf(rule, value),
        "anyOf" => rule.Select(branch => Check((JObject)branch, value).ToList()).MinBy(list => list.Count)!,
        "type" => Unless(IsOfType((string)rule!, value), value, $"is no {rule}"),
        "const" => Unless(JToken.DeepEquals(rule, value), value, $"is not {rule.ToString(Formatting.None)}"),
        "enum" => Unless(rule.Any(item => JToken.DeepEquals(item, value)), value, $"is none of {rule.ToString(Formatting.None)}"),
        "pattern" => Unless(value.Type != JTokenType.String || Regex.IsMatch((string)value!, (string)rule!), value, $"does not match {rule}"),
        "minimum" => Unless(!IsNumber(value) || (double)value >= (double)rule, value, $"is less than {rule}"),
        "maximum" => Unless(!IsNumber(value) || (double)value <= (double)rule, value, $"is more than {rule}"),
        "minItems" => Unless(value is not JArray list || list.Count >= (int)rule, value, $"has fewer than {rule} items"),
        "items" => value is JArray items ? items.SelectMany(item => Check((JObject)rule, item)) : [],
        "required" => rule.SelectMany(name => Unless(value is not JObject map || map.ContainsKey((string)name!), value, $"lacks {name}")),
        "properties" => Named(value).SelectMany(pair => rule[pair.Name] is JObject inner ? Check(inner, pair.Value) : []),
        "additionalProperties" => Named(value)
            .Where(pair => schema["properties"]?[pair.Name] is null)
            .SelectMany(pair => Additional(rule, pair)),
        _ => throw new NotSupportedException($"the schema uses \"{keyword}\", which this check does not know"),
    };

    private IEnumerable<string> Additional(JToken rule, JProperty property) =>
        rule is JObject schema ? Check(schema, property.Value) : Unless((bool)rule, property.Value, "is not allowed here");

    /// <summary>Where no branch fits, the problems of the branch that comes nearest.</summary>
    private List<string> OneOf(JToken branches, JToken value)
    {
        var problems = branches.Select(branch => Check((JObject)branch, value).ToList()).ToList();
        return problems.Count(list => list.Count == 0) switch
        {
            0 => problems.MinBy(list => list.Count)!,
            1 => [],
            _ => [$"{value.Path}: fits several branches"],
        };
    }

    private JObject Target(string reference) =>
        reference.StartsWith("#/$defs/", StringComparison.Ordinal) && root["$defs"]?[reference["#/$defs/".Length..]] is JObject target
            ? target
            : throw new NotSupportedException($"the schema refers to {reference}, which it does not define");

    private static IEnumerable<JProperty> Named(JToken value) => value is JObject map ? map.Properties() : [];

    private static IEnumerable<string> Unless(bool isRight, JToken value, string problem) =>
        isRight ? [] : [string.Create(CultureInfo.InvariantCulture, $"{value.Path}: {problem}")];

    private static bool IsNumber(JToken value) => value.Type is JTokenType.Integer or JTokenType.Float;

    private static bool IsOfType(string type, JToken value) => type switch
    {
        "object" => value.Type == JTokenType.Object,
        "array" => value.Type == JTokenType.Array,
        "string" => value.Type == JTokenType.String,
        "boolean" => value.Type == JTokenType.Boolean,
        "integer" => value.Type == JTokenType.Integer || (value.Type == JTokenType.Float && double.IsInteger((double)value)),
        "number" => IsNumber(value),
        _ => throw new NotSupportedException($"the schema uses type \"{type}\", which this check does not know"),
    };
}
