using System.Text;

namespace KnowledgeGraph.Export;

/// <summary>An answer as Markdown: a sentence, a table (GitHub's tables), a sentence. Text from data is escaped.</summary>
public static class MarkdownTable
{
    private const string Special = "\\`*_{}[]<>#|~";

    /// <summary>Writes an answer without rows as it is laid out for people, as a block of code.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="lines">The lines.</param>
    public static void WriteVerbatim(TextWriter output, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(lines);
        foreach (var line in lines)
        {
            output.Write(line.Length == 0 ? "\n" : $"    {PrintableText.Of(line)}\n");
        }
    }

    /// <summary>Writes the answer; the table is left out where there are no rows.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="headline">The sentence above.</param>
    /// <param name="table">The rows.</param>
    /// <param name="closing">The sentence below.</param>
    public static void Write(TextWriter output, string headline, AnswerTable table, string closing)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(table);
        output.Write($"{Escape(headline)}\n\n");
        if (table.Rows.Count > 0)
        {
            WriteRow(output, table.Header);
            WriteRow(output, table.Header.Select(_ => "---"), isEscaped: false);
            foreach (var row in table.Rows)
            {
                WriteRow(output, row);
            }

            output.Write('\n');
        }

        output.Write($"{Escape(closing)}\n");
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> cells, bool isEscaped = true) =>
        output.Write($"| {string.Join(" | ", isEscaped ? cells.Select(Escape) : cells)} |\n");

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in PrintableText.Of(text))
        {
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                safe.Append('\\');
            }

            safe.Append(c);
        }

        return safe.ToString();
    }
}
