namespace KnowledgeGraph.Query.Saved;

/// <summary>A question kept with the answer that is expected, so that a change of data or code that alters it is seen.</summary>
/// <param name="Name">Its name: that of its file.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Note">What a reader should know of the answer; null if nothing.</param>
/// <param name="Parts">What is asked, in order; at least one.</param>
/// <param name="Combined">Sets made of the parts' sets.</param>
public sealed record SavedQuestion(
    string Name, string Text, string? Note, IReadOnlyList<SavedPart> Parts, IReadOnlyList<Combination> Combined)
{
    /// <summary>Asks every part and compares the answers with what is expected.</summary>
    /// <remarks>A part that cannot be asked, for an unknown node or name, is a difference; a store that fails is an exception.</remarks>
    /// <param name="engine">The engine.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SavedAnswer> AskAsync(IGraphQueries engine, CancellationToken cancellation = default)
    {
        var answers = new List<PartAnswer>();
        foreach (var part in Parts)
        {
            answers.Add(await part.AskAsync(engine, cancellation));
        }

        return new SavedAnswer(this, answers, [.. Combined.Select(combination => combination.Of(answers))]);
    }
}

/// <summary>The answer to a saved question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Parts">The answers to its parts, in their order.</param>
/// <param name="Combined">The sets made of them.</param>
public sealed record SavedAnswer(SavedQuestion Question, IReadOnlyList<PartAnswer> Parts, IReadOnlyList<CombinedSet> Combined)
{
    /// <summary>Everything that is not as expected, each with the part it is about; empty if the answer is as expected.</summary>
    public IReadOnlyList<string> Differences { get; } =
        [.. Parts.SelectMany(part => part.Differences.Select(difference => $"{part.Name}: {difference}")),
            .. Combined.SelectMany(set => set.Differences.Select(difference => $"{set.Name}: {difference}"))];
}
