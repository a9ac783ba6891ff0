namespace KnowledgeGraph.Verify;

/// <summary>What became of checking an answer: everything that is wrong with it, what is proven, and what is not.</summary>
/// <param name="Kind">The kind of question that was answered.</param>
/// <param name="Problems">What is wrong, in the order it was met, at most <see cref="MostProblems"/>; empty if the answer stands.</param>
/// <param name="Proven">What has been shown, and by what means.</param>
/// <param name="Unproven">What the answer says that was not checked, and why.</param>
public sealed record VerificationReport(
    string Kind, IReadOnlyList<VerificationProblem> Problems, IReadOnlyList<string> Proven, IReadOnlyList<string> Unproven)
{
    /// <summary>The most problems that are kept.</summary>
    public const int MostProblems = 1_000;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsVerified => Problems.Count == 0;
}

/// <summary>Something wrong in an answer.</summary>
/// <param name="What">The rule that it breaks, in a word or two.</param>
/// <param name="Where">The member of the answer, with line and column where it stands.</param>
/// <param name="Expected">What it would have to be.</param>
/// <param name="Found">What it is.</param>
public sealed record VerificationProblem(string What, string Where, string Expected, string Found)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {What}: expected {Expected}, found {Found}";
}
