namespace KnowledgeGraph.Query;

/// <summary>A question that cannot be asked: an unknown layer, type or source, or a combination without a meaning.</summary>
public sealed class QuestionException : ArgumentException
{
    /// <param name="message">What was asked, what is allowed, and the nearest match.</param>
    public QuestionException(string message)
        : base(message)
    {
    }
}
