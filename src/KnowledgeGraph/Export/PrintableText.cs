using System.Text;

namespace KnowledgeGraph.Export;

/// <summary>
/// Text from data made safe to print: one line, and nothing that a terminal would obey or that would turn the reading direction.
/// </summary>
public static class PrintableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with line breaks and tabs as spaces, and other control and direction characters as <c>U+FFFD</c>.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsSuspect) ? Replace(text) : text;
    }

    private static string Replace(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(c is '\n' or '\r' or '\t' or '\u2028' or '\u2029' ? ' ' : IsSuspect(c) ? Replacement : c);
        }

        return safe.ToString();
    }

    private static bool IsSuspect(char c) =>
        char.IsControl(c) || c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
