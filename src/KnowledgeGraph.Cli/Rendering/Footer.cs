using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>The last line of every answer: whether it is the whole answer, and from which data.</summary>
internal static class Footer
{
    private const int ShownHashLength = 19;

    internal static void Write<TResult>(Page page, Answer<TResult> answer, string? scope)
        where TResult : Result
    {
        page.Blank();
        var hash = "Data " + answer.DataHash[..Math.Min(ShownHashLength, answer.DataHash.Length)] + "…";
        var engine = answer.Run.Engine == "embedded" ? "" : $", {answer.Run.Engine}";
        if (answer.IsExhaustive)
        {
            page.LineWithEdge(0, [scope is null ? "Exhaustive." : $"Exhaustive {scope}."], Span.Faint(hash + engine));
            return;
        }

        page.Line(0, 2, Span.Caution("Not exhaustive: " + Stopped(answer)));
        page.Line(0, Span.Faint(hash + engine));
    }

    /// <summary>The same in one sentence, with the whole hash.</summary>
    internal static string Sentence<TResult>(Answer<TResult> answer)
        where TResult : Result =>
        (answer.IsExhaustive ? "Exhaustive." : "Not exhaustive: " + Stopped(answer)) + $" Data {answer.DataHash}";

    /// <summary>What stopped the search, and how to go on.</summary>
    internal static string Stopped<TResult>(Answer<TResult> answer)
        where TResult : Result
    {
        var bounds = answer.Question.Bounds;
        return answer.Stopped switch
        {
            StopReason.Limit => $"there are more than the limit of {Plural.Of(bounds.Limit, "result")}; raise it with --limit.",
            StopReason.Timeout => $"the time of {Durations.Text(bounds.Time)} was up; allow more with --timeout, or narrow the question.",
            StopReason.Memory => "the search grew beyond its memory; narrow the question, with fewer hops or layers.",
            _ => "nothing stopped it.",
        };
    }
}
