using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>What a command line returned and printed.</summary>
internal sealed partial record CliRun(int Code, string Out, string Error)
{
    /// <summary>The repository's folder, which holds the solution.</summary>
    public static string Repository { get; } = FindRepository();

    public static string ShippedSeed => Path.Combine(Repository, "graph-seed");

    /// <summary>Runs a command line on the shipped seed, unless it names its own.</summary>
    public static CliRun Of(params string[] args) => With([], args);

    public static CliRun On(string seed, params string[] args) => With([], [.. args, "--seed", seed]);

    public static CliRun With(
        Dictionary<string, string> environment, string[] args, TimeProvider? clock = null, Screen? screen = null, CancellationToken cancellation = default)
    {
        string[] seed = args.Contains("--seed") || args.Contains("--store") || NeedsNoSeed(args) ? [] : ["--seed", ShippedSeed];
        if (KgProcess.Published is not null && clock is null && screen is null && !cancellation.CanBeCanceled)
        {
            var (exitCode, printed, errors) = KgProcess.RunAsync([.. args, .. seed], environment).GetAwaiter().GetResult();
            return new CliRun(exitCode, printed, errors);
        }

        using var output = Writer();
        using var error = Writer();
        var host = new KgHost(output, error, environment.GetValueOrDefault, clock ?? new NoProgressClock(), screen ?? Screen.Redirected);
        var code = KgProgram.RunAsync([.. args, .. seed], host, cancellation).GetAwaiter().GetResult();
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The run as a golden file shows it: the command, what it printed, the exit code; without what changes with the data's version or the machine's speed.</summary>
    public string Transcript(string[] args)
    {
        var command = string.Join(' ', args.Select(arg => arg.Contains(' ', StringComparison.Ordinal) ? $"\"{arg}\"" : arg));
        var text = $"$ kg {command}\n{Out}{Error}exit code {Code}\n".ReplaceLineEndings("\n");
        return StillAt().Replace(Hash().Replace(text.Replace(ShippedSeed, "graph-seed", StringComparison.Ordinal), "sha256:…"), "");
    }

    private static StringWriter Writer() => new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private static bool NeedsNoSeed(string[] args) => args.Length == 0 || args[0] is "help" or "version" or "diff" or "import" || args.Contains("--help");

    private static string FindRepository()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "KnowledgeGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        }

        return folder;
    }

    [GeneratedRegex("sha256:[0-9a-f]+…?", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex("^still .*\n", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex StillAt();
}
