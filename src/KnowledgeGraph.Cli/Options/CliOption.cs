using System.CommandLine;

namespace KnowledgeGraph.Cli.Options;

/// <summary>
/// Options whose words are read and judged by <see cref="CommandLineReader"/>, so that every complaint points, and all come at once.
/// </summary>
internal static class CliOption
{
    /// <summary>An option with a value.</summary>
    internal static Option<string[]> Value(string name, string valueName, string description) => new(name)
    {
        HelpName = valueName,
        Description = description,
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>An option without.</summary>
    internal static Option<bool> Flag(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.Zero,
    };
}
