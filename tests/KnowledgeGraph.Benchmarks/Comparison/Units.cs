using System.Globalization;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>Times, sizes and ratios as the tables print them.</summary>
internal static class Units
{
    private const double Microsecond = 1e3;
    private const double Millisecond = 1e6;
    private const double Second = 1e9;
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Three digits at most, and a unit.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < Millisecond => $"{Digits(nanoseconds / Microsecond)} µs",
        < Second => $"{Digits(nanoseconds / Millisecond)} ms",
        _ => $"{Digits(nanoseconds / Second)} s",
    };

    /// <summary>How many times as long, or as many.</summary>
    public static string Ratio(double ratio) => $"{Digits(ratio)}×";

    public static string Size(double bytes) => $"{Digits(bytes / Mebibyte)} MiB";

    private static string Digits(double number) => number switch
    {
        >= 10_000 => (Math.Round(number / 1000) * 1000).ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => number.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.#", CultureInfo.InvariantCulture),
        >= 0.1 => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => number.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
