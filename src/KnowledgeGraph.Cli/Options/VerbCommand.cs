using System.CommandLine;

namespace KnowledgeGraph.Cli.Options;

/// <summary>A command whose options stand in sections in its help, in the order in which they are added.</summary>
/// <param name="name">The word after <c>kg</c>.</param>
internal sealed class VerbCommand(string name) : Command(name)
{
    private readonly Dictionary<int, string> titles = [];

    /// <summary>Puts the options that follow under a title.</summary>
    internal void Begin(string title) => titles[Options.Count] = title;

    /// <summary>The title that stands above the option with a number; null if it follows the one before.</summary>
    internal string? TitleAbove(int option) => titles.GetValueOrDefault(option);
}
