using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>An engine asked with time enough for a busy machine, where a test is about answers and not about the timeout.</summary>
internal sealed class PatientQueries(IGraphQueries engine) : IGraphQueries
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public Task<Answer<TResult>> AskAsync<TResult>(Question<TResult> question, CancellationToken cancellation = default)
        where TResult : Result =>
        engine.AskAsync(question with { Bounds = question.Bounds with { Timeout = Patience } }, cancellation);
}
