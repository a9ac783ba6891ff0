using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Facts;

/// <summary>Compares items by the fields of their canonical JSON, so that whatever is stored is compared.</summary>
internal static class ItemFields
{
    /// <summary>The items that differ, by id; both lists are sorted so.</summary>
    internal static IReadOnlyList<ItemDifference> Compare<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id, Action<JsonWriter, T> write)
        where T : class
    {
        var changes = new List<ItemDifference>();
        for (var (i, j) = (0, 0); i < before.Count || j < after.Count;)
        {
            var order = i == before.Count ? 1 : j == after.Count ? -1 : string.CompareOrdinal(id(before[i]), id(after[j]));
            var old = order <= 0 ? before[i++] : null;
            var @new = order >= 0 ? after[j++] : null;
            var (from, to) = (Text(old, write), Text(@new, write));
            if (from != to)
            {
                var kind = old is null ? ChangeKind.Added : @new is null ? ChangeKind.Removed : ChangeKind.Changed;
                changes.Add(new ItemDifference(id((old ?? @new)!), kind, Differing(Fields(from), Fields(to))));
            }
        }

        return changes;
    }

    /// <summary>An item as JSON in memory, numbers exact.</summary>
    internal static JObject Json<T>(T item, Action<JsonWriter, T> write)
        where T : class => Parsed(Text(item, write)!);

    /// <summary>A JSON value in memory, numbers exact and dates left as texts.</summary>
    internal static JToken Value(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JToken.ReadFrom(reader);
    }

    private static JObject Parsed(string json) => (JObject)Value(json);

    private static string? Text<T>(T? item, Action<JsonWriter, T> write)
        where T : class
    {
        if (item is null)
        {
            return null;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        write(writer, item);
        return text.ToString();
    }

    private static List<(string Name, string Json)> Fields(string? item) => item is null ? [] : [.. Leaves(Parsed(item), "")];

    private static IEnumerable<(string Name, string Json)> Leaves(JObject item, string prefix) => item.Properties().SelectMany(property =>
        property.Value is JObject inner ? Leaves(inner, $"{prefix}{property.Name}.") : [(prefix + property.Name, property.Value.ToString(Formatting.None))]);

    private static List<FieldChange> Differing(List<(string Name, string Json)> before, List<(string Name, string Json)> after)
    {
        var (from, to) = (ByName(before), ByName(after));
        return [.. before.Concat(after).Select(field => field.Name).Distinct(StringComparer.Ordinal)
            .Select(name => new FieldChange(name, from.GetValueOrDefault(name), to.GetValueOrDefault(name)))
            .Where(change => change.From != change.To)];
    }

    private static Dictionary<string, string> ByName(List<(string Name, string Json)> fields) =>
        fields.ToDictionary(field => field.Name, field => field.Json, StringComparer.Ordinal);
}
