namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Sets rows in columns that fit the page; cells wrap.</summary>
internal static class TableLayout
{
    private const int Gap = 2;
    private const int LeastColumn = 8;

    /// <summary>Writes the header, a rule and the rows.</summary>
    internal static void Write(Page page, int indent, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<Span>> rows)
    {
        var widths = Widths(page.Width - indent, header, rows);
        WriteRow(page, indent, widths, [.. header.Select(Span.Strong)]);
        page.Raw([Blank.Of(indent), Span.Faint(string.Join(Blank.Of(Gap), widths.Select(width => new string('-', width))))]);
        foreach (var row in rows)
        {
            WriteRow(page, indent, widths, row);
        }
    }

    /// <summary>The natural widths, the widest narrowed one by one until all fit.</summary>
    private static int[] Widths(int room, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<Span>> rows)
    {
        var widths = header
            .Select((title, i) => Math.Max(CellWidth.Of(title), rows.Select(row => CellWidth.Of(row[i].Text)).DefaultIfEmpty().Max()))
            .ToArray();
        for (var over = widths.Sum() + (Gap * (widths.Length - 1)) - room; over > 0; over--)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= LeastColumn)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private static void WriteRow(Page page, int indent, int[] widths, IReadOnlyList<Span> cells)
    {
        var wrapped = cells.Select((cell, i) => Wrapping.Wrap([cell], widths[i], 0)).ToList();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
        {
            var spans = new List<Span> { Blank.Of(indent) };
            for (var i = 0; i < cells.Count; i++)
            {
                var piece = line < wrapped[i].Count ? wrapped[i][line] : [];
                spans.AddRange(piece);
                var used = CellWidth.Of(piece);
                spans.Add(Blank.Of(Math.Max(widths[i] - used, 0) + Gap));
            }

            page.Raw(TrimmedEnd(spans));
        }
    }

    private static List<Span> TrimmedEnd(List<Span> spans)
    {
        while (spans.Count > 0 && spans[^1].Text.AsSpan().Trim(' ').IsEmpty)
        {
            spans.RemoveAt(spans.Count - 1);
        }

        return spans;
    }
}
