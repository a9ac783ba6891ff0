using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Verify;

/// <summary>Answers as files.</summary>
internal static class AnswerFile
{
    internal static string Of<TResult>(FactSet set, Question<TResult> question)
        where TResult : Result
        => Of(new EmbeddedQueries(new EmbeddedGraph(set)).Ask(question));

    internal static string Of<TResult>(Answer<TResult> answer)
        where TResult : Result
    {
        using var text = new StringWriter();
        AnswerJson.Write(text, answer);
        return text.ToString();
    }
}
