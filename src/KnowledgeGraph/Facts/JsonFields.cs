using Newtonsoft.Json;

namespace KnowledgeGraph.Facts;

/// <summary>Fields of canonical JSON: what is empty is left out, numbers take their shortest exact form.</summary>
internal static class JsonFields
{
    /// <summary>A text; left out if null.</summary>
    internal static void Field(this JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(text);
        }
    }

    /// <summary>A flag; left out if false.</summary>
    internal static void Flag(this JsonWriter writer, string name, bool flag)
    {
        if (flag)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(true);
        }
    }

    /// <summary>A whole number.</summary>
    internal static void Field(this JsonWriter writer, string name, long number)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(number);
    }

    /// <summary>A number; shortest form that reads back the same.</summary>
    internal static void Field(this JsonWriter writer, string name, double number)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(FactJson.Number(number));
    }

    /// <summary>An exact decimal; left out if null.</summary>
    internal static void Field(this JsonWriter writer, string name, decimal? number)
    {
        if (number is { } n)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(FactJson.Number(n));
        }
    }

    /// <summary>A list of texts; left out if empty.</summary>
    internal static void Field(this JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            writer.List(name, texts, static (w, text) => w.WriteValue(text));
        }
    }

    /// <summary>A list; written even if empty.</summary>
    internal static void List<T>(this JsonWriter writer, string name, IEnumerable<T> items, Action<JsonWriter, T> write)
    {
        writer.WritePropertyName(name);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>An object.</summary>
    internal static void Object<T>(this JsonWriter writer, string name, T item, Action<JsonWriter, T> write)
    {
        writer.WritePropertyName(name);
        writer.Object(item, write);
    }

    /// <summary>An object without a name, as an element of a list.</summary>
    internal static void Object<T>(this JsonWriter writer, T item, Action<JsonWriter, T> write)
    {
        writer.WriteStartObject();
        write(writer, item);
        writer.WriteEndObject();
    }
}
