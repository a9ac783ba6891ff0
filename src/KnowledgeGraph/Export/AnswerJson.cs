using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using Newtonsoft.Json;

namespace KnowledgeGraph.Export;

/// <summary>
/// Answers as JSON: <c>{schemaVersion, question, answer, run}</c>, as <c>answer.schema.json</c> beside this file describes it.
/// Question and answer are canonical: the same from every engine, byte for byte, for an exhaustive answer.
/// </summary>
public static class AnswerJson
{
    /// <summary>The version of the format.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes an answer, two spaces an indent, line feeds alone on every system, and a final one.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="explanation">What stands beside it in sentences; null for none.</param>
    public static void Write<TResult>(TextWriter output, Answer<TResult> answer, Explanation? explanation = null)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(answer);
        output.Write(Text(writer =>
        {
            writer.Field("schemaVersion", SchemaVersion);
            WriteCanonical(writer, answer);
            if (explanation is not null)
            {
                writer.Object("explanation", explanation, static (w, e) => e.WriteTo(w));
            }

            writer.Object("run", answer.Run, WriteRun);
        }));
        output.Write('\n');
    }

    /// <summary>Question and answer alone: the part that two engines must agree on.</summary>
    public static string Canonical<TResult>(Answer<TResult> answer)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Text(writer => WriteCanonical(writer, answer));
    }

    /// <summary>The word for an outcome.</summary>
    public static string TextOf(Outcome outcome) => outcome switch
    {
        Outcome.Found => "found",
        Outcome.None => "none",
        _ => "undecided",
    };

    /// <summary>The word for a bound, or null if none was reached.</summary>
    public static string? TextOf(StopReason reason) => reason switch
    {
        StopReason.Limit => "limit",
        StopReason.Timeout => "timeout",
        StopReason.Memory => "memory",
        _ => null,
    };

    internal static string Text(Action<JsonWriter> writeFields)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented, Indentation = 2 };
        writer.WriteStartObject();
        writeFields(writer);
        writer.WriteEndObject();
        writer.Flush();
        return text.ToString();
    }

    private static void WriteCanonical<TResult>(JsonWriter writer, Answer<TResult> answer)
        where TResult : Result
    {
        writer.Object("question", answer.Question, WriteQuestion);
        writer.Object("answer", answer, WriteAnswer);
    }

    /// <summary>A question's fields.</summary>
    internal static void WriteQuestion<TResult>(JsonWriter writer, Question<TResult> question)
        where TResult : Result
    {
        writer.Field("kind", question.Kind);
        question.WriteTo(writer);
        writer.Field("limit", question.Bounds.Limit);
        writer.Field("timeoutSeconds", question.Bounds.Time.TotalSeconds);
    }

    /// <summary>An answer's fields.</summary>
    internal static void WriteAnswer<TResult>(JsonWriter writer, Answer<TResult> answer)
        where TResult : Result
    {
        writer.Field("dataHash", answer.DataHash);
        writer.Field("outcome", TextOf(answer.Outcome));
        writer.WritePropertyName("exhaustive");
        writer.WriteValue(answer.IsExhaustive);
        writer.Field("stoppedBy", TextOf(answer.Stopped));
        answer.Result.WriteTo(writer);
        writer.Object("evidence", answer.Evidence, WriteEvidence);
    }

    private static void WriteEvidence(JsonWriter writer, EvidenceSet evidence)
    {
        writer.List("facts", evidence.Facts, FactJson.Write);
        writer.List("nodes", evidence.Nodes, static (w, node) => w.Object(node, static (n, item) =>
        {
            n.Field("id", item.Id);
            n.Field("type", item.Type);
            n.Field("name", item.Name);
        }));
        writer.List("sources", evidence.Sources, FactJson.Write);
        writer.List("conflicts", evidence.Conflicts, FactJson.Write);
    }

    /// <summary>A run report's fields.</summary>
    internal static void WriteRun(JsonWriter writer, RunReport run)
    {
        writer.Field("engine", run.Engine);
        writer.Field("delivery", run.Delivery);
        writer.Field("elapsedMilliseconds", Math.Round(run.Elapsed.TotalMilliseconds, 3));
        writer.Field("steps", run.Steps);
        writer.Field("graphNodes", run.GraphNodes);
        writer.Field("graphEdges", run.GraphEdges);
    }
}
