using System.Buffers;

namespace KnowledgeGraph.Export;

/// <summary>
/// Comma-separated values as RFC 4180 has them: lines end in CR LF, cells with commas or quotation marks are quoted. A cell that a
/// spreadsheet would take for a formula starts with an apostrophe, and control characters are replaced.
/// </summary>
public static class CsvTable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes the header and the rows.</summary>
    public static void Write(TextWriter output, AnswerTable table)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Rows.Prepend(table.Header))
        {
            output.Write(string.Join(',', row.Select(Cell)));
            output.Write("\r\n");
        }
    }

    private static string Cell(string text)
    {
        var safe = PrintableText.Of(text);
        if (safe.AsSpan().TrimStart(' ') is ['=' or '+' or '-' or '@', ..])
        {
            safe = "'" + safe;
        }

        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
