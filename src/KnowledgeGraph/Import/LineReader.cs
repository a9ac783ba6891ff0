namespace KnowledgeGraph.Import;

/// <summary>The lines of a file, some at a time, whatever the file's size; blank lines are left out but counted.</summary>
internal sealed class LineReader : IDisposable
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int MostBytes = 16 << 20;

    private const int LeastBytes = 1 << 16;
    private readonly FileStream file;
    private byte[] rest = [];
    private int restBytes;
    private long bytesRead;
    private int number;
    private bool isAtEnd;
    private bool isTooLong;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public LineReader(string path) =>
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>Bytes of the lines given so far; those of the whole file after the last.</summary>
    public long Position => bytesRead - restBytes;

    /// <summary>Fills a piece with the next lines; false after the last.</summary>
    public bool Read(LinePiece piece)
    {
        piece.Clear();
        var (start, searched) = (0, piece.Add(rest.AsSpan(0, restBytes)) + restBytes);
        while (piece.Lines.Count == 0 && !isAtEnd)
        {
            piece.Drop(start);
            searched -= start;
            var read = file.Read(piece.Room(LeastBytes));
            piece.Grow(read);
            bytesRead += read;
            isAtEnd = read == 0;
            start = Split(piece, searched);
            searched = piece.Count;
        }

        KeepRest(piece, start);
        return piece.Lines.Count > 0;
    }

    public void Dispose() => file.Dispose();

    /// <summary>Finds the lines that end behind a position; returns where the last ends.</summary>
    private int Split(LinePiece piece, int searched)
    {
        var start = 0;
        for (int end; (end = piece.Bytes[searched..].IndexOf((byte)'\n')) >= 0; start = searched)
        {
            Take(piece, start, searched + end);
            searched += end + 1;
        }

        if (isAtEnd && (isTooLong || start < piece.Count))
        {
            Take(piece, start, piece.Count);
            return piece.Count;
        }

        if (piece.Count - start > MostBytes)
        {
            isTooLong = true;
            return piece.Count;
        }

        return start;
    }

    private void Take(LinePiece piece, int start, int end)
    {
        number++;
        if (isTooLong || end - start > MostBytes)
        {
            isTooLong = false;
            piece.Lines.Add(new Line(number, 0, Line.TooLong));
            return;
        }

        var text = piece.Bytes[start..end];
        if (number == 1 && text.StartsWith("\uFEFF"u8))
        {
            start += "\uFEFF"u8.Length;
            text = piece.Bytes[start..end];
        }

        if (!text.Trim(" \t\r"u8).IsEmpty)
        {
            piece.Lines.Add(new Line(number, start, text.TrimEnd((byte)'\r').Length));
        }
    }

    /// <summary>Keeps the beginning of a line for the next piece: this one may be in other hands by then.</summary>
    private void KeepRest(LinePiece piece, int start)
    {
        restBytes = piece.Count - start;
        rest = restBytes > rest.Length ? new byte[restBytes * 2] : rest;
        piece.Bytes[start..].CopyTo(rest);
        piece.Cut(start);
    }
}
