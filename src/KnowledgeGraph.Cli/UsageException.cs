namespace KnowledgeGraph.Cli;

/// <summary>A command line that cannot be understood; holds everything that is wrong with it, not only the first.</summary>
public sealed class UsageException : Exception
{
    /// <param name="complaints">What was found, what is allowed, and the nearest match; at least one.</param>
    public UsageException(IReadOnlyList<string> complaints)
        : base(string.Join(Environment.NewLine, complaints))
    {
        Complaints = complaints;
    }

    /// <summary>The complaints, in the order of the command line's parts.</summary>
    public IReadOnlyList<string> Complaints { get; }
}
