using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Import.FollowTheMoney;

/// <summary>Reads what data sets print: dates with a time behind them, percentages with commas and signs.</summary>
internal static class PrintedText
{
    private const int DayLength = 10;

    /// <summary>A year, month or day, a time behind it left out.</summary>
    public static bool TryDate(string text, out PartialDate date)
    {
        var trimmed = text.Trim();
        var isTimed = trimmed.Length > DayLength && trimmed[DayLength] is 'T' or ' ';
        return PartialDate.TryParse(isTimed ? trimmed[..DayLength] : trimmed, out date);
    }

    /// <summary>A number such as <c>25</c>, <c>25,5 %</c> or a range such as <c>25-50</c>, from 0 on.</summary>
    public static bool TryRange(string text, out decimal minimum, out decimal maximum)
    {
        var parts = text.Replace('%', ' ').Replace(',', '.').Replace('–', '-').Split('-', StringSplitOptions.TrimEntries);
        maximum = 0;
        return Number(parts[0], out minimum)
            && (parts.Length == 1 ? (maximum = minimum) >= 0 : parts.Length == 2 && Number(parts[1], out maximum) && maximum >= minimum);
    }

    /// <summary>One plain line: blanks, line ends and control characters become single blanks.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isBlank = char.IsControl(c) || char.IsWhiteSpace(c);
            if (!isBlank || (plain.Length > 0 && plain[^1] != ' '))
            {
                plain.Append(isBlank ? ' ' : c);
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static bool Number(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
