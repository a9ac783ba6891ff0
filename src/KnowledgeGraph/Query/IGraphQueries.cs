namespace KnowledgeGraph.Query;

/// <summary>An engine that answers questions: the embedded graph or a Neo4j server, alike to the letter.</summary>
public interface IGraphQueries
{
    /// <summary>Answers a question.</summary>
    /// <exception cref="KeyNotFoundException">The question names a node id that the data does not hold.</exception>
    /// <exception cref="QuestionException">The question names an unknown layer, type or source, or mixes what does not mix.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<Answer<TResult>> AskAsync<TResult>(Question<TResult> question, CancellationToken cancellation = default)
        where TResult : Result;
}
