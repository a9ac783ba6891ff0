using System.Globalization;
using Driver = Neo4j.Driver;

namespace KnowledgeGraph.Bolt;

/// <summary>Dates and times as the HTTP API writes them: ISO 8601, fractions of a second without trailing zeros.</summary>
internal static class TemporalText
{
    /// <summary>The text of a date, a time or a duration.</summary>
    public static string Of(Driver.TemporalValue value) => value switch
    {
        Driver.LocalDate date => Date(date.Year, date.Month, date.Day),
        Driver.LocalTime time => Time(time.Hour, time.Minute, time.Second, time.Nanosecond),
        Driver.OffsetTime time => Time(time.Hour, time.Minute, time.Second, time.Nanosecond) + Offset(time.OffsetSeconds),
        Driver.LocalDateTime at => $"{Date(at.Year, at.Month, at.Day)}T{Time(at.Hour, at.Minute, at.Second, at.Nanosecond)}",
        Driver.ZonedDateTime { UnknownZoneInfo: false } at =>
            $"{Date(at.Year, at.Month, at.Day)}T{Time(at.Hour, at.Minute, at.Second, at.Nanosecond)}{Offset(at.OffsetSeconds)}{Zone(at.Zone)}",
        Driver.Duration duration => Duration(duration),
        _ => value.ToString() ?? "",
    };

    private static string Date(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");

    private static string Time(int hour, int minute, int second, int nanosecond)
    {
        var fraction = nanosecond == 0 ? "" : "." + nanosecond.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{hour:D2}:{minute:D2}:{second:D2}{fraction}");
    }

    private static string Offset(int seconds)
    {
        var (sign, rest) = (seconds < 0 ? '-' : '+', Math.Abs(seconds));
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{rest / 3600:D2}:{rest / 60 % 60:D2}");
        return seconds == 0 ? "Z" : rest % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{rest % 60:D2}");
    }

    private static string Zone(Driver.Zone zone) => zone is Driver.ZoneId named ? $"[{named.Id}]" : "";

    /// <summary>Every part bears its own sign, and parts that are nought are left out.</summary>
    private static string Duration(Driver.Duration duration)
    {
        var seconds = duration.Seconds + (duration.Nanos / 1_000_000_000m);
        var date = Part(duration.Months / 12, 'Y') + Part(duration.Months % 12, 'M') + Part(duration.Days, 'D');
        var time = Part(decimal.Truncate(seconds / 3600), 'H') + Part(decimal.Truncate(seconds % 3600 / 60), 'M') + Part(seconds % 60, 'S');
        return (date.Length, time.Length) switch
        {
            (0, 0) => "PT0S",
            (_, 0) => "P" + date,
            _ => $"P{date}T{time}",
        };
    }

    private static string Part(decimal number, char unit) =>
        number == 0 ? "" : number.ToString("0.#########", CultureInfo.InvariantCulture) + unit;
}
