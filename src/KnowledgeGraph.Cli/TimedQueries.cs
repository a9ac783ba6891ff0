using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli;

/// <summary>An engine that gives every question the same time: names and facts are looked up within the time that the command line allows.</summary>
/// <param name="queries">The engine.</param>
/// <param name="time">The longest time of a question.</param>
internal sealed class TimedQueries(IGraphQueries queries, TimeSpan time) : IGraphQueries
{
    public Task<Answer<TResult>> AskAsync<TResult>(Question<TResult> question, CancellationToken cancellation = default)
        where TResult : Result
        => queries.AskAsync(question with { Bounds = question.Bounds with { Timeout = time } }, cancellation);
}
