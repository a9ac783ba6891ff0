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

    /// <summary>
    /// A file of the command line that cannot be read or written, as the system says it, but by the name that was asked for: until it is
    /// whole a file has one of its own.
    /// </summary>
    /// <param name="error">What the system says.</param>
    /// <param name="option">Where the file was named; null where that is plain.</param>
    internal static UsageException OfFile(Exception error, string? option = null)
    {
        var reason = error.Message.Replace($".{Environment.ProcessId}.part'", "'", StringComparison.Ordinal);
        return new UsageException([option is null ? reason : $"{option}: {reason}"]);
    }

    /// <summary>The complaints, in the order of the command line's parts.</summary>
    public IReadOnlyList<string> Complaints { get; }
}
