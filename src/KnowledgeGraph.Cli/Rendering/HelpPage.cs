using System.CommandLine;
using KnowledgeGraph.Cli.Verbs;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Help: what can be asked, with one real example a question.</summary>
internal static class HelpPage
{
    /// <summary>Prints the help of one verb, or of all.</summary>
    /// <exception cref="UsageException">There is no such verb.</exception>
    internal static int Print(string? verb, KgHost host)
    {
        var page = new Page(host.Screen.Width);
        if (verb is null or "help")
        {
            WriteAll(page);
        }
        else
        {
            WriteOne(page, VerbList.Create(verb), VerbList.All.First(summary => summary.Name == verb));
        }

        PageWriter.Write(page, host);
        return ExitCode.Found;
    }

    private static void WriteAll(Page page)
    {
        page.Line(0, Span.Strong("kg: questions to curated facts about who depends on whom; every answer with its evidence"));
        foreach (var group in VerbList.Groups)
        {
            page.Blank();
            page.Line(0, Span.Strong(group.Title));
            foreach (var verb in group.Verbs)
            {
                page.Blank();
                page.Line(2, Span.Strong($"kg {verb.Name} {verb.Operands}".TrimEnd()));
                page.Line(5, verb.Purpose);
                page.Line(5, Span.Faint(verb.Example));
            }
        }

        page.Blank();
        page.Line(0, "Options of a verb: kg help VERB. Names take an id, a name or an alias, in any case, Latin or Cyrillic.");
        page.Line(0, "Exit codes: 0 found; 1 none; 2 asked wrongly; 3 invalid seed or file; 4 store failed; 5 undecided or cut short.");
    }

    private static void WriteOne(Page page, Verb verb, VerbSummary summary)
    {
        page.Line(0, Span.Strong($"kg {summary.Name} {summary.Operands}".TrimEnd()));
        page.Line(3, summary.Purpose);
        page.Line(3, Span.Faint(summary.Example));
        page.Blank();
        var options = verb.Command.Options.ToList();
        var names = options.ConvertAll(option => option is Option<bool> ? option.Name : $"{option.Name} {option.HelpName}");
        var column = names.Max(name => CellWidth.Of(name)) + 4;
        for (var i = 0; i < options.Count; i++)
        {
            if (verb.Command.TitleAbove(i) is { } title)
            {
                page.Blank();
                page.Line(0, Span.Strong(title));
            }

            page.Line(2, column, names[i].PadRight(column) + options[i].Description);
        }
    }
}
