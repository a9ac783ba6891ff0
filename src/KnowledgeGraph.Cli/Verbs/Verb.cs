using System.CommandLine;
using KnowledgeGraph.Cli.Options;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary>A command of <c>kg</c>. Only the one asked for is built.</summary>
internal abstract class Verb
{
    /// <param name="name">The word after <c>kg</c>.</param>
    protected Verb(string name)
    {
        Command = new VerbCommand(name);
        Command.Add(Words);
        Command.Add(Help);
    }

    /// <summary>Its options.</summary>
    internal VerbCommand Command { get; }

    /// <summary>What is typed beside options.</summary>
    internal Argument<string[]> Words { get; } = new("words") { Arity = ArgumentArity.ZeroOrMore };

    /// <summary>Asks for help instead.</summary>
    internal System.CommandLine.Option<bool> Help { get; } = CliOption.Flag("--help", "Show this help.");

    /// <summary>Carries it out.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal abstract Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation);
}
