using KnowledgeGraph.Export;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>
/// What the user will see, line by line, laid out for a width. All text passes through here, so no control character of the data
/// reaches a terminal, and the words are the same with colour and without.
/// </summary>
/// <param name="width">Columns.</param>
internal sealed class Page(int width)
{
    private const int LeastTextWidth = 20;
    private readonly List<IReadOnlyList<Span>> lines = [];

    /// <summary>Columns.</summary>
    internal int Width => width;

    /// <summary>The lines so far.</summary>
    internal IReadOnlyList<IReadOnlyList<Span>> Lines => lines;

    /// <summary>The lines without tones.</summary>
    internal IEnumerable<string> Text => lines.Select(line => string.Concat(line.Select(span => span.Text)));

    /// <summary>An empty line, unless there is one already or nothing before it.</summary>
    internal void Blank()
    {
        if (lines.Count > 0 && lines[^1].Count > 0)
        {
            lines.Add([]);
        }
    }

    /// <summary>A paragraph, wrapped at spaces; continuation lines hang further in.</summary>
    /// <param name="indent">Columns before the first line.</param>
    /// <param name="hang">Columns before the others, beyond the indent.</param>
    /// <param name="spans">The text.</param>
    internal void Line(int indent, int hang, params IReadOnlyList<Span> spans)
    {
        var wrapped = Wrapping.Wrap(Safe(spans), Math.Max(width - indent, LeastTextWidth), hang);
        for (var i = 0; i < wrapped.Count; i++)
        {
            var margin = indent + (i > 0 ? hang : 0);
            lines.Add(margin > 0 ? [Rendering.Blank.Of(margin), .. wrapped[i]] : wrapped[i]);
        }
    }

    /// <summary>A paragraph whose lines all start at the same column.</summary>
    internal void Line(int indent, params IReadOnlyList<Span> spans) => Line(indent, 0, spans);

    /// <summary>A line with a word at the right margin; below it where there is no room.</summary>
    internal void LineWithEdge(int indent, IReadOnlyList<Span> spans, Span edge)
    {
        var left = indent + CellWidth.Of(spans);
        var gap = width - left - CellWidth.Of(edge.Text);
        if (gap >= 2)
        {
            Line(indent, [.. spans]);
            lines[^1] = [.. lines[^1], Rendering.Blank.Of(gap), .. Safe([edge])];
            return;
        }

        Line(indent, 2, [.. spans]);
        Line(indent + 2, edge);
    }

    /// <summary>A line as it is, laid out by the caller.</summary>
    internal void Raw(IReadOnlyList<Span> spans) => lines.Add(Safe(spans));

    private static List<Span> Safe(IReadOnlyList<Span> spans) => [.. spans.Select(span => span with { Text = PrintableText.Of(span.Text) })];
}
