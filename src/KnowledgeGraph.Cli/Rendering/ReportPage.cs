using System.Globalization;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What a seed is made of, where it is weak, and which forecasts wait to be checked.</summary>
internal static class ReportPage
{
    private const int MostIds = 20;

    private static readonly (FactConcern Concern, string Title, string Words)[] Concerns =
    [
        (FactConcern.Undated, "no date", "without a date"),
        (FactConcern.Unsupported, "alone", "that no source of another publisher supports"),
        (FactConcern.Unsure, "under 0.5", "with a confidence under 0.5"),
        (FactConcern.InConflict, "conflict", "in conflict"),
        (FactConcern.InDoubt, "doubt", "in doubt"),
        (FactConcern.Denied, "denied", "that their source denies"),
    ];

    /// <summary>The report in one sentence.</summary>
    internal static string Headline(DataReport report, FactSet set)
    {
        var due = report.Forecasts.Count(check => check.State == ForecastState.Due);
        return $"{Plural.Of(set.Facts.Count, "fact")}, {Plural.Of(set.Nodes.Count, "node")}, {Plural.Of(set.Sources.Count, "source")}, "
            + $"{Plural.Of(set.Conflicts.Count, "conflict")}; {Plural.Of(due, "forecast")} to check as of {FactWords.Day(report.AsOf)}.";
    }

    internal static void Write(Page page, DataReport report, FactSet set)
    {
        page.Line(0, 2, Span.Strong(Headline(report, set)));
        WriteGroups(page, "source", [.. report.Sources.Select(group => group with { Name = ShortName(set, group.Name) }), report.All]);
        WriteGroups(page, "status", report.Statuses);
        WriteConcerns(page, report.All);
        WriteForecasts(page, report, set);
        WriteGroups(page, "edge type", report.EdgeTypes);
        page.Blank();
        TableLayout.Write(page, 0, ["node type", "nodes"], [.. report.NodeTypes.Select(type => (IReadOnlyList<Span>)[type.Type, Text(type.Count)])]);
    }

    private static string ShortName(FactSet set, string source) => set.FindSource(source)?.ShortName ?? source;

    private static void WriteGroups(Page page, string title, IReadOnlyList<FactGroup> groups)
    {
        page.Blank();
        TableLayout.Write(
            page,
            0,
            [title, "facts", .. Concerns.Select(concern => concern.Title)],
            [.. groups.Select(group => (IReadOnlyList<Span>)[group.Name, Text(group.Count), .. Concerns.Select(concern => (Span)Text(group.Concerns[concern.Concern].Count))])]);
    }

    private static void WriteConcerns(Page page, FactGroup all)
    {
        page.Blank();
        foreach (var (concern, _, words) in Concerns)
        {
            var facts = all.Concerns[concern];
            page.Line(0, 2, Span.Strong($"{Plural.Of(facts.Count, "fact")} {words}"), facts.Count == 0 ? "." : $": {Listed(facts)}");
        }
    }

    private static void WriteForecasts(Page page, DataReport report, FactSet set)
    {
        (ForecastState State, string Words)[] states =
        [
            (ForecastState.Due, "to check, their day has come; enter what came of it, then checkedBy and checkedOn"),
            (ForecastState.Ahead, "whose day is yet to come"),
            (ForecastState.Checked, "checked on their day or later"),
        ];
        foreach (var (state, words) in states.Where(state => report.Forecasts.Any(check => check.State == state.State)))
        {
            var checks = report.Forecasts.Where(check => check.State == state).ToList();
            page.Blank();
            page.Line(0, 2, Span.Strong($"{Plural.Of(checks.Count, "forecast")} {words}:"));
            foreach (var check in checks)
            {
                page.Line(2, 4, $"{ReportTable.Day(check.CheckOn)}  {check.Fact}  {set.FindFact(check.Fact)!.Statement}");
            }
        }

        var open = report.Forecasts.Where(check => check.State == ForecastState.Open).Select(check => check.Fact).ToList();
        if (open.Count > 0)
        {
            page.Blank();
            page.Line(0, 2, Span.Strong($"{Plural.Of(open.Count, "forecast")} without a day"), $": {Listed(open)}");
        }
    }

    private static string Listed(IReadOnlyList<string> ids) =>
        string.Join(", ", ids.Take(MostIds)) + (ids.Count > MostIds ? $" and {Text(ids.Count - MostIds)} more (kg stats --format csv)" : "");

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
