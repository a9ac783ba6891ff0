using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>A saved answer: what was asked, as far as a check of its kind is known, and what was answered.</summary>
/// <param name="Kind">The kind of question.</param>
/// <param name="Asked">A question that is walked; else null.</param>
/// <param name="Facts">A question about a pattern; else null.</param>
/// <param name="Answer">The answer.</param>
/// <param name="HasExplanation">Whether sentences stand beside it.</param>
internal sealed record AnswerText(string Kind, Asked? Asked, FactsAnswer? Facts, SeedValue Answer, bool HasExplanation)
{
    private static readonly string[] Kinds =
    [
        "find", "show", "neighbourhood", "path", "connect", "upstream", "downstream", "common", "chokepoints", "bridges", "cut", "alternatives", "facts", "derive",
    ];

    /// <summary>Reads a file; null, or something with gaps, after reporting what is wrong with it.</summary>
    internal static AnswerText? Read(SeedFile file, FactSet set, ProblemList problems)
    {
        if (JsonTree.Read(file, problems) is not { } json || SeedTop.Open(json, problems) is not { } top)
        {
            return null;
        }

        if (top.Object("question") is not { } question || top.Object("answer") is not { } answer)
        {
            problems.Add(json.Place, SeedCode.MissingProperty, "this is no answer of kg: \"question\" and \"answer\" stand side by side in one");
            return null;
        }

        if (question.Value.Find("kind")?.Text == "what-if")
        {
            problems.Add(question.Value.At("kind"), SeedCode.UnknownWord, "a what-if compares two answers, which is not checked; save an answer of each seed and check it against that");
            return null;
        }

        var hasExplanation = top.Find("explanation") is not null;
        top.Find("run");
        top.Finish();
        return Read(question, set, problems) with { Answer = answer.Value, HasExplanation = hasExplanation };
    }

    private static AnswerText Read(StrictObject question, FactSet set, ProblemList problems)
    {
        var kind = Kinds[question.Word("kind", Kinds)];
        var asked = Asked.Read(kind, question, problems);
        var facts = kind == "facts" ? FactsAnswer.Read(question, set, problems) : null;
        question.Number("timeoutSeconds");
        if (asked is not null || facts is not null)
        {
            question.Finish();
        }

        return new AnswerText(kind, asked, facts, question.Value, false);
    }
}
