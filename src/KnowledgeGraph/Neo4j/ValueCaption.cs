using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>A value as an analyst reads it in Neo4j Browser: <c>about 1,700,000,000 USD (2023)</c>, <c>65 %</c>, <c>&gt; 300,000</c>.</summary>
internal static class ValueCaption
{
    public static string Of(FactValue value, OntologyModel ontology)
    {
        var amount = value.Text ?? value.Date?.ToString() ?? Amount(value, FactValueText.IsPercent(value, ontology) ? 100 : 1);
        var unit = ontology.Units.GetValueOrDefault(value.Unit);
        var label = unit is { Kind: UnitKind.Number } ? $" {unit.Label}" : "";
        return (value.IsApproximate ? "about " : "") + amount + label + Period(value);
    }

    private static string Amount(FactValue value, int factor) => (Scale(value.Minimum, factor), Scale(value.Maximum, factor)) switch
    {
        ({ } exact, _) when value.IsExact => exact,
        ({ } min, { } max) => $"{min}–{max}",
        ({ } min, null) => $"{(value.IsMinimumExclusive ? ">" : "≥")} {min}",
        (null, { } max) => $"{(value.IsMaximumExclusive ? "<" : "≤")} {max}",
        _ => "unknown",
    };

    private static string? Scale(decimal? number, int factor) => number is { } n
        ? Math.Abs(n) < decimal.MaxValue / factor ? (n * factor).ToString("#,0.############", CultureInfo.InvariantCulture) : FactJson.Number(n)
        : null;

    private static string Period(FactValue value) => (value.PeriodFrom, value.PeriodTo) switch
    {
        (null, null) => "",
        ({ } from, { } to) when from == to => $" ({from})",
        var (from, to) => $" ({from}–{to})",
    };
}
