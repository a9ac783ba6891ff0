namespace KnowledgeGraph.Query.Saved;

/// <summary>One of the questions that make up a saved question.</summary>
/// <param name="Name">Its name within the saved question.</param>
/// <param name="Expected">What is expected of the answer.</param>
public abstract record SavedPart(string Name, Expectation Expected)
{
    /// <summary>Asks it.</summary>
    internal abstract Task<PartAnswer> AskAsync(IGraphQueries engine, CancellationToken cancellation);
}

/// <summary>A part that asks a question of one kind.</summary>
/// <typeparam name="TResult">What its answer holds.</typeparam>
/// <param name="Name">Its name within the saved question.</param>
/// <param name="Expected">What is expected of the answer.</param>
/// <param name="Question">The question.</param>
public sealed record SavedPart<TResult>(string Name, Expectation Expected, Question<TResult> Question) : SavedPart(Name, Expected)
    where TResult : Result
{
    internal override async Task<PartAnswer> AskAsync(IGraphQueries engine, CancellationToken cancellation)
    {
        try
        {
            var answer = await engine.AskAsync(Question, cancellation);
            return new PartAnswer<TResult>(Name, Expected.DifferencesFrom(answer), answer);
        }
        catch (Exception wrong) when (wrong is QuestionException or KeyNotFoundException)
        {
            return new UnaskedPart(Name, wrong.Message);
        }
    }
}
