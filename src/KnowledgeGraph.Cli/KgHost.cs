using KnowledgeGraph.Cli.Rendering;

namespace KnowledgeGraph.Cli;

/// <summary>What the program has around it; given from outside, so that a test can stand in for a process.</summary>
/// <param name="Out">Where answers go.</param>
/// <param name="Error">Where complaints go.</param>
/// <param name="Environment">Looks up an environment variable; null where it is not set.</param>
/// <param name="Clock">The clock that timeouts are measured with.</param>
/// <param name="Screen">What <paramref name="Out"/> can show.</param>
public sealed record KgHost(TextWriter Out, TextWriter Error, Func<string, string?> Environment, TimeProvider Clock, Screen Screen)
{
    /// <summary>Asks for a secret after a prompt, without showing it; null where the input is no terminal.</summary>
    public Func<string, string>? AskSecret { get; init; }
}
