using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Cli.Verbs;
using KnowledgeGraph.Export;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli;

/// <summary>The <c>kg</c> command, apart from the process it runs in.</summary>
public static class KgProgram
{
    /// <summary>Runs a command line, its output taken as redirected: plain text, 100 columns.</summary>
    /// <param name="args">The words after <c>kg</c>.</param>
    /// <param name="out">Where answers go.</param>
    /// <param name="error">Where complaints go.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <param name="clock">The clock that timeouts are measured with.</param>
    /// <param name="cancellation">Interrupts the command.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter @out,
        TextWriter error,
        Func<string, string?> environment,
        TimeProvider clock,
        CancellationToken cancellation = default) =>
        RunAsync(args, new KgHost(@out, error, environment, clock, Screen.Redirected), cancellation);

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words after <c>kg</c>.</param>
    /// <param name="host">What the command has around it.</param>
    /// <param name="cancellation">Interrupts the command.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, KgHost host, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            var code = await AnswerAsync(args, host, cancellation);
            Flush(host);
            return code;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return CannotWrite(host, failed.InnerException ?? failed);
        }
    }

    /// <summary>Nobody waits beside the program for its last lines, so waking another thread to write them would only cost time.</summary>
    private static void Flush(KgHost host) => host.Out.Flush();

    private static async Task<int> AnswerAsync(IReadOnlyList<string> args, KgHost host, CancellationToken cancellation)
    {
        try
        {
            return await DispatchAsync(args, host, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Complain(host, ExitCode.Interrupted, ["interrupted; nothing more is printed"]);
        }
        catch (UsageException wrong)
        {
            return Complain(host, ExitCode.Usage, wrong.Complaints);
        }
        catch (Exception wrong) when (wrong is QuestionException or KeyNotFoundException)
        {
            return Complain(host, ExitCode.Usage, wrong.Message.Split('\n'));
        }
        catch (TimeoutException late)
        {
            return Complain(host, ExitCode.Undecided, [late.Message]);
        }
        catch (Neo4jException failed)
        {
            return Complain(host, ExitCode.Store, [failed.Message]);
        }
        catch (InvalidDataException damaged)
        {
            return Complain(host, ExitCode.InvalidSeed, [damaged.Message]);
        }
        catch (SeedException invalid)
        {
            return Report(host, invalid);
        }
    }

    private static Task<int> DispatchAsync(IReadOnlyList<string> args, KgHost host, CancellationToken cancellation)
    {
        if (args.Count == 0 || args[0] is "help" or "--help" or "-h" or "-?")
        {
            return Task.FromResult(HelpPage.Print(args.Count > 1 ? args[1] : null, host));
        }

        if (args[0] == "--version")
        {
            args = ["version"];
        }

        var verb = VerbList.Create(args[0]);
        var parsed = CommandLineReader.Parse(verb, [.. args.Skip(1)]);
        if (parsed.AsksForHelp)
        {
            return Task.FromResult(HelpPage.Print(args[0], host));
        }

        return verb.RunAsync(parsed, host, cancellation);
    }

    /// <summary>A full disk, or an output closed from the start. Whoever reads a pipe may leave it early: .NET's console streams take that for written.</summary>
    private static int CannotWrite(KgHost host, Exception failed)
    {
        try
        {
            return Complain(host, ExitCode.Store, [$"cannot write the answer: {failed.Message}"]);
        }
        catch (Exception mute) when (mute is IOException or UnauthorizedAccessException)
        {
            return ExitCode.Store;
        }
    }

    private static int Complain(KgHost host, int code, IReadOnlyList<string> complaints)
    {
        foreach (var complaint in complaints)
        {
            host.Error.WriteLine("kg: " + PrintableText.Of(complaint));
        }

        return code;
    }

    private static int Report(KgHost host, SeedException invalid)
    {
        foreach (var problem in invalid.Problems)
        {
            host.Error.WriteLine(PrintableText.Of(problem));
        }

        return Complain(host, ExitCode.InvalidSeed, [invalid.Message]);
    }
}
