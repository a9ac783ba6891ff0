namespace KnowledgeGraph.Query;

/// <summary>Makes sure that what is named as a fact is one.</summary>
public static class FactLookup
{
    /// <summary>Asks for facts by their ids; one that is not there would otherwise be left out, or looked for, without a word.</summary>
    /// <exception cref="QuestionException">No fact has one of the ids; all such are named.</exception>
    public static async Task RequireAsync(IGraphQueries engine, IReadOnlyList<string> ids, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0)
        {
            return;
        }

        var question = new FactsQuestion { Pattern = new FactPattern { Ids = ids }, Bounds = new SearchBounds(SearchBounds.GreatestLimit) };
        var answer = await engine.AskAsync(question, cancellation);
        var missing = ids.Except(answer.Result.Matches.Select(match => match.Fact)).ToList();
        if (missing.Count > 0 && answer.IsExhaustive)
        {
            throw new QuestionException($"no fact has the id {string.Join(" or ", missing.Select(id => $"\"{id}\""))}; kg show NODE lists facts with their ids");
        }
    }
}
