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

    /// <summary>The screen of this process. <c>NO_COLOR</c> (any text) and <c>TERM=dumb</c> turn colour off.</summary>
    /// <param name="environment">Looks up an environment variable.</param>
    public static Screen OfProcess(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (Console.IsOutputRedirected)
        {
            return Redirected;
        }

        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        }

        var isPlain = !string.IsNullOrEmpty(environment("NO_COLOR")) || environment("TERM") == "dumb";
        return new Screen(Math.Clamp(Console.WindowWidth - 1, LeastWidth, GreatestWidth), !isPlain);
    }
}
