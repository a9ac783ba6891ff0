using System.Collections;

namespace KnowledgeGraph.Bolt;

/// <summary>Parameters as the driver packs them. Takes and refuses what the HTTP transport takes and refuses.</summary>
internal static class BoltParameters
{
    /// <summary>Parameters, or the fields of a map.</summary>
    /// <exception cref="ArgumentException">Neo4j cannot take a value of this type.</exception>
    public static Dictionary<string, object> Of(IReadOnlyDictionary<string, object?> values) =>
        values.ToDictionary(pair => pair.Key, pair => Packed(pair.Value)!, StringComparer.Ordinal);

    private static object? Packed(object? value) => value switch
    {
        null or string or bool or long => value,
        int number => (long)number,
        double number when double.IsFinite(number) => value,
        IReadOnlyDictionary<string, object?> map => Of(map),
        IEnumerable list => list.Cast<object?>().Select(Packed).ToList(),
        _ => throw new ArgumentException($"a parameter of type {value.GetType().Name} with the value {value} cannot go to Neo4j", nameof(value)),
    };
}
