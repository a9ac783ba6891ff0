using KnowledgeGraph.Facts;
using KnowledgeGraph.Query.Saved;
using Newtonsoft.Json;

namespace KnowledgeGraph.Export;

/// <summary>
/// Answers to saved questions as JSON: <c>{schemaVersion, saved}</c>, as <c>answer.schema.json</c> describes it. All of it is the same
/// from every engine, byte for byte, where the answers are exhaustive.
/// </summary>
public static class SavedAnswerJson
{
    /// <summary>Writes the answers, in their order.</summary>
    public static void Write(TextWriter output, IReadOnlyList<SavedAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(answers);
        output.Write(AnswerJson.Text(writer =>
        {
            writer.Field("schemaVersion", AnswerJson.SchemaVersion);
            writer.List("saved", answers, static (w, answer) => w.Object(answer, Write));
        }));
        output.Write('\n');
    }

    /// <summary>Writes saved questions without asking them: <c>{schemaVersion, questions}</c>, each with its name and its words.</summary>
    public static void WriteList(TextWriter output, IReadOnlyList<SavedQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(questions);
        output.Write(AnswerJson.Text(writer =>
        {
            writer.Field("schemaVersion", AnswerJson.SchemaVersion);
            writer.List("questions", questions, static (w, question) => w.Object(question, static (q, item) =>
            {
                q.Field("name", item.Name);
                q.Field("question", item.Text);
            }));
        }));
        output.Write('\n');
    }

    private static void Write(JsonWriter writer, SavedAnswer answer)
    {
        writer.Field("name", answer.Question.Name);
        writer.Field("question", answer.Question.Text);
        writer.WritePropertyName("asExpected");
        writer.WriteValue(answer.Differences.Count == 0);
        writer.Field("differences", answer.Differences);
        writer.List("parts", answer.Parts, static (w, part) => w.Object(part, Write));
        if (answer.Combined.Count > 0)
        {
            writer.List("combined", answer.Combined, static (w, set) => w.Object(set, Write));
        }
    }

    private static void Write(JsonWriter writer, PartAnswer part)
    {
        writer.Field("name", part.Name);
        writer.List("says", part.Claims, static (w, claim) => w.Object(claim, static (c, item) =>
        {
            c.Field("name", item.Name);
            c.List("items", item.Items, static (i, text) => i.WriteValue(text));
        }));
    }

    private static void Write(JsonWriter writer, CombinedSet set)
    {
        writer.Field("name", set.Name);
        writer.List("items", set.Items, static (w, item) => w.WriteValue(item));
    }
}
