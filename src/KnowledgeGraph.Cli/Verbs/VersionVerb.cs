using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Export;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg version</c>.</summary>
internal sealed class VersionVerb : Verb
{
    internal VersionVerb()
        : base("version")
    {
    }

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands();
        line.ThrowIfWrong();
        var version = typeof(VersionVerb).Assembly.GetName().Version?.ToString(3);
        host.Out.WriteLine($"kg {version}, answers of schema version {AnswerJson.SchemaVersion}, .NET {Environment.Version}");
        return Task.FromResult(ExitCode.Found);
    }
}
