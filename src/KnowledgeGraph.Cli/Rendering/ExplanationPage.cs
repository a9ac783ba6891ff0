using KnowledgeGraph.Export;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>An answer in sentences.</summary>
internal static class ExplanationPage
{
    /// <summary>The answer in one sentence, then a paragraph for each path, then what it hangs on.</summary>
    internal static void Write<TResult>(Page page, Answer<TResult> answer, string headline, Explanation explanation)
        where TResult : Result
    {
        page.Line(0, 2, Span.Strong(headline));
        foreach (var paragraph in explanation.Paragraphs)
        {
            page.Blank();
            page.Line(0, paragraph);
        }

        Footer.Write(page, answer, null);
    }
}
