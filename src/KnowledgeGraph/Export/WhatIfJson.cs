using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using Newtonsoft.Json;

namespace KnowledgeGraph.Export;

/// <summary>
/// What-if answers as JSON, in the form of every answer: the question is the question asked of both sides with the overlay, the
/// answer both answers whole with what differs. Canonical but for the run, as <see cref="AnswerJson"/> is.
/// </summary>
public static class WhatIfJson
{
    /// <summary>The kind that stands in the question.</summary>
    public const string Kind = "what-if";

    /// <summary>Writes an answer, laid out as <see cref="AnswerJson"/> lays out its own.</summary>
    public static void Write<TResult>(TextWriter output, WhatIfAnswer<TResult> answer, RunReport run)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(run);
        output.Write(AnswerJson.Text(writer =>
        {
            writer.Field("schemaVersion", AnswerJson.SchemaVersion);
            WriteCanonical(writer, answer);
            writer.Object("run", run, AnswerJson.WriteRun);
        }));
        output.Write('\n');
    }

    /// <summary>Question and answer alone.</summary>
    public static string Canonical<TResult>(WhatIfAnswer<TResult> answer)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(answer);
        return AnswerJson.Text(writer => WriteCanonical(writer, answer));
    }

    private static void WriteCanonical<TResult>(JsonWriter writer, WhatIfAnswer<TResult> answer)
        where TResult : Result
    {
        writer.Object("question", answer, static (w, a) =>
        {
            w.Field("kind", Kind);
            w.WritePropertyName("overlay");
            OverlayJson.Write(w, a.Overlay);
            w.Object("asked", a.Before.Question, AnswerJson.WriteQuestion);
        });
        writer.Object("answer", answer, static (w, a) =>
        {
            w.Field("outcome", AnswerJson.TextOf(a.Outcome));
            w.WritePropertyName("exhaustive");
            w.WriteValue(a.IsExhaustive);
            w.Field("factsGone", a.FactsGone);
            w.List("lost", a.Difference.Lost, (list, item) => list.Object(item, (i, lost) => WriteItem(i, lost, a.IsTakenAway(lost))));
            w.List("gained", a.Difference.Gained, static (list, item) => list.Object(item, static (i, gained) => WriteItem(i, gained, isTakenAway: false)));
            w.List("changed", a.Difference.Changed, static (list, change) => list.Object(change, WriteChange));
            w.Object("before", a.Before, AnswerJson.WriteAnswer);
            w.Object("after", a.After, AnswerJson.WriteAnswer);
        });
    }

    private static void WriteItem(JsonWriter writer, AnswerItem item, bool isTakenAway)
    {
        writer.Field("kind", item.Kind);
        writer.Field("id", item.Id);
        writer.Flag("takenAway", isTakenAway);
        writer.List("values", item.Values, static (w, value) => w.Object(value, static (v, each) =>
        {
            v.Field("name", each.Name);
            v.Field("text", each.Text);
        }));
    }

    private static void WriteChange(JsonWriter writer, ItemChange change)
    {
        writer.Field("kind", change.Kind);
        writer.Field("id", change.Id);
        writer.List("values", change.Values, static (w, value) => w.Object(value, static (v, each) =>
        {
            v.Field("name", each.Name);
            v.Field("before", each.Before);
            v.Field("after", each.After);
        }));
    }
}
