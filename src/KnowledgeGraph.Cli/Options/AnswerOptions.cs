using System.CommandLine;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Options;

/// <summary>The options of every question: which data, how much it may cost, in what form it is printed.</summary>
internal sealed class AnswerOptions
{
    private static readonly string[] Formats = ["table", "json", "csv", "md"];

    private readonly Option<string[]> format = CliOption.Value("--format", "table|json|csv|md", "How the answer is printed; table unless said.");
    private readonly Option<bool> json = CliOption.Flag("--json", "Short for --format json.");
    private readonly Option<bool> cypher = CliOption.Flag("--cypher", "Print a Cypher statement instead, to paste in Neo4j Browser, where it draws the answer.");
    private readonly Option<bool> browser = CliOption.Flag("--browser", "Print a link instead that opens Neo4j Browser with that statement.");
    private readonly Option<string[]> limit = CliOption.Value("--limit", "N", "Most results, 1 to 1000000; 100 unless said.");
    private readonly Option<string[]> timeout = CliOption.Value("--timeout", "TIME", "Longest search, such as 500ms, 2s or 1m; 10s unless said.");

    private readonly WhatIfOptions whatIf = new();

    /// <summary>Asks for sentences; only questions about paths have it.</summary>
    internal Option<bool> Explain { get; } = CliOption.Flag(
        "--explain", "Tell the answer in sentences, with the facts it hangs on; takes a search more for each of its facts.");

    /// <summary>Where the data comes from.</summary>
    internal DataOptions Data { get; } = new();

    internal void AddTo(VerbCommand command, bool canExplain)
    {
        whatIf.AddTo(command);
        command.Begin("The answer");
        if (canExplain)
        {
            command.Add(Explain);
        }

        command.Add(format);
        command.Add(json);
        command.Add(cypher);
        command.Add(browser);
        command.Add(limit);
        command.Add(timeout);
        Data.AddTo(command);
    }

    /// <summary>The form: table, json, csv, md, cypher or browser.</summary>
    internal string Format(CommandLineReader reader)
    {
        var chosen = reader.Choice(format, Formats);
        if (reader.Has(json) && chosen is not (null or "json"))
        {
            reader.Complain($"--json and --format {chosen} exclude each other: --json is short for --format json");
        }

        List<string> forms = [.. Named(chosen is not null, "--format"), .. Named(reader.Has(json) && chosen is null, "--json"),
            .. Named(reader.Has(cypher), "--cypher"), .. Named(reader.Has(browser), "--browser")];
        if (forms.Count > 1)
        {
            reader.Complain($"{string.Join(" and ", forms)} exclude each other: an answer is printed in one form");
        }

        return reader.Has(cypher) ? "cypher" : reader.Has(browser) ? "browser" : reader.Has(json) ? "json" : chosen ?? "table";

        static string[] Named(bool isGiven, string option) => isGiven ? [option] : [];
    }

    /// <summary>What is assumed, as typed; null where nothing is.</summary>
    /// <param name="reader">The command line.</param>
    /// <param name="format">The form of the answer.</param>
    internal WhatIfChoice? WhatIf(CommandLineReader reader, string format)
    {
        var choice = whatIf.Read(reader);
        if (choice is not null && format is ("cypher" or "browser"))
        {
            reader.Complain($"--{format} draws one answer; what would differ stands in none that a store holds");
        }

        return choice;
    }

    /// <summary>Whether sentences are asked for, in a form that has room for them.</summary>
    internal bool Explains(CommandLineReader reader, string form)
    {
        if (reader.Has(Explain) && form is ("csv" or "cypher" or "browser"))
        {
            reader.Complain($"--explain tells the answer in sentences, for which {form} has no place; table, json and md have");
        }

        return reader.Has(Explain);
    }

    internal SearchBounds Bounds(CommandLineReader reader) =>
        new(reader.Whole(limit, 1, SearchBounds.GreatestLimit, new SearchBounds().Limit), Timeout(reader));

    private TimeSpan? Timeout(CommandLineReader reader)
    {
        if (reader.Single(timeout) is not { } text)
        {
            return null;
        }

        if (Durations.TryParse(text, out var span))
        {
            return span;
        }

        var guess = text.Length > 0 && text.All(char.IsAsciiDigit) && Durations.TryParse(text + "s", out _) ? $"; did you mean {text}s?" : "";
        reader.Complain($"--timeout \"{text}\" is not allowed; it takes {Durations.Allowed}{guess}");
        return null;
    }
}
