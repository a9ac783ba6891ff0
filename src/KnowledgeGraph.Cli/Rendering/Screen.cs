namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What the output can show.</summary>
/// <param name="Width">Columns of text.</param>
/// <param name="HasColor">Whether it is a terminal that may be coloured.</param>
public sealed record Screen(int Width, bool HasColor)
{
    private const int LeastWidth = 60;
    private const int GreatestWidth = 120;

    /// <summary>A file or a pipe: 100 columns, plain text.</summary>
    public static Screen Redirected { get; } = new(100, HasColor: false);

    /// <summary>
    /// The screen of this process, its console set to UTF-8 where that is not a matter of course. <c>NO_COLOR</c> (any text) and
    /// <c>TERM=dumb</c> turn colour off.
    /// </summary>
    /// <param name="environment">Looks up an environment variable.</param>
    public static Screen OfProcess(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (OperatingSystem.IsWindows())
        {
            // Also when redirected: complaints may still go to the console, and the next program of a pipe reads by its code page.
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        }

        return Console.IsOutputRedirected ? Redirected : OfTerminal(Console.WindowWidth, environment);
    }

    /// <summary>A terminal of so many columns.</summary>
    internal static Screen OfTerminal(int columns, Func<string, string?> environment)
    {
        var isPlain = !string.IsNullOrEmpty(environment("NO_COLOR")) || environment("TERM") == "dumb";
        return new Screen(Math.Clamp(columns - 1, LeastWidth, GreatestWidth), !isPlain);
    }
}
