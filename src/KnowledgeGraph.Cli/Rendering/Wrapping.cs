namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Breaks text into lines at spaces.</summary>
internal static class Wrapping
{
    /// <summary>Lines no wider than allowed, but for words that are wider alone. Greedy; linear in the text.</summary>
    /// <param name="spans">The text.</param>
    /// <param name="width">Columns of the first line.</param>
    /// <param name="hang">Columns fewer for the others.</param>
    internal static List<IReadOnlyList<Span>> Wrap(IReadOnlyList<Span> spans, int width, int hang)
    {
        var lines = new List<IReadOnlyList<Span>>();
        var line = new List<Span>();
        var used = 0;
        foreach (var word in Words(spans))
        {
            var length = CellWidth.Of(word);
            var room = width - (lines.Count > 0 ? hang : 0);
            if (used > 0 && used + length > room && !IsSpace(word))
            {
                lines.Add(Trimmed(line));
                (line, used) = ([], 0);
            }

            if (used > 0 || !IsSpace(word) || lines.Count == 0)
            {
                line.AddRange(word);
                used += length;
            }
        }

        lines.Add(Trimmed(line));
        return lines;
    }

    private static bool IsSpace(List<Span> word) => word.TrueForAll(span => span.Text.AsSpan().Trim(' ').IsEmpty);

    /// <summary>Words and the runs of spaces between them; a word may change tone within.</summary>
    private static IEnumerable<List<Span>> Words(IReadOnlyList<Span> spans)
    {
        var word = new List<Span>();
        foreach (var piece in spans.SelectMany(Pieces))
        {
            if (word.Count > 0 && (piece.Text[0] == ' ') != (word[^1].Text[0] == ' '))
            {
                yield return word;
                word = [];
            }

            word.Add(piece);
        }

        if (word.Count > 0)
        {
            yield return word;
        }
    }

    private static IEnumerable<Span> Pieces(Span span)
    {
        var start = 0;
        for (var i = 1; i <= span.Text.Length; i++)
        {
            if (i == span.Text.Length || (span.Text[i] == ' ') != (span.Text[start] == ' '))
            {
                yield return span with { Text = span.Text[start..i] };
                start = i;
            }
        }
    }

    private static List<Span> Trimmed(List<Span> line)
    {
        while (line.Count > 0 && line[^1].Text.AsSpan().Trim(' ').IsEmpty)
        {
            line.RemoveAt(line.Count - 1);
        }

        return line;
    }
}
