namespace KnowledgeGraph.Import;

/// <summary>
/// Where the properties of an object stand in a line that is written without blanks and escapes; the object itself with its properties in
/// the order of a record.
/// </summary>
/// <param name="names">The names that properties may have, in the order of a record.</param>
/// <param name="quotes">Knows where the quotation marks of the line stand.</param>
internal sealed class PlainRecord(IEnumerable<string> names, QuoteIndex quotes)
{
    private readonly byte[][] labels = [.. names.Select(name => System.Text.Encoding.UTF8.GetBytes($"\"{name}\":"))];
    private readonly (int Start, int Length)[] places = new (int, int)[32];
    private byte[] ordered = new byte[1 << 10];

    /// <summary>For each property the one that last came after it; for none, that which last came first.</summary>
    private readonly int[] followers = new int[33];
    private int present;
    private int texts;
    private bool isInOrder;

    /// <summary>
    /// Finds the properties; false where the line is no object, has a property twice or another. Values are delimited, not judged: texts
    /// by their quotation marks, lists and objects by the first end that stands in no text.
    /// </summary>
    public bool TryRead(ReadOnlySpan<byte> line)
    {
        (present, texts, isInOrder) = (0, 0, true);
        if (line is not [(byte)'{', .., (byte)'}'])
        {
            return false;
        }

        for (var (at, next, quote) = (1, 0, 0); ; at++)
        {
            var property = Find(line[at..], next);
            if (property < 0 || Has(1 << property))
            {
                return false;
            }

            at += labels[property].Length;
            quote += 2;
            var length = LengthOf(line[..^1], at, ref quote);
            isInOrder &= property >= next;
            followers[next] = property;
            next = property + 1;
            present |= 1 << property;
            texts |= PlainText.IsText(line.Slice(at, length)) ? 1 << property : 0;
            places[property] = (at, length);
            at += length;
            if (length == 0 || at == line.Length - 1 || line[at] != ',')
            {
                return length > 0 && at == line.Length - 1;
            }
        }
    }

    /// <summary>Whether all of some properties, as bits, are there.</summary>
    public bool Has(int properties) => (present & properties) == properties;

    /// <summary>Whether any of some properties is there.</summary>
    public bool HasAny(int properties) => (present & properties) != 0;

    /// <summary>Whether those of some properties that are there are all texts, and not blank.</summary>
    public bool AreTexts(int properties) => (present & properties & ~texts) == 0;

    /// <summary>A value as it stands.</summary>
    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> line, int property) => line.Slice(places[property].Start, places[property].Length);

    /// <summary>A text without its quotation marks.</summary>
    public ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, int property) => Raw(line, property) is [(byte)'"', .., (byte)'"'] raw ? raw[1..^1] : [];

    /// <summary>The object with its properties in the order of a record; false where the line is written so.</summary>
    public bool TryOrder(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> record)
    {
        record = default;
        if (isInOrder)
        {
            return false;
        }

        ordered = line.Length > ordered.Length ? new byte[line.Length * 2] : ordered;
        var at = 0;
        for (var property = 0; property < labels.Length; property++)
        {
            if (Has(1 << property))
            {
                ordered[at] = at == 0 ? (byte)'{' : (byte)',';
                labels[property].CopyTo(ordered, at + 1);
                at += 1 + labels[property].Length;
                Raw(line, property).CopyTo(ordered.AsSpan(at));
                at += places[property].Length;
            }
        }

        ordered[at++] = (byte)'}';
        record = ordered.AsSpan(0, at);
        return true;
    }

    /// <summary>
    /// The property that begins a text. The lines of a file are mostly alike, so the first that is tried is the one that stood there last,
    /// then those that come next in a record.
    /// </summary>
    private int Find(ReadOnlySpan<byte> rest, int next)
    {
        if (rest.StartsWith(labels[followers[next]]))
        {
            return followers[next];
        }

        for (var property = next; property < labels.Length; property++)
        {
            if (rest.StartsWith(labels[property]))
            {
                return property;
            }
        }

        for (var property = 0; property < next; property++)
        {
            if (rest.StartsWith(labels[property]))
            {
                return property;
            }
        }

        return -1;
    }

    /// <summary>The length of the value that begins at a position; 0 if none does.</summary>
    /// <param name="body">The line without its end.</param>
    /// <param name="at">The position.</param>
    /// <param name="quote">How many quotation marks stand before it, and then, before what follows the value.</param>
    private int LengthOf(ReadOnlySpan<byte> body, int at, ref int quote)
    {
        switch (at < body.Length ? body[at] : default)
        {
            case (byte)'"':
                quote += 2;
                return quotes[quote - 1] < body.Length ? quotes[quote - 1] + 1 - at : 0;
            case (byte)'[':
                return EndOf((byte)']', body, at, ref quote) - at;
            case (byte)'{':
                return EndOf((byte)'}', body, at, ref quote) - at;
            default:
                var end = Math.Min(quotes[quote], body.Length);
                return body[at..end].IndexOf((byte)',') is >= 0 and var length ? length : end < body.Length ? 0 : end - at;
        }
    }

    /// <summary>The end of the list or object that begins at a position; the position itself if it does not end.</summary>
    private int EndOf(byte last, ReadOnlySpan<byte> body, int start, ref int quote)
    {
        for (var at = start + 1; at <= body.Length; quote += 2)
        {
            // Between texts there are a byte or two.
            for (var next = Math.Min(quotes[quote], body.Length); at < next; at++)
            {
                if (body[at] == last)
                {
                    return at + 1;
                }
            }

            if (quote + 1 >= quotes.Count)
            {
                break;
            }

            at = quotes[quote + 1] + 1;
        }

        return start;
    }
}
