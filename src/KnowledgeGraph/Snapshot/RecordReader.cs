using System.Buffers.Binary;
using System.Text;

namespace KnowledgeGraph.Snapshot;

/// <summary>Reads what <see cref="RecordWriter"/> wrote. Nothing is trusted: what cannot be so is an <see cref="InvalidDataException"/>.</summary>
internal sealed class RecordReader
{
    private readonly byte[] bytes;
    private readonly string[] texts;
    private int position;

    /// <param name="bytes">The file.</param>
    /// <param name="start">Where the table of texts begins.</param>
    public RecordReader(byte[] bytes, int start)
    {
        (this.bytes, position) = (bytes, start);
        texts = new string[Count()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Encoding.UTF8.GetString(Take(Count()));
        }
    }

    public bool IsAtEnd => position == bytes.Length;

    /// <summary>A number from 0 on.</summary>
    public int Number()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Take(1)[0];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value <= int.MaxValue ? (int)value : throw new InvalidDataException($"{value} is too large a number");
            }
        }

        throw new InvalidDataException("a number does not end");
    }

    /// <summary>A number of items that follow; each takes a byte at least.</summary>
    public int Count() => Number() is var count && count <= bytes.Length - position
        ? count
        : throw new InvalidDataException($"{count} items are said to follow in {bytes.Length - position} bytes");

    public bool Flag() => Take(1)[0] switch
    {
        0 => false,
        1 => true,
        var other => throw new InvalidDataException($"{other} is neither yes nor no"),
    };

    public string? TextOrNull() => Number() is var number && number == 0 ? null
        : number <= texts.Length ? texts[number - 1]
        : throw new InvalidDataException($"there is no text {number} among {texts.Length}");

    public string Text() => TextOrNull() ?? throw new InvalidDataException("a text is missing");

    public string[] Texts()
    {
        var values = new string[Count()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Text();
        }

        return values;
    }

    public decimal? Decimal()
    {
        if (!Flag())
        {
            return null;
        }

        var parts = new int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = BinaryPrimitives.ReadInt32LittleEndian(Take(4));
        }

        return new decimal(parts);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - position)
        {
            throw new InvalidDataException("the content ends early");
        }

        position += count;
        return bytes.AsSpan(position - count, count);
    }
}
