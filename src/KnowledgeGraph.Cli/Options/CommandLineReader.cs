using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Cli.Verbs;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Options;

/// <summary>
/// A parsed command line that its verb reads value by value. Complaints are gathered; <see cref="ThrowIfWrong"/> tells them all.
/// </summary>
internal sealed class CommandLineReader
{
    private readonly ParseResult parsed;
    private readonly Verb verb;
    private readonly List<string> words;
    private readonly List<string> complaints = [];
    private bool hasUnknownOption;

    private CommandLineReader(Verb verb, List<string> words, ParseResult parsed, IReadOnlyList<string> operands)
    {
        (this.verb, this.words) = (verb, words);
        this.parsed = parsed;
        Operands = operands;
    }

    /// <summary>Whether <c>--help</c> stands anywhere.</summary>
    internal bool AsksForHelp => Has(verb.Help);

    /// <summary>The words that are no options, in order.</summary>
    internal IReadOnlyList<string> Operands { get; private set; }

    /// <summary>Parses the words after the verb. Words after <c>--</c> are operands, whatever they look like.</summary>
    internal static CommandLineReader Parse(Verb verb, List<string> words)
    {
        var end = words.IndexOf("--");
        var (before, after) = end < 0 ? (words, []) : (words[..end], words[(end + 1)..]);
        var parsed = verb.Command.Parse(before, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var loose = parsed.GetResult(verb.Words)?.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens).ToList() ?? [];
        var reader = new CommandLineReader(verb, words, parsed, [.. loose.Where(word => !LooksLikeOption(word)), .. after]);
        foreach (var word in loose.Where(LooksLikeOption))
        {
            reader.Complain(reader.UnknownOption(word));
            reader.hasUnknownOption = true;
        }

        return reader;
    }

    /// <summary>The same words, parsed for a verb of the same name that takes over.</summary>
    internal CommandLineReader For(Verb other) => Parse(other, words);

    internal void Complain(string complaint) => complaints.Add(complaint);

    /// <exception cref="UsageException">Something was wrong.</exception>
    internal void ThrowIfWrong()
    {
        if (complaints.Count > 0)
        {
            throw new UsageException([.. complaints, $"see `kg help {verb.Command.Name}`"]);
        }
    }

    /// <summary>Checks the number of operands.</summary>
    /// <param name="names">Their names, in order.</param>
    internal void ExpectOperands(params IReadOnlyList<string> names)
    {
        if (Operands.Count > names.Count && hasUnknownOption)
        {
            return;
        }

        if (Operands.Count != names.Count)
        {
            var wanted = names.Count == 0 ? "no name or text" : string.Join(" and ", names);
            var found = Operands.Count == 0 ? "nothing" : string.Join(", ", Operands.Select(word => $"\"{word}\""));
            var hint = Operands.Count > names.Count && names.Count > 0 ? "; put a name of several words in quotation marks" : "";
            Complain($"kg {verb.Command.Name} takes {wanted}; found {found}{hint}");
            Operands = [.. Operands.Concat(names).Take(names.Count)];
        }
    }

    /// <summary>Checks that there are no fewer operands than names.</summary>
    /// <param name="names">The names of the least, in order.</param>
    internal void ExpectAtLeast(params IReadOnlyList<string> names)
    {
        if (Operands.Count < names.Count)
        {
            var found = Operands.Count == 0 ? "nothing" : string.Join(", ", Operands.Select(word => $"\"{word}\""));
            Complain($"kg {verb.Command.Name} takes {string.Join(" and ", names)}, and more if you like; found {found}");
        }
    }

    /// <summary>Whether an option stands, with a value or without.</summary>
    internal bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>All values of an option, in order; empty if it does not stand.</summary>
    internal IReadOnlyList<string> Values(Option<string[]> option)
    {
        if (parsed.GetResult(option) is not { Implicit: false } result)
        {
            return [];
        }

        if (result.Tokens.Count == 0 || result.Tokens.Any(token => token.Value.Length == 0))
        {
            Complain($"{option.Name} needs a value: {option.Name} {option.HelpName}");
        }

        return [.. result.Tokens.Select(token => token.Value).Where(value => value.Length > 0)];
    }

    /// <summary>All values of an option that also takes several between commas.</summary>
    internal IReadOnlyList<string> List(Option<string[]> option) =>
        [.. Values(option)
            .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The one value of an option, or null.</summary>
    internal string? Single(Option<string[]> option)
    {
        var values = Values(option);
        if (values.Count > 1)
        {
            Complain($"{option.Name} may stand once; found {string.Join(" and ", values.Select(value => $"{option.Name} {value}"))}");
        }

        return values.Count == 0 ? null : values[0];
    }

    /// <summary>The file to write that an option must name, in a folder that is there.</summary>
    /// <param name="option">The option.</param>
    /// <param name="example">A name for the file.</param>
    internal string FileToWrite(Option<string[]> option, string example)
    {
        var target = Single(option);
        if (target is null)
        {
            Complain($"kg {verb.Command.Name} needs {option.Name} {option.HelpName}, such as {option.Name} {example}");
            return example;
        }

        ExpectPlaceFor(option, target, example);
        return target;
    }

    /// <summary>Complains where a file to write has the name of a folder, or lies in none that is there.</summary>
    internal void ExpectPlaceFor(Option<string[]> option, string target, string example)
    {
        if (Directory.Exists(target))
        {
            Complain($"{option.Name} \"{target}\" is a folder; it takes a file, such as {Path.Combine(target, example)}");
        }
        else if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder && !Directory.Exists(folder))
        {
            Complain($"{option.Name} \"{target}\" lies in no folder that is there; make {folder} first");
        }
    }

    /// <summary>A whole number within bounds, both inclusive.</summary>
    internal int Whole(Option<string[]> option, int least, int greatest, int otherwise)
    {
        if (Single(option) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= greatest)
        {
            return number;
        }

        Complain(string.Create(CultureInfo.InvariantCulture, $"{option.Name} \"{text}\" is not allowed; it takes a whole number from {least} to {greatest}"));
        return otherwise;
    }

    /// <summary>One of a few words.</summary>
    internal string? Choice(Option<string[]> option, IReadOnlyList<string> allowed) =>
        Single(option) is { } text && IsAllowed(option, text, allowed) ? text : null;

    /// <summary>Whether a word is one of those allowed; complains with the nearest if not.</summary>
    internal bool IsAllowed(Option option, string text, IReadOnlyList<string> allowed)
    {
        if (allowed.Contains(text, StringComparer.Ordinal))
        {
            return true;
        }

        Complain($"{option.Name} \"{text}\" is not allowed; it takes {string.Join(", ", allowed)}{DidYouMean(text, allowed)}");
        return false;
    }

    /// <summary>Complains where two options exclude each other.</summary>
    internal void Exclude(Option one, Option other, string reason)
    {
        if (Has(one) && Has(other))
        {
            Complain($"{one.Name} and {other.Name} exclude each other: {reason}");
        }
    }

    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-';

    private static string DidYouMean(string text, IEnumerable<string> allowed) =>
        NearestNames.To(text, allowed, 1) is [var near] ? $"; did you mean {near}?" : "";

    private string UnknownOption(string word)
    {
        var name = word.Split('=', ':')[0];
        var options = verb.Command.Options.Select(option => option.Name).ToList();
        return $"kg {verb.Command.Name} has no option {name}{DidYouMean(name, options)}";
    }
}
