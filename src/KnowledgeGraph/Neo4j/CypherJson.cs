using System.Globalization;
using Newtonsoft.Json;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Plain values to and from JSON, as the Query API exchanges them. Going there, 1 is a whole number and 1.0 a double. Coming back,
/// values are <c>{"$type": "Float", "_value": "1.0"}</c>: in plain JSON the server prints a double that is also a single-precision
/// number with a single's digits, so that 1550697856.0 arrives as 1.55069786E9.
/// </summary>
internal static class CypherJson
{
    private const string Type = "$type";
    private const string Value = "_value";

    /// <summary>Opens JSON text for reading: dates stay texts, doubles stay doubles, depth is bounded.</summary>
    public static JsonTextReader Reader(TextReader text) => new(text)
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Double,
        Culture = CultureInfo.InvariantCulture,
        MaxDepth = 64,
        CloseInput = false,
        PropertyNameTable = new NamesOfAReply(),
    };

    /// <summary>Reads the value that starts at the reader's token, and stays on its last token.</summary>
    public static object? Read(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.StartArray => ReadList(reader),
        JsonToken.StartObject => ReadMap(reader),
        JsonToken.Null => null,
        JsonToken.String or JsonToken.Integer or JsonToken.Float or JsonToken.Boolean when reader.Value is string or long or double or bool
            => reader.Value,
        _ => throw new JsonReaderException($"unexpected {reader.TokenType} at {reader.Path}"),
    };

    /// <summary>Writes a value.</summary>
    /// <exception cref="ArgumentException">Neo4j cannot take a value of this type.</exception>
    public static void Write(JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNull(); break;
            case string text: writer.WriteValue(text); break;
            case bool flag: writer.WriteValue(flag); break;
            case int number: writer.WriteValue(number); break;
            case long number: writer.WriteValue(number); break;
            case double number when double.IsFinite(number): writer.WriteValue(number); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(writer, map); break;
            case System.Collections.IEnumerable list: WriteList(writer, list); break;
            default: throw new ArgumentException($"a parameter of type {value.GetType().Name} with the value {value} cannot go to Neo4j", nameof(value));
        }
    }

    private static List<object?> ReadList(JsonReader reader)
    {
        var list = new List<object?>();
        while (Next(reader) != JsonToken.EndArray)
        {
            list.Add(Read(reader));
        }

        return list;
    }

    /// <summary>A map, or the value that a typed map stands for; the type comes first.</summary>
    private static object? ReadMap(JsonReader reader)
    {
        Dictionary<string, object?>? map = null;
        while (Next(reader) != JsonToken.EndObject)
        {
            var name = (string)reader.Value!;
            if (Next(reader) == JsonToken.String && name == Type && map is null)
            {
                return ReadTyped(reader, (string)reader.Value!);
            }

            map ??= new Dictionary<string, object?>(StringComparer.Ordinal);
            map[name] = Read(reader);
        }

        return map ?? [];
    }

    private static object? ReadTyped(JsonReader reader, string type)
    {
        if (Next(reader) != JsonToken.PropertyName || (string)reader.Value! != Value)
        {
            throw new JsonReaderException($"no {Value} at {reader.Path}");
        }

        Next(reader);
        var value = Read(reader);
        Next(reader);
        return (type, value) switch
        {
            ("Integer", string text) => long.Parse(text, CultureInfo.InvariantCulture),
            ("Float", string text) => double.Parse(text, CultureInfo.InvariantCulture),
            (_, null or string or bool) or ("List", List<object?>) or ("Map", Dictionary<string, object?>) => value,
            _ => throw new JsonReaderException($"a {type} at {reader.Path}; statements return plain values only"),
        };
    }

    private static JsonToken Next(JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonReaderException("the text ends in the middle of a value");

    private static void WriteMap(JsonWriter writer, IReadOnlyDictionary<string, object?> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(JsonWriter writer, System.Collections.IEnumerable list)
    {
        writer.WriteStartArray();
        foreach (var item in list)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
