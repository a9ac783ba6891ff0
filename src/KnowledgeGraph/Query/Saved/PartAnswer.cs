using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query.Saved;

/// <summary>The answer to one part of a saved question.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Differences">What is not as expected; empty if it is.</param>
public abstract record PartAnswer(string Name, IReadOnlyList<string> Differences)
{
    /// <summary>What the answer says, by name; empty if there is none.</summary>
    public virtual IEnumerable<Claim> Claims => [];

    /// <summary>The nodes that the answer names, by id; empty if there is none.</summary>
    public virtual IReadOnlyList<Node> Nodes => [];

    /// <summary>The answer; null if there is none.</summary>
    internal virtual AnswerContent? Content => null;
}

/// <summary>An answer of one kind.</summary>
/// <typeparam name="TResult">What it holds.</typeparam>
/// <param name="Name">The part's name.</param>
/// <param name="Differences">What is not as expected.</param>
/// <param name="Answer">The answer.</param>
public sealed record PartAnswer<TResult>(string Name, IReadOnlyList<string> Differences, Answer<TResult> Answer) : PartAnswer(Name, Differences)
    where TResult : Result
{
    /// <inheritdoc/>
    public override IEnumerable<Claim> Claims => Answer.Result.Claims;

    /// <inheritdoc/>
    public override IReadOnlyList<Node> Nodes => Answer.Evidence.Nodes;

    internal override AnswerContent Content => Answer.Content;
}

/// <summary>A part that could not be asked.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Reason">Why not.</param>
public sealed record UnaskedPart(string Name, string Reason) : PartAnswer(Name, [$"cannot be asked: {Reason}"]);
