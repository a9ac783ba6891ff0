using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Arithmetic;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Values worked out from facts; rounded for the eye, the exact ones beside them.</summary>
internal static class DerivePage
{
    private const int ShownDecimals = 4;

    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<DerivedResult> answer, FactSet set) =>
        string.Join("; ", answer.Result.Values.Select(value => $"{value.Formula} is {Rounded(value.Quantity, set)}")) + ".";

    internal static void Write(Page page, Answer<DerivedResult> answer, FactSet set)
    {
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        foreach (var value in answer.Result.Values)
        {
            page.Line(2, 4, $"exactly {value.Quantity}");
            WriteCautions(page, [.. value.Facts.Select(set.FindFact).OfType<Fact>()]);
            foreach (var fact in value.Facts.Select(set.FindFact).OfType<Fact>())
            {
                page.Blank();
                page.Line(0, 2, HopReading.Of(set, fact.Id, fact.Subject));
                FactBlock.Write(page, 2, set, fact);
            }
        }

        ConflictList.Write(page, set, answer.Result.Values.SelectMany(value => value.Facts).ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, null);
    }

    /// <summary>Arithmetic is blind to what its numbers stand for.</summary>
    private static void WriteCautions(Page page, List<Fact> facts)
    {
        var periods = facts.Select(fact => Period(fact.Value)).Distinct().ToList();
        if (periods.Count > 1)
        {
            page.Line(2, 4, Span.Caution($"the values are for different periods: {string.Join(", ", periods)}"));
        }

        foreach (var kind in facts.Where(fact => fact.Status is not (FactStatus.Reported or FactStatus.Estimate)).GroupBy(fact => fact.Status))
        {
            page.Line(2, 4, Span.Caution($"{string.Join(", ", kind.Select(fact => fact.Id))}: {kind.Key.ToText()}, not reported"));
        }
    }

    private static string Period(FactValue? value) => (value?.PeriodFrom, value?.PeriodTo) switch
    {
        (null, null) => "unstated",
        ({ } from, { } to) when from == to => $"{from}",
        var (from, to) => $"{from} to {to}",
    };

    /// <summary>The quantity as values are shown everywhere.</summary>
    private static string Rounded(Quantity quantity, FactSet set)
    {
        if (!TryDecimal(quantity.Minimum, out var least) || !TryDecimal(quantity.Maximum, out var greatest))
        {
            return quantity.ToString();
        }

        var value = new FactValue
        {
            Unit = quantity.Unit.ToString(),
            Minimum = least,
            Maximum = greatest,
            IsMinimumExclusive = quantity.IsMinimumExclusive,
            IsMaximumExclusive = quantity.IsMaximumExclusive,
            IsApproximate = quantity.IsApproximate,
        };
        return FactValueText.Of(value, set.Ontology).TrimEnd();
    }

    private static bool TryDecimal(Fraction? number, out decimal? rounded)
    {
        rounded = null;
        if (number is not { } exact)
        {
            return true;
        }

        var isSmall = decimal.TryParse(exact.Rounded(ShownDecimals).ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var near);
        rounded = near;
        return isSmall;
    }
}
