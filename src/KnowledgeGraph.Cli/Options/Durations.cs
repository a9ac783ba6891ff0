using System.Globalization;

namespace KnowledgeGraph.Cli.Options;

/// <summary>Spans of time as people type them: <c>500ms</c>, <c>2s</c>, <c>1m</c>.</summary>
internal static class Durations
{
    /// <summary>The longest that may be asked for.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What may be written, for messages.</summary>
    internal const string Allowed = "a number with its unit from 1ms to 60m, such as 500ms, 2s or 1m";

    /// <summary>Reads a span from 1 ms to an hour.</summary>
    internal static bool TryParse(string text, out TimeSpan span)
    {
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        var milliseconds = text[digits..] switch
        {
            "ms" => 1d,
            "s" => 1_000,
            "m" => 60_000,
            _ => double.NaN,
        };
        span = default;
        if (!double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || !(number * milliseconds >= 1 && number * milliseconds <= Longest.TotalMilliseconds))
        {
            return false;
        }

        span = TimeSpan.FromMilliseconds(number * milliseconds);
        return true;
    }

    /// <summary>The span as it would be typed.</summary>
    internal static string Text(TimeSpan span) =>
        span.TotalSeconds < 1 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.##}ms")
        : span.TotalMinutes < 1 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.##}s")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.##}m");
}
