using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>Reads the value of a fact: one number, a range, a bound, a word or a date.</summary>
internal static class FactValueReader
{
    private static readonly string[] Forms = ["exact", "min", "above", "max", "below", "text", "date"];
    private static readonly string[] Lower = ["min", "above"];
    private static readonly string[] Upper = ["max", "below"];

    public static FactValue Read(StrictObject item, ProblemList problems)
    {
        var (exact, min, above) = (item.Number("exact"), item.Number("min"), item.Number("above"));
        var (max, below) = (item.Number("max"), item.Number("below"));
        var (from, to) = Period(item);
        var value = new FactValue
        {
            Unit = item.Text("unit"),
            Minimum = exact ?? min ?? above,
            Maximum = exact ?? max ?? below,
            IsMinimumExclusive = above is not null,
            IsMaximumExclusive = below is not null,
            Text = item.OptionalText("text"),
            Date = item.Date("date"),
            IsApproximate = item.Flag("approximate"),
            PeriodFrom = from,
            PeriodTo = to,
        };
        item.Finish();
        if (item.IsSound)
        {
            CheckForm(item.Value, value, problems);
        }

        return value;
    }

    private static (PartialDate? From, PartialDate? To) Period(StrictObject item)
    {
        if (item.Object("period") is not { } period)
        {
            return (null, null);
        }

        var dates = (period.Date("from"), period.Date("to"));
        if (period.Value.Properties.Count == 0)
        {
            period.Missing("from\" or \"to");
        }

        period.Finish();
        return dates;
    }

    private static void CheckForm(SeedValue json, FactValue value, ProblemList problems)
    {
        var found = Forms.Where(form => json.Find(form) is not null).ToList();
        var isRange = found.Count == 2 && Lower.Contains(found[0]) && Upper.Contains(found[1]);
        if (found.Count != 1 && !isRange)
        {
            var has = found.Count == 0 ? "nothing" : $"\"{string.Join("\", \"", found)}\"";
            problems.Add(
                json.Place,
                SeedCode.WrongValueForm,
                $"a value has one of exact, min, max, above, below, text or date, or a lower with an upper bound; found {has}");
        }
        else if (isRange && value.Minimum > value.Maximum)
        {
            problems.Add(
                json.At(found[0]),
                SeedCode.WrongValueForm,
                $"the range is reversed: {Number(value.Minimum)} to {Number(value.Maximum)}");
        }
        else if (isRange && value.Minimum == value.Maximum)
        {
            problems.Add(json.At(found[0]), SeedCode.WrongValueForm, $"both bounds are {Number(value.Minimum)}; write \"exact\"");
        }
    }

    private static string Number(decimal? number) => FactJson.Number(number.GetValueOrDefault());
}
