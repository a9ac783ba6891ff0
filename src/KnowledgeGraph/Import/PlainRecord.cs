using System.Text.Json;

namespace KnowledgeGraph.Import;

/// <summary>Where the properties of an object stand in a line; the object itself in the order and form of a record.</summary>
internal sealed class PlainRecord
{
    private const int MostProperties = 32;
    private readonly (int Start, int Length)[] places = new (int, int)[MostProperties];
    private byte[] canonical = new byte[1 << 10];
    private int present;
    private bool isInOrder;

    /// <summary>Finds the properties; false where the line is no object, or has a property twice or another.</summary>
    /// <param name="line">The line.</param>
    /// <param name="names">The properties that it may have, in the order of a record.</param>
    public bool TryRead(ReadOnlySpan<byte> line, byte[][] names)
    {
        var reader = new Utf8JsonReader(line);
        (present, isInOrder) = (0, true);
        var next = 0;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var property = Find(ref reader, names, next);
                if (property < 0 || Has(1 << property) || !reader.Read())
                {
                    return false;
                }

                isInOrder &= property >= next;
                next = property + 1;
                present |= 1 << property;
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                places[property] = (start, (int)reader.BytesConsumed - start);
            }

            return reader.TokenType == JsonTokenType.EndObject && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether all of some properties, as bits, are there.</summary>
    public bool Has(int properties) => (present & properties) == properties;

    /// <summary>Whether any of some properties is there.</summary>
    public bool HasAny(int properties) => (present & properties) != 0;

    /// <summary>A value as it stands.</summary>
    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> line, int property) => line.Slice(places[property].Start, places[property].Length);

    /// <summary>A text without its quotation marks.</summary>
    public ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, int property) => Raw(line, property) is [(byte)'"', .., (byte)'"'] raw ? raw[1..^1] : [];

    /// <summary>The object without blanks, its properties in the order of a record: the line itself where it is written so.</summary>
    public ReadOnlySpan<byte> Canonical(ReadOnlySpan<byte> line, byte[][] names)
    {
        var length = 1;
        for (var property = 0; property < names.Length; property++)
        {
            length += Has(1 << property) ? names[property].Length + places[property].Length + 4 : 0;
        }

        if (isInOrder && length == line.Length)
        {
            return line;
        }

        canonical = length > canonical.Length ? new byte[length * 2] : canonical;
        var at = 0;
        for (var property = 0; property < names.Length; property++)
        {
            if (Has(1 << property))
            {
                canonical[at++] = at == 1 ? (byte)'{' : (byte)',';
                canonical[at++] = (byte)'"';
                names[property].CopyTo(canonical, at);
                at += names[property].Length;
                canonical[at++] = (byte)'"';
                canonical[at++] = (byte)':';
                Raw(line, property).CopyTo(canonical.AsSpan(at));
                at += places[property].Length;
            }
        }

        canonical[at++] = (byte)'}';
        return canonical.AsSpan(0, at);
    }

    private static int Find(ref Utf8JsonReader reader, byte[][] names, int next)
    {
        for (var step = 0; step < names.Length; step++)
        {
            var property = (next + step) % names.Length;
            if (reader.ValueTextEquals(names[property]))
            {
                return property;
            }
        }

        return -1;
    }
}
