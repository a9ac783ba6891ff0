using System.CommandLine;

namespace KnowledgeGraph.Cli.Options;

/// <summary>The form in which something is printed that is no answer to a question.</summary>
/// <param name="formats">The forms there are; the first is taken unless another is named. One of them is json.</param>
internal sealed class FormatOption(params string[] formats)
{
    private readonly Option<string[]> format = CliOption.Value(
        "--format", string.Join('|', formats), $"How it is printed; {formats[0]} unless said.");

    private readonly Option<bool> json = CliOption.Flag("--json", "Short for --format json.");

    internal void AddTo(VerbCommand command)
    {
        command.Add(format);
        command.Add(json);
    }

    internal string Read(CommandLineReader reader)
    {
        var chosen = reader.Choice(format, formats);
        if (reader.Has(json) && chosen is not (null or "json"))
        {
            reader.Complain($"--json and --format {chosen} exclude each other: --json is short for --format json");
        }

        return reader.Has(json) ? "json" : chosen ?? formats[0];
    }
}
