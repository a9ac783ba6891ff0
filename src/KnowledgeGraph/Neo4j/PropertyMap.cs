using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// The flat properties of a node or relationship in Neo4j. What is null, false or empty is left out, as Neo4j itself keeps no
/// nulls; lists hold values of one type.
/// </summary>
internal sealed class PropertyMap
{
    private readonly Dictionary<string, object?> values;
    private readonly string owner;

    /// <param name="owner">What the properties belong to, for messages: <c>fact "f155"</c>.</param>
    /// <param name="values">Properties read back; null to start empty.</param>
    public PropertyMap(string owner, Dictionary<string, object?>? values = null)
    {
        (this.owner, this.values) = (owner, values ?? new Dictionary<string, object?>(StringComparer.Ordinal));
    }

    public Dictionary<string, object?> Values => values;

    public PropertyMap Add(string name, string? text) => text is null ? this : Set(name, text);

    public PropertyMap Add(string name, PartialDate? date) => Add(name, date?.ToString());

    public PropertyMap Add(string name, bool flag) => flag ? Set(name, true) : this;

    public PropertyMap Add(string name, double number) => Set(name, number);

    public PropertyMap Add(string name, long number) => Set(name, number);

    public PropertyMap Add(string name, IEnumerable<string> texts) => AddList(name, texts);

    public PropertyMap Add(string name, IEnumerable<bool> flags) => AddList(name, flags.Cast<object?>());

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name, "text");

    public string? TextOrNull(string name) => values.GetValueOrDefault(name) switch
    {
        null => null,
        string text => text,
        _ => throw Missing(name, "text"),
    };

    public double Number(string name) => values.GetValueOrDefault(name) is double number ? number : throw Missing(name, "decimal number");

    public bool Flag(string name) => values.GetValueOrDefault(name) switch
    {
        null => false,
        bool flag => flag,
        _ => throw Missing(name, "true or false"),
    };

    public PartialDate? DateOrNull(string name) => TextOrNull(name) switch
    {
        null => null,
        var text => PartialDate.TryParse(text, out var date) ? date : throw Missing(name, "date"),
    };

    public IReadOnlyList<string> Texts(string name) => List<string>(name, "list of texts");

    public IReadOnlyList<bool> Flags(string name) => List<bool>(name, "list of true and false");

    /// <summary>Names of the properties that start so.</summary>
    public IEnumerable<string> NamesFrom(string prefix) =>
        values.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The exception for a property that is not as it should be.</summary>
    public FormatException Missing(string name, string wanted) => new(
        values.ContainsKey(name) ? $"the property \"{name}\" of {owner} is no {wanted}" : $"{owner} has no property \"{name}\"; it is a {wanted}");

    /// <summary>Whether two maps hold the same properties with the same values.</summary>
    public static bool AreEqual(Dictionary<string, object?> a, Dictionary<string, object?> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var other) && AreEqual(pair.Value, other));

    private static bool AreEqual(object? a, object? b) =>
        a is List<object?> x && b is List<object?> y ? x.SequenceEqual(y) : Equals(a, b);

    private PropertyMap AddList(string name, IEnumerable<object?> items)
    {
        List<object?> list = [.. items];
        return list.Count == 0 ? this : Set(name, list);
    }

    private PropertyMap Set(string name, object value)
    {
        values.Add(name, value);
        return this;
    }

    private List<T> List<T>(string name, string wanted) => values.GetValueOrDefault(name) switch
    {
        null => [],
        List<object?> list when list.All(item => item is T) => [.. list.Cast<T>()],
        _ => throw Missing(name, wanted),
    };
}
