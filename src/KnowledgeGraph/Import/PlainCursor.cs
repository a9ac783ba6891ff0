namespace KnowledgeGraph.Import;

/// <summary>Steps through JSON that is written without blanks and escapes.</summary>
/// <param name="json">The JSON.</param>
internal ref struct PlainCursor(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> json = json;

    /// <summary>Where it stands.</summary>
    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position == json.Length;

    /// <summary>Steps over something; false, and no step, if something else stands there.</summary>
    public bool TrySkip(ReadOnlySpan<byte> expected)
    {
        if (!json[Position..].StartsWith(expected))
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    /// <summary>Steps over a text that is not blank; false if none stands there.</summary>
    public bool TryText(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!TrySkip("\""u8) || json[Position..].IndexOf((byte)'"') is not (> 0 and var length))
        {
            return false;
        }

        text = json.Slice(Position, length);
        Position += length + 1;
        return PlainText.HasInk(text);
    }

    /// <summary>Steps over a list of ids, each once, and takes them; false if no such list stands there.</summary>
    public bool TryIds(int kind, BatchIds into)
    {
        if (!TrySkip("["u8))
        {
            return false;
        }

        var first = into.Count;
        do
        {
            if (!TryText(out var id) || into.Contains(id, first))
            {
                return false;
            }

            into.Add(kind, id);
        }
        while (TrySkip(","u8));

        return TrySkip("]"u8);
    }
}
