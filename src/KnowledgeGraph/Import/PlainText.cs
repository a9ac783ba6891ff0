using System.Buffers;
using System.Text.Unicode;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Import;

/// <summary>Texts of JSON that stand in a record just as they stand in a line.</summary>
internal static class PlainText
{
    /// <summary>Escapes, DEL, and the lead byte of U+0080 to U+00BF, among which are control characters.</summary>
    private static readonly SearchValues<byte> Unusual = SearchValues.Create([(byte)'\\', 0x7F, 0xC2]);

    /// <summary>Whether a line is sound UTF-8 without escapes, control characters, and line ends that a record would escape.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> line) =>
        !line.ContainsAny(Unusual) && !line.ContainsAnyInRange((byte)0, (byte)(' ' - 1)) && Utf8.IsValid(line)
        && line.IndexOf("\u2028"u8) < 0 && line.IndexOf("\u2029"u8) < 0;

    /// <summary>Whether a value is a text that is not blank.</summary>
    public static bool IsText(ReadOnlySpan<byte> raw) => raw is [(byte)'"', .., (byte)'"'] && HasInk(raw[1..^1]);

    /// <summary>Whether a text has a visible character of ASCII, and so is not blank.</summary>
    public static bool HasInk(ReadOnlySpan<byte> text) =>
        text is [>= (byte)'!' and <= (byte)'~', ..] || text.IndexOfAnyInRange((byte)'!', (byte)'~') >= 0;

    /// <summary>The line without the blanks between its parts; false if there are none, or one stands where none may.</summary>
    /// <param name="line">The line, plain.</param>
    /// <param name="compact">As long as the line at least.</param>
    /// <param name="length">How many bytes it then has.</param>
    public static bool TryCompact(ReadOnlySpan<byte> line, Span<byte> compact, out int length)
    {
        (length, var isInText) = (0, false);
        for (var at = 0; at < line.Length; at++)
        {
            isInText ^= line[at] == '"';
            if (line[at] != ' ' || isInText)
            {
                compact[length++] = line[at];
            }
            else if (length > 0 && line[at - 1] != ' ' && !IsPart(line[at - 1]) && !IsPart(line[at..].TrimStart((byte)' ') is [var next, ..] ? next : (byte)'}'))
            {
                return false;
            }
        }

        return length < line.Length;

        static bool IsPart(byte value) => "{}[]:,\""u8.Contains(value);
    }

    /// <summary>A confidence in its shortest form: 0, 1, or 0 with up to four decimals.</summary>
    public static bool TryConfidence(ReadOnlySpan<byte> number, out double confidence)
    {
        confidence = number is [(byte)'1'] ? 1 : 0;
        if (number is [(byte)'0'] or [(byte)'1'])
        {
            return true;
        }

        if (number is not [(byte)'0', (byte)'.', _, ..] || number.Length > 6 || number[^1] == (byte)'0' || !TryDigits(number[2..], out var digits))
        {
            return false;
        }

        // Division rounds correctly, and so gives the number that the decimal form reads as.
        confidence = (double)digits / ((number.Length - 2) switch { 1 => 10, 2 => 100, 3 => 1000, _ => 10_000 });
        return true;
    }

    /// <summary>As <see cref="PartialDate"/> reads it.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out PartialDate date)
    {
        var (year, month, day) = (0, 0, 0);
        date = default;
        var isDate = text.Length is 4 or 7 or 10 && TryDigits(text[..4], out year) && year > 0
            && (text.Length < 7 || (text[4] == '-' && TryDigits(text[5..7], out month) && month is >= 1 and <= 12))
            && (text.Length < 10 || (text[7] == '-' && TryDigits(text[8..], out day) && day >= 1 && day <= DateTime.DaysInMonth(year, month)));
        if (isDate)
        {
            date = new PartialDate(year, month, day);
        }

        return isDate;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
