using System.Diagnostics;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>
/// A Neo4j server of the test's own, started through <c>$KG_SHARED/neo4j/neo4j</c> on free ports with data in a temporary folder.
/// Takes six seconds or more to start.
/// </summary>
internal sealed class OwnServer : IAsyncDisposable
{
    /// <summary>It lives for a minute only: compiled once and unverified, it starts in half the time.</summary>
    private const string QuickStart = "-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private readonly string script;
    private readonly string home = Directory.CreateTempSubdirectory("kg-neo4j-").FullName;
    private readonly Dictionary<string, string> settings;

    private OwnServer(string script, IEnumerable<KeyValuePair<string, string>> extra)
    {
        var (http, bolt) = (FreePort.Find(), FreePort.Find());
        this.script = script;
        Address = $"http://127.0.0.1:{http}";
        settings = new Dictionary<string, string>(extra)
        {
            ["NEO4J_HTTP_PORT"] = $"{http}",
            ["NEO4J_BOLT_PORT"] = $"{bolt}",
            ["NEO4J_TEST_HOME"] = home,
            ["NEO4J_HEAP"] = "512m",
            ["JAVA_TOOL_OPTIONS"] = QuickStart,
        };
    }

    public string Address { get; }

    public static async Task<OwnServer> StartAsync(params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var server = Prepare(settings);
        await server.RunAsync("start");
        return server;
    }

    /// <summary>Starts one whose database a script has filled that calls <c>neo4j-admin</c>.</summary>
    public static async Task<OwnServer> StartImportedAsync(string script)
    {
        var server = Prepare([]);
        server.settings["NEO4J_ADMIN"] = $"{server.script} admin";
        Assert.That(await server.TryAsync("sh", script), Is.Zero, script);
        await server.RunAsync("start");
        return server;
    }

    private static OwnServer Prepare(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var script = Path.Combine(Shared(), "neo4j", "neo4j");
        if (!File.Exists(script))
        {
            Prerequisite.IsMissing($"needs {script}; set KG_SHARED to the folder that holds neo4j/");
        }

        return new OwnServer(script, settings);
    }

    /// <summary>Stops it and starts it again with one setting changed.</summary>
    public async Task RestartAsync(string name, string value)
    {
        settings[name] = value;
        await RunAsync("restart");
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public void Kill() => RunAsync("kill").GetAwaiter().GetResult();

    /// <summary>Killed, not stopped, which takes ten seconds more: its data are deleted anyway.</summary>
    public async ValueTask DisposeAsync()
    {
        await TryAsync(script, "kill");
        Directory.Delete(home, true);
    }

    private static string Shared()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
        {
            folder = folder.Parent;
        }

        return Environment.GetEnvironmentVariable("KG_SHARED") ?? Path.Combine(folder?.Parent?.FullName ?? "", "shared");
    }

    private async Task RunAsync(string verb) => Assert.That(await TryAsync(script, verb), Is.Zero, $"{script} {verb}");

    /// <summary>Output goes to no pipe: the server would inherit it and keep it open.</summary>
    private async Task<int> TryAsync(string program, string argument)
    {
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$0\" \"$1\" >/dev/null 2>&1", program, argument]);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
