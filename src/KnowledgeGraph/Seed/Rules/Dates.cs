using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Dates run forward, a fact with a value has none of its own, and every fact is attested by a date.</summary>
internal static class Dates
{
    public static void Check(SeedDraft draft, ProblemList problems)
    {
        foreach (var fact in draft.Facts)
        {
            var item = fact.Item;
            if (AreReversed(item.ValidFrom, item.ValidTo))
            {
                problems.Add(
                    fact.Value.At("validTo"),
                    SeedCode.ReversedDates,
                    $"validTo {item.ValidTo} is before validFrom {item.ValidFrom}");
            }

            if (item.Value is { } value && AreReversed(value.PeriodFrom, value.PeriodTo))
            {
                problems.Add(
                    fact.Value.At("value", "period", "to"),
                    SeedCode.ReversedDates,
                    $"the period ends {value.PeriodTo}, before it starts {value.PeriodFrom}");
            }

            CheckBesideValue(fact, problems);
            CheckAttestation(fact, draft, problems);
        }
    }

    private static bool AreReversed(PartialDate? from, PartialDate? to) => from?.Earliest > to?.Latest;

    private static void CheckBesideValue(Placed<Fact> fact, ProblemList problems)
    {
        string[] properties = ["validFrom", "validTo"];
        foreach (var property in properties.Where(_ => fact.Value.Find("value") is not null))
        {
            if (fact.Value.Find(property) is not null)
            {
                problems.Add(
                    fact.Value.AtName(property),
                    SeedCode.DatesBesideValue,
                    $"\"{property}\" cannot stand beside a \"value\"; write the value's \"period\"");
            }
        }
    }

    private static void CheckAttestation(Placed<Fact> fact, SeedDraft draft, ProblemList problems)
    {
        var isSettled = fact.Value.Find("origin") is not null || fact.Value.Find("attestedOn") is not null || fact.Item.Evidence.Count == 0;
        if (!isSettled && fact.Item.Evidence.All(evidence => IsUndated(evidence.Source, draft)))
        {
            problems.Add(
                fact.Value.Place,
                SeedCode.NoAttestation,
                "no source of the fact has a date; give the fact \"attestedOn\", the day the source vouches for");
        }
    }

    /// <summary>Whether a source is known to have no date; one that is missing or could not be read counts as dated.</summary>
    private static bool IsUndated(string source, SeedDraft draft) =>
        draft.SourcesById.TryGetValue(source, out var found) && found.Item.Date is null && found.Value.Find("date") is null;
}
