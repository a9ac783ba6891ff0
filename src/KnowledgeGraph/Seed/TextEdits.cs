namespace KnowledgeGraph.Seed;

/// <summary>Edits of a text by byte offsets, gathered in any order; bytes between them stay as they are.</summary>
internal sealed class TextEdits(byte[] bytes)
{
    private readonly List<(int Start, int End, byte[] Text)> edits = [];

    /// <summary>Whether anything changes.</summary>
    public bool IsEmpty => edits.Count == 0;

    /// <summary>Puts a text in place of the bytes from a start to before an end; the same offset twice inserts.</summary>
    public void Replace(int start, int end, string text) => edits.Add((start, end, System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>The edited text. Where edits start together, the one gathered first comes first.</summary>
    public byte[] Apply()
    {
        using var result = new MemoryStream(bytes.Length);
        var taken = 0;
        foreach (var (start, end, text) in edits.OrderBy(edit => edit.Start))
        {
            result.Write(bytes, taken, Math.Max(start - taken, 0));
            result.Write(text);
            taken = Math.Max(taken, end);
        }

        result.Write(bytes, taken, bytes.Length - taken);
        return result.ToArray();
    }
}
