using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Export;

/// <summary>
/// A report as rows: one for each source, status, edge type and node type with its counts, one for each concern with the facts it is
/// about, one for each forecast with its day.
/// </summary>
public static class ReportTable
{
    private static readonly FactConcern[] Concerns = Enum.GetValues<FactConcern>();

    private static readonly string[] Header = ["section", "name", "count", .. Concerns.Select(ReportWords.Of), "facts", "checkOn", "state"];

    /// <summary>The rows, in the order of the report.</summary>
    /// <param name="report">The report.</param>
    public static AnswerTable Of(DataReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new AnswerTable(
            Header,
            [
                Row("all", report.All),
                .. report.Sources.Select(group => Row("source", group)),
                .. report.Statuses.Select(group => Row("status", group)),
                .. report.EdgeTypes.Select(group => Row("edgeType", group)),
                .. report.NodeTypes.Select(type => Row("nodeType", type.Type, type.Count)),
                .. Concerns.Select(concern => Row("concern", ReportWords.Of(concern), report.All.Concerns[concern].Count, report.All.Concerns[concern])),
                .. report.Forecasts.Select(check => Row("forecast", check.Fact, 1, [check.Fact], check)),
            ]);
    }

    /// <summary>A day as the report writes it; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static IReadOnlyList<string> Row(string section, FactGroup group) =>
        [section, group.Name, Text(group.Count), .. Concerns.Select(concern => Text(group.Concerns[concern].Count)), "", "", ""];

    private static IReadOnlyList<string> Row(string section, string name, int count, IReadOnlyList<string>? facts = null, ForecastCheck? check = null) =>
    [
        section, name, Text(count), .. Concerns.Select(_ => ""),
        string.Join(' ', facts ?? []), Day(check?.CheckOn), check is null ? "" : ReportWords.Of(check.State),
    ];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
