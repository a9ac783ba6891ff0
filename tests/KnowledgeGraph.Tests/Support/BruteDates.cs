using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Tests.Support;

/// <summary>"Time" of the semantics, sentence by sentence, for the oracle: reads the texts of the dates and nothing else.</summary>
internal static class BruteDates
{
    internal static Certainty At(FactSet set, Fact fact, DateOnly day)
    {
        var (start, end) = fact.Value is null ? (Days(fact.ValidFrom), Days(fact.ValidTo)) : (null, null);
        var attested = Days(Attestation(set, fact))!.Value;
        return set.Ontology.EdgeTypes[fact.Type].Persistence == Persistence.State
            ? OfState(start, end, attested, day)
            : OfEvent(start, end, attested, day);
    }

    /// <summary>Every day on which the word for a fact may change, and its neighbours.</summary>
    internal static IEnumerable<DateOnly> Turns(FactSet set, Fact fact)
    {
        foreach (var range in new[] { Days(fact.ValidFrom), Days(fact.ValidTo), Days(Attestation(set, fact)) })
        {
            if (range is var (first, last))
            {
                yield return first.AddDays(-1);
                yield return first;
                yield return last;
                yield return last.AddDays(1);
            }
        }
    }

    internal static DateOnly LastDay(PartialDate date) => Days(date)!.Value.Last;

    private static Certainty OfState((DateOnly First, DateOnly Last)? start, (DateOnly First, DateOnly Last)? end, (DateOnly First, DateOnly Last) attested, DateOnly day)
    {
        if (day < start?.First || day > end?.Last)
        {
            return Certainty.Not;
        }

        var certainFrom = start is null || attested.First < start.Value.Last ? attested.First : start.Value.Last;
        var certainTo = end is null || attested.Last < end.Value.First ? attested.Last : end.Value.First;
        return certainFrom <= day && day <= certainTo ? Certainty.Certainly : Certainty.Possibly;
    }

    private static Certainty OfEvent((DateOnly First, DateOnly Last)? start, (DateOnly First, DateOnly Last)? end, (DateOnly First, DateOnly Last) attested, DateOnly day)
    {
        if (day < start?.First)
        {
            return Certainty.Not;
        }

        var latestPossible = end?.Last ?? start?.Last ?? attested.First;
        return day >= latestPossible ? Certainty.Certainly : Certainty.Possibly;
    }

    private static PartialDate Attestation(FactSet set, Fact fact)
    {
        if (fact.AttestedOn is { } own)
        {
            return own;
        }

        PartialDate? latest = null;
        foreach (var source in set.Sources.Where(source => !fact.IsCurator && fact.Evidence.Any(evidence => evidence.Source == source.Id)))
        {
            latest = source.Date is { } date && (latest is null || Days(date)!.Value.Last > Days(latest)!.Value.Last) ? date : latest;
        }

        return latest ?? fact.EnteredOn;
    }

    private static (DateOnly First, DateOnly Last)? Days(PartialDate? date)
    {
        if (date is null)
        {
            return null;
        }

        var numbers = date.Value.ToString().Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers switch
        {
            [var year] => (new(year, 1, 1), new(year, 12, 31)),
            [var year, var month] => (new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1)),
            [var year, var month, var day] => (new(year, month, day), new(year, month, day)),
            _ => throw new InvalidOperationException($"no date: {date}"),
        };
    }
}
