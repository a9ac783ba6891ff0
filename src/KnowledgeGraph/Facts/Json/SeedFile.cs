namespace KnowledgeGraph.Facts.Json;

/// <summary>A file of the seed in memory; turns byte offsets into lines and columns, for the few that are asked.</summary>
/// <param name="name">Its name in messages.</param>
/// <param name="bytes">Its content.</param>
/// <param name="line">Where it is itself one line of a file: the number of the line.</param>
internal sealed class SeedFile(string name, byte[] bytes, int? line = null)
{
    private readonly bool isLine = line is not null;
    private readonly int firstLine = line ?? 1;
    private List<int>? lineStarts;

    public string Name { get; } = name;

    public byte[] Bytes { get; } = bytes;

    /// <summary>What it is, in messages.</summary>
    public string Noun => isLine ? "line" : "file";

    /// <summary>Line and column from 1; the column counts characters (Unicode code points), not bytes.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var starts = LineStarts();
        var found = starts.BinarySearch(offset);
        var at = found >= 0 ? found : ~found - 1;
        var column = 1;
        for (var i = starts[at]; i < Math.Min(offset, Bytes.Length); i++)
        {
            column += IsContinuation(Bytes[i]) ? 0 : 1;
        }

        return (at + firstLine, column);
    }

    /// <summary>The offset of a byte in a line, both from 0.</summary>
    public int Offset(long line, long byteInLine)
    {
        var starts = LineStarts();
        var start = starts[(int)Math.Clamp(line, 0, starts.Count - 1)];
        return (int)Math.Clamp(start + byteInLine, 0, Bytes.Length);
    }

    private static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;

    private List<int> LineStarts()
    {
        if (lineStarts is null)
        {
            lineStarts = [0];
            for (var i = 0; i < Bytes.Length; i++)
            {
                if (Bytes[i] == (byte)'\n')
                {
                    lineStarts.Add(i + 1);
                }
            }
        }

        return lineStarts;
    }
}

/// <summary>A byte in a file.</summary>
internal readonly record struct Place(SeedFile File, int Offset)
{
    /// <summary><c>line:column</c>, for a second place in the same file.</summary>
    public string InFile()
    {
        var (line, column) = File.Position(Offset);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{line}:{column}");
    }

    public override string ToString() => $"{File.Name}:{InFile()}";
}
