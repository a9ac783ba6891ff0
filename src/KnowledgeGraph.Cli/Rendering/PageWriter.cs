using System.Runtime.CompilerServices;
using Spectre.Console;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Puts a page out: plain text, or in colour on a terminal.</summary>
internal static class PageWriter
{
    internal static void Write(Page page, KgHost host)
    {
        if (host.Screen.HasColor)
        {
            WriteColored(page, host.Out);
            return;
        }

        foreach (var line in page.Text)
        {
            host.Out.WriteLine(line);
        }
    }

    /// <summary>Apart, so that output without colour never loads the console library.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteColored(Page page, TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new WideOutput(writer) });
        foreach (var line in page.Lines)
        {
            var paragraph = new Paragraph { Overflow = Overflow.Fold };
            foreach (var span in line)
            {
                paragraph.Append(span.Text, StyleOf(span.Tone));
            }

            console.Write(paragraph);
            console.WriteLine();
        }
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(Color.Grey),
        Tone.Caution => new Style(Color.Yellow),
        _ => Style.Plain,
    };

    /// <summary>Lines are laid out already: a width that never breaks them again.</summary>
    private sealed class WideOutput(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => 10_000;

        public int Height => 25;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
