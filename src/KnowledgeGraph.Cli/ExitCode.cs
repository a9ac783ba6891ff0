namespace KnowledgeGraph.Cli;

/// <summary>What the process returns; scripts rely on it.</summary>
public static class ExitCode
{
    /// <summary>Answered, and something was found.</summary>
    public const int Found = 0;

    /// <summary>Answered: none, no, different.</summary>
    public const int None = 1;

    /// <summary>Asked wrongly: an unknown option, a value that is not allowed, an unknown or ambiguous name.</summary>
    public const int Usage = 2;

    /// <summary>The seed or a file is not valid.</summary>
    public const int InvalidSeed = 3;

    /// <summary>The store cannot be reached or failed, or the answer cannot be written.</summary>
    public const int Store = 4;

    /// <summary>Not decided: a bound was reached, or knowledge ends where the answer would have to begin.</summary>
    public const int Undecided = 5;

    /// <summary>Interrupted from the keyboard, or asked to end.</summary>
    public const int Interrupted = 130;
}
