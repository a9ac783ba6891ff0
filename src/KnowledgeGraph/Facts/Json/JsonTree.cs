using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.Facts.Json;

/// <summary>
/// Strict JSON into values that know their places. The one reader is <see cref="Utf8JsonReader"/>: it refuses comments, trailing
/// commas and anything that is not RFC 8259, and its byte offsets become lines and columns only where a problem is reported.
/// </summary>
internal sealed class JsonTree
{
    public const int MaxDepth = 32;

    private readonly SeedFile file;
    private readonly ProblemList problems;
    private readonly Stack<int> open = new();

    private JsonTree(SeedFile file, ProblemList problems) => (this.file, this.problems) = (file, problems);

    /// <summary>The value of a whole file, or null after reporting why there is none.</summary>
    public static SeedValue? Read(SeedFile file, ProblemList problems) =>
        FileEncoding.IsSound(file, problems) ? new JsonTree(file, problems).Read() : null;

    private SeedValue? Read()
    {
        try
        {
            var reader = new Utf8JsonReader(file.Bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var value = Value(ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException error)
        {
            var offset = file.Offset(error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            MalformedJson.Report(file, offset, open, problems);
            return null;
        }
    }

    private SeedValue Value(ref Utf8JsonReader reader)
    {
        var offset = (int)reader.TokenStartIndex;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(file, offset, SeedKind.Object) { Properties = Properties(ref reader, offset), End = End(reader) },
            JsonTokenType.StartArray => new(file, offset, SeedKind.List) { Items = Items(ref reader, offset), End = End(reader) },
            JsonTokenType.String => new(file, offset, SeedKind.Text) { Text = Text(ref reader), End = End(reader) },
            JsonTokenType.Number => new(file, offset, SeedKind.Number) { Text = Encoding.ASCII.GetString(reader.ValueSpan), End = End(reader) },
            JsonTokenType.True => new(file, offset, SeedKind.True) { End = End(reader) },
            JsonTokenType.False => new(file, offset, SeedKind.False) { End = End(reader) },
            _ => new(file, offset, SeedKind.Null) { End = End(reader) },
        };

        static int End(in Utf8JsonReader reader) => (int)reader.BytesConsumed;
    }

    private List<SeedProperty> Properties(ref Utf8JsonReader reader, int offset)
    {
        var properties = new List<SeedProperty>();
        open.Push(offset);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, nameOffset) = (Text(ref reader), (int)reader.TokenStartIndex);
            reader.Read();
            properties.Add(new SeedProperty(name, nameOffset, Value(ref reader)));
        }

        open.Pop();
        return properties;
    }

    private List<SeedValue> Items(ref Utf8JsonReader reader, int offset)
    {
        var items = new List<SeedValue>();
        open.Push(offset);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader));
        }

        open.Pop();
        return items;
    }

    private string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Only an escaped half of a surrogate pair gets here; the bytes themselves are sound UTF-8.
            var place = new Place(file, (int)reader.TokenStartIndex);
            problems.Add(
                place,
                SeedCode.BadText,
                "the text has half of a surrogate pair (\\uD800 to \\uDFFF alone); write the character itself");
            return "\uFFFD";
        }
    }
}
