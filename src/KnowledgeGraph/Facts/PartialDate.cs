using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KnowledgeGraph.Facts;

/// <summary>A date known to the year, the month or the day, in the precision of the text it was read from.</summary>
/// <remarks>Equal only at equal precision: <c>2025</c> is not <c>2025-01</c>. The default value is no date.</remarks>
public readonly record struct PartialDate
{
    /// <summary>
    /// Year, month and day in one number: as fields of their own they are put together for each call, and read before they are written.
    /// </summary>
    private readonly int packed;

    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12, or 0 where only the year is known.</param>
    /// <param name="day">1 to the month's last, or 0 where only the month is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such date.</exception>
    public PartialDate(int year, int month = 0, int day = 0)
    {
        if (!Exists(year, month, day))
        {
            throw new ArgumentOutOfRangeException(nameof(year), $"{year}-{month}-{day} is no date");
        }

        packed = (year << 16) | (month << 8) | day;
    }

    private int Year => packed >> 16;

    private int Month => (packed >> 8) & 0xFF;

    private int Day => packed & 0xFF;

    /// <summary>The first day it can mean.</summary>
    public DateOnly Earliest => new(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The last day it can mean.</summary>
    public DateOnly Latest
    {
        get
        {
            var lastMonth = Month == 0 ? 12 : Month;
            return new(Year, lastMonth, Day == 0 ? DateTime.DaysInMonth(Year, lastMonth) : Day);
        }
    }

    /// <summary>The day itself as a date known to the day.</summary>
    public static PartialDate FromDay(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2025</c>, <c>2025-02</c> or <c>2025-02-14</c>; nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date) => TryParse(text.AsSpan(), out date);

    /// <summary>As for a text of its own.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text is not { Length: 4 or 7 or 10 } || !Part(text, 0, 4, out var year)
            || !Part(text, 5, 2, out var month) || !Part(text, 8, 2, out var day)
            || (text.Length > 4 && month == 0) || (text.Length > 7 && day == 0) || !Exists(year, month, day))
        {
            return false;
        }

        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>As <see cref="TryParse(string?, out PartialDate)"/>, for texts known to be dates.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"\"{text}\" is no year, month or day such as 2025, 2025-02 or 2025-02-14");

    /// <summary>The text it was read from.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (0, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
    };

    private static bool Exists(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 0 and <= 12 && day >= 0
        && (day == 0 || (month > 0 && day <= DateTime.DaysInMonth(year, month)));

    private static bool Part(ReadOnlySpan<char> text, int start, int length, out int number)
    {
        number = 0;
        if (start >= text.Length)
        {
            return true;
        }

        return (start == 0 || text[start - 1] == '-')
            && int.TryParse(text.Slice(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
