using System.Globalization;

namespace KnowledgeGraph.Facts.Json;

/// <summary>Numbers of JSON as decimals, exactly or not at all.</summary>
internal static class NumberText
{
    private const int MaxDigits = 28;

    /// <summary>Reads a number that a decimal holds without rounding: at most 28 digits, at most 28 of them after the point.</summary>
    public static bool TryParse(string text, out decimal number)
    {
        number = 0;
        if (!IsExact(text) || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed))
        {
            return false;
        }

        // Turns -0 into 0; the two would be written differently.
        number = parsed == 0 ? 0 : parsed;
        return true;
    }

    private static bool IsExact(string text)
    {
        var split = text.IndexOfAny(['e', 'E']);
        var mantissa = split < 0 ? text.AsSpan() : text.AsSpan(0, split);
        var exponent = 0;
        if (split >= 0 && !int.TryParse(text.AsSpan(split + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        var point = mantissa.IndexOf('.');
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.TrimStart("-0.").Length - (point > 0 && mantissa.TrimStart("-0.").Contains('.') ? 1 : 0);
        return digits <= MaxDigits && Math.Abs((long)exponent) <= MaxDigits && decimals - (long)exponent <= MaxDigits;
    }
}
