using System.Globalization;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Facts;

/// <summary>Values as people read them: "USD 1.7 bn", "65 %", "5–7 bn USD a year", "more than 300,000 cars".</summary>
public static class FactValueText
{
    private const string FractionUnit = "fraction";

    /// <summary>The value with its unit, without its period.</summary>
    public static string Of(FactValue value, OntologyModel ontology)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(ontology);
        if (value.Date is { } date)
        {
            return date.ToString();
        }

        var unit = ontology.Units.GetValueOrDefault(value.Unit);
        if (value.Text is not null)
        {
            return unit is { Kind: UnitKind.Number } ? $"{value.Text} {unit.Label}" : value.Text;
        }

        var number = Range(value, IsPercent(value, ontology));
        return $"{(value.IsApproximate ? "about " : "")}{number} {unit?.Label ?? value.Unit}";
    }

    /// <summary>Whether a fraction is read as a percentage: its unit's label starts with the sign.</summary>
    internal static bool IsPercent(FactValue value, OntologyModel ontology) =>
        ontology.Units.GetValueOrDefault(value.Unit)?.Label.StartsWith('%') ?? value.Unit == FractionUnit;

    private static string Range(FactValue value, bool isShare) => value switch
    {
        { IsExact: true } => Number(value.Minimum, isShare),
        { Minimum: not null, Maximum: not null } => $"{Number(value.Minimum, isShare)}–{Number(value.Maximum, isShare)}",
        { Minimum: not null } => (value.IsMinimumExclusive ? "more than " : "at least ") + Number(value.Minimum, isShare),
        _ => (value.IsMaximumExclusive ? "less than " : "at most ") + Number(value.Maximum, isShare),
    };

    private static string Number(decimal? number, bool isShare)
    {
        var n = number.GetValueOrDefault();
        return isShare ? (n * 100).ToString("0.####", CultureInfo.InvariantCulture)
            : Math.Abs(n) >= 1_000_000_000 ? (n / 1_000_000_000).ToString("0.####", CultureInfo.InvariantCulture) + " bn"
            : Math.Abs(n) >= 1_000_000 ? (n / 1_000_000).ToString("0.####", CultureInfo.InvariantCulture) + " m"
            : n.ToString("#,0.####", CultureInfo.InvariantCulture);
    }
}
