using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Export;

/// <summary>A report on a seed as JSON: <c>{schemaVersion, report}</c>, as <c>answer.schema.json</c> describes it.</summary>
public static class ReportJson
{
    /// <summary>Writes the report.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="dataHash">The version of the facts it is about.</param>
    public static void Write(TextWriter output, DataReport report, string dataHash)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        output.Write(AnswerJson.Text(writer =>
        {
            writer.Field("schemaVersion", AnswerJson.SchemaVersion);
            writer.Object("report", report, (w, r) =>
            {
                w.Field("dataHash", dataHash);
                w.Field("asOf", ReportTable.Day(r.AsOf));
                w.Object("all", r.All, Write);
                w.List("sources", r.Sources, Group);
                w.List("statuses", r.Statuses, Group);
                w.List("edgeTypes", r.EdgeTypes, Group);
                w.List("nodeTypes", r.NodeTypes, Write);
                w.List("forecasts", r.Forecasts, Write);
            });
        }));
        output.Write('\n');
    }

    private static void Group(JsonWriter writer, FactGroup group) => writer.Object(group, Write);

    private static void Write(JsonWriter writer, FactGroup group)
    {
        writer.Field("name", group.Name);
        writer.Field("count", group.Count);
        foreach (var (concern, facts) in group.Concerns.OrderBy(pair => pair.Key))
        {
            writer.List(ReportWords.Of(concern), facts, static (w, fact) => w.WriteValue(fact));
        }
    }

    private static void Write(JsonWriter writer, NodeCount type) => writer.Object(type, static (w, t) =>
    {
        w.Field("name", t.Type);
        w.Field("count", t.Count);
    });

    private static void Write(JsonWriter writer, ForecastCheck check) => writer.Object(check, static (w, c) =>
    {
        w.Field("fact", c.Fact);
        w.Field("checkOn", c.CheckOn is null ? null : ReportTable.Day(c.CheckOn));
        w.Field("state", ReportWords.Of(c.State));
    });
}
