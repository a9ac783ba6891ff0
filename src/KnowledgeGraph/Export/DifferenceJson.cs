using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Export;

/// <summary>The difference of two fact sets as JSON: <c>{schemaVersion, difference}</c>, as <c>answer.schema.json</c> describes it.</summary>
public static class DifferenceJson
{
    /// <summary>Writes the difference.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="difference">The difference.</param>
    /// <param name="before">The data hash of the older facts.</param>
    /// <param name="after">The data hash of the newer facts.</param>
    public static void Write(TextWriter output, FactSetDifference difference, string before, string after)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(difference);
        output.Write(AnswerJson.Text(writer =>
        {
            writer.Field("schemaVersion", AnswerJson.SchemaVersion);
            writer.Object("difference", difference, (w, d) =>
            {
                w.Field("from", before);
                w.Field("to", after);
                w.Flag("ontology", !d.IsOntologySame);
                w.List("facts", d.Facts, Write);
                w.List("nodes", d.Nodes, Write);
                w.List("sources", d.Sources, Write);
                w.List("conflicts", d.Conflicts, Write);
            });
        }));
        output.Write('\n');
    }

    private static void Write(JsonWriter writer, ItemDifference change) => writer.Object(change, static (w, item) =>
    {
        w.Field("id", item.Id);
        w.Field("change", DifferenceTable.TextOf(item.Kind));
        w.List("fields", item.Fields, static (f, field) => f.Object(field, static (o, value) =>
        {
            o.Field("field", value.Field);
            Value(o, "from", value.From);
            Value(o, "to", value.To);
        }));
    });

    private static void Value(JsonWriter writer, string name, string? json)
    {
        if (json is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json);
        }
    }
}
