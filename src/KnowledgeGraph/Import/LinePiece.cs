namespace KnowledgeGraph.Import;

/// <summary>Some whole lines of a file, and room for what is made of them.</summary>
internal sealed class LinePiece
{
    private byte[] buffer = new byte[1 << 18];

    /// <summary>The lines, blank ones left out.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>Bytes in use.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes in use. Lent until more are added.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, Count);

    /// <summary>The text of a line. Lent until more bytes are added.</summary>
    public ReadOnlySpan<byte> this[Line line] => buffer.AsSpan(line.Start, line.Length);

    /// <summary>Room for more bytes; <see cref="Grow"/> says how many came.</summary>
    public Span<byte> Room(int atLeast)
    {
        if (buffer.Length - Count < atLeast)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Count + atLeast));
        }

        return buffer.AsSpan(Count);
    }

    public void Grow(int bytes) => Count += bytes;

    /// <summary>Adds bytes; returns where they stand.</summary>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Count += bytes.Length;
        return Count - bytes.Length;
    }

    /// <summary>Leaves out what stands from a position on.</summary>
    public void Cut(int position) => Count = position;

    /// <summary>Leaves out what stands before a position; no line may have been found.</summary>
    public void Drop(int bytes)
    {
        buffer.AsSpan(bytes, Count - bytes).CopyTo(buffer);
        Count -= bytes;
    }

    public void Clear()
    {
        Lines.Clear();
        Count = 0;
    }
}

/// <summary>A line.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Start">Where it begins in its piece.</param>
/// <param name="Length">Its length without its end; <see cref="TooLong"/> where it is longer than is read.</param>
internal readonly record struct Line(int Number, int Start, int Length)
{
    public const int TooLong = -1;
}
