using System.Numerics;
using System.Runtime.Intrinsics;

namespace KnowledgeGraph.Import;

/// <summary>
/// Where the quotation marks of a plain line stand, so that nobody looks for the ends of its texts again. Found 32 bytes at a time, as in
/// simdjson (Langdale and Lemire 2019), and in the same look whether the line is plain.
/// </summary>
internal sealed class QuoteIndex
{
    private int[] places = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Where one stands; the end of the line for those after the last.</summary>
    public int this[int number] => places[number];

    /// <summary>Finds those of a line; false if it is not plain (<see cref="PlainText.IsPlain"/>).</summary>
    public bool TryRead(ReadOnlySpan<byte> line)
    {
        places = places.Length < line.Length + 2 ? new int[(line.Length + 2) * 2] : places;
        Count = 0;
        var isPlain = line.Length < Vector256<byte>.Count ? FindOneByOne(line) : Find(line);
        (places[Count], places[Count + 1]) = (line.Length, line.Length);
        return isPlain || PlainText.IsPlain(line);
    }

    private bool Find(ReadOnlySpan<byte> line)
    {
        var unusual = Vector256<byte>.Zero;
        var last = line.Length - Vector256<byte>.Count;
        for (var at = 0; at < last; at += Vector256<byte>.Count)
        {
            unusual |= Find(line, at, 0);
        }

        // The last step reaches back over what was looked at before.
        unusual |= Find(line, last, (Vector256<byte>.Count - (line.Length % Vector256<byte>.Count)) % Vector256<byte>.Count);
        return unusual == Vector256<byte>.Zero;
    }

    /// <summary>Finds those of the bytes from a position on but for some that were looked at; returns which bytes are not plain ASCII.</summary>
    private Vector256<byte> Find(ReadOnlySpan<byte> line, int at, int lookedAt)
    {
        var bytes = Vector256.Create(line.Slice(at, Vector256<byte>.Count));
        var marks = Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits() & (uint.MaxValue << lookedAt);
        for (; marks != 0; marks &= marks - 1)
        {
            places[Count++] = at + BitOperations.TrailingZeroCount(marks);
        }

        return Vector256.GreaterThan(bytes - Vector256.Create((byte)' '), Vector256.Create((byte)('~' - ' ')))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'));
    }

    private bool FindOneByOne(ReadOnlySpan<byte> line)
    {
        var isPlain = true;
        for (var at = 0; at < line.Length; at++)
        {
            places[Count] = at;
            Count += line[at] == '"' ? 1 : 0;
            isPlain &= line[at] is >= (byte)' ' and <= (byte)'~' and not (byte)'\\';
        }

        return isPlain;
    }
}
