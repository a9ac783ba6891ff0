namespace KnowledgeGraph.Cli;

/// <summary>A seed that cannot be used, with every problem.</summary>
public sealed class SeedException : Exception
{
    /// <param name="problems">The problems, sorted, one a line.</param>
    /// <param name="summary">What to make of them.</param>
    public SeedException(IReadOnlyList<string> problems, string summary)
        : base(summary)
    {
        Problems = problems;
    }

    /// <summary>The problems, sorted, one a line.</summary>
    public IReadOnlyList<string> Problems { get; }
}
