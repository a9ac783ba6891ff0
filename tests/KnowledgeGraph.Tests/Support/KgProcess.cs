using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Tests.Cli;

namespace KnowledgeGraph.Tests.Support;

/// <summary>The command line as a process of its own, to be killed or to be read.</summary>
internal sealed class KgProcess : IDisposable
{
    private readonly Process process;
    private readonly Task reading;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private KgProcess(string[] arguments, Dictionary<string, string>? environment = null)
    {
        string[] program = Published is null ? ["dotnet", Path.Combine(AppContext.BaseDirectory, "kg.dll")] : [Published];
        var start = new ProcessStartInfo(program[0], [.. program[1..], .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment.Add(name, value);
            }
        }

        process = new Process { StartInfo = start };
        process.Start();
        process.StandardInput.Close();
        reading = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, errors));
    }

    /// <summary>A published program to put to the test in place of the code as it was built, from the repository's folder on; null for the latter.</summary>
    public static string? Published { get; } =
        Environment.GetEnvironmentVariable("KG_TEST_PROGRAM") is { } program ? Path.Combine(CliRun.Repository, program) : null;

    public string Output => TextOf(output);

    public string Errors => TextOf(errors);

    public static KgProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Runs to the end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => RunAsync(arguments, environment: null);

    /// <summary>Runs to the end, knowing of the environment only what is given; of all that the tests know where it is null.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, Dictionary<string, string>? environment)
    {
        using var kg = new KgProcess(arguments, environment);
        return (await kg.EndAsync(), kg.Output, kg.Errors);
    }

    public async Task<int> EndAsync()
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(bound.Token);
        await reading;
        return process.ExitCode;
    }

    /// <summary>As <c>kill</c>, which asks a process to end.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", process.Id.ToString(CultureInfo.InvariantCulture));
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    /// <summary>As it comes, line ends and all.</summary>
    private static async Task ReadAsync(StreamReader from, StringBuilder to)
    {
        var characters = new char[1 << 12];
        for (int count; (count = await from.ReadAsync(characters)) > 0;)
        {
            lock (to)
            {
                to.Append(characters, 0, count);
            }
        }
    }

    private static string TextOf(StringBuilder read)
    {
        lock (read)
        {
            return read.ToString();
        }
    }
}
