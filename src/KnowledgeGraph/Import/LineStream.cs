namespace KnowledgeGraph.Import;

/// <summary>The lines of a file one by one, whatever the file's size; blank lines are left out but counted.</summary>
internal sealed class LineStream : IDisposable
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int MostBytes = 16 << 20;

    private const int FirstBufferBytes = 1 << 18;
    private readonly FileStream file;
    private byte[] buffer = new byte[FirstBufferBytes];
    private int start;
    private int filled;
    private bool isAtEnd;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public LineStream(string path) =>
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>The number of the line last given, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Bytes of the lines given so far.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes of the whole file.</summary>
    public long Length => file.Length;

    /// <summary>The next line without its end; false after the last. It is lent until the next is asked for.</summary>
    /// <exception cref="InvalidDataException">The line is too long; the next call goes on behind it.</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        while (NextRaw(out line))
        {
            if (LineNumber == 1 && line.StartsWith("\uFEFF"u8))
            {
                line = line["\uFEFF"u8.Length..];
            }

            if (!line.Trim(" \t\r"u8).IsEmpty)
            {
                line = line.TrimEnd((byte)'\r');
                return true;
            }
        }

        return false;
    }

    public void Dispose() => file.Dispose();

    private bool NextRaw(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var end = buffer.AsSpan(start + searched, filled - start - searched).IndexOf((byte)'\n');
            if (end >= 0 || isAtEnd)
            {
                return Take(end >= 0 ? searched + end : filled - start, end >= 0 ? 1 : 0, out line);
            }

            searched = filled - start;
            if (searched > MostBytes)
            {
                SkipLine();
                throw new InvalidDataException($"the line has more than {MostBytes} bytes; write each item on a line of its own");
            }

            Fill();
        }
    }

    private bool Take(int length, int endBytes, out ReadOnlySpan<byte> line)
    {
        line = buffer.AsSpan(start, length);
        start += length + endBytes;
        Position += length + endBytes;
        var isLine = length + endBytes > 0;
        LineNumber += isLine ? 1 : 0;
        return isLine;
    }

    private void SkipLine()
    {
        for (var end = -1; end < 0 && !isAtEnd;)
        {
            Position += filled - start;
            (start, filled) = (0, 0);
            Fill();
            end = buffer.AsSpan(0, filled).IndexOf((byte)'\n');
            start = end + 1;
            Position += start;
        }

        LineNumber++;
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (start, filled) = (0, filled - start);
        }

        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = file.Read(buffer, filled, buffer.Length - filled);
        filled += read;
        isAtEnd = read == 0;
    }
}
