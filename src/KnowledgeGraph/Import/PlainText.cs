using System.Buffers;
using System.Text;
using System.Text.Unicode;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Import;

/// <summary>Texts of JSON that stand in a record just as they stand in a line.</summary>
internal static class PlainText
{
    /// <summary>Escapes, DEL, and the lead byte of U+0080 to U+00BF, among which are control characters.</summary>
    private static readonly SearchValues<byte> Unusual = SearchValues.Create([(byte)'\\', 0x7F, 0xC2]);

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Whether a line is sound UTF-8 without escapes, control characters, and line ends that a record would escape.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> line) =>
        !line.ContainsAny(Unusual)
        && (Ascii.IsValid(line) || (Utf8.IsValid(line) && line.IndexOf("\u2028"u8) < 0 && line.IndexOf("\u2029"u8) < 0));

    /// <summary>Whether a value is a text that is not blank.</summary>
    public static bool IsText(ReadOnlySpan<byte> raw) => raw is [(byte)'"', .., (byte)'"'] && HasInk(raw[1..^1]);

    /// <summary>Whether a text has a visible character of ASCII, and so is not blank.</summary>
    public static bool HasInk(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange((byte)'!', (byte)'~') >= 0;

    /// <summary>Whether JSON is written without blanks between its parts.</summary>
    public static bool IsCompact(ReadOnlySpan<byte> json)
    {
        var isInText = false;
        foreach (var value in json)
        {
            isInText ^= value == '"';
            if (!isInText && Blanks.Contains(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A confidence in its shortest form: 0, 1, or 0 with up to four decimals.</summary>
    public static bool TryConfidence(ReadOnlySpan<byte> number, out double confidence)
    {
        confidence = number is [(byte)'1'] ? 1 : 0;
        if (number is [(byte)'0'] or [(byte)'1'])
        {
            return true;
        }

        if (number is not [(byte)'0', (byte)'.', _, ..] || number.Length > 6 || number[^1] == (byte)'0'
            || number[2..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        var (digits, scale) = (0, 1);
        foreach (var digit in number[2..])
        {
            (digits, scale) = ((digits * 10) + digit - '0', scale * 10);
        }

        // Division rounds correctly, and so gives the number that the decimal form reads as.
        confidence = (double)digits / scale;
        return true;
    }

    /// <summary>As <see cref="PartialDate"/> reads it.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out PartialDate date)
    {
        Span<char> characters = stackalloc char[10];
        date = default;
        return text.Length <= characters.Length && Encoding.UTF8.TryGetChars(text, characters, out var count)
            && PartialDate.TryParse(characters[..count], out date);
    }
}
