using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// A measured value as flat properties. Numbers stand as doubles, for filters and sums in Cypher; where a double is not the
/// decimal itself, its exact text stands beside it.
/// </summary>
internal static class ValueRow
{
    private const string Exact = "Exact";

    public static void Write(PropertyMap map, FactValue value)
    {
        map.Add("valueUnit", value.Unit);
        WriteNumber(map, "valueMin", value.Minimum);
        WriteNumber(map, "valueMax", value.Maximum);
        map.Add("valueMinExclusive", value.IsMinimumExclusive)
            .Add("valueMaxExclusive", value.IsMaximumExclusive)
            .Add("valueText", value.Text)
            .Add("valueDate", value.Date)
            .Add("valueApproximate", value.IsApproximate)
            .Add("valueFrom", value.PeriodFrom)
            .Add("valueTo", value.PeriodTo);
    }

    /// <summary>The value, or null where there is none.</summary>
    /// <exception cref="FormatException">A property is missing or of the wrong type.</exception>
    public static FactValue? Read(PropertyMap map) => map.TextOrNull("valueUnit") is not { } unit ? null : new FactValue
    {
        Unit = unit,
        Minimum = ReadNumber(map, "valueMin"),
        Maximum = ReadNumber(map, "valueMax"),
        IsMinimumExclusive = map.Flag("valueMinExclusive"),
        IsMaximumExclusive = map.Flag("valueMaxExclusive"),
        Text = map.TextOrNull("valueText"),
        Date = map.DateOrNull("valueDate"),
        IsApproximate = map.Flag("valueApproximate"),
        PeriodFrom = map.DateOrNull("valueFrom"),
        PeriodTo = map.DateOrNull("valueTo"),
    };

    private static void WriteNumber(PropertyMap map, string name, decimal? number)
    {
        if (number is not { } n)
        {
            return;
        }

        map.Add(name, (double)n);
        if (!TryDecimal(FactJson.Number((double)n), out var back) || back != n)
        {
            map.Add(name + Exact, FactJson.Number(n));
        }
    }

    private static decimal? ReadNumber(PropertyMap map, string name)
    {
        if (!map.Values.ContainsKey(name))
        {
            return null;
        }

        var text = map.TextOrNull(name + Exact) ?? FactJson.Number(map.Number(name));
        return TryDecimal(text, out var number) ? number : throw map.Missing(name, "number");
    }

    private static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
