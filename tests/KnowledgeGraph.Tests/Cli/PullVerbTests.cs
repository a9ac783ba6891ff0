using KnowledgeGraph.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary><c>kg pull</c> where no server answers.</summary>
public sealed class PullVerbTests
{
    private const string NoServer = "http://127.0.0.1:1";

    [Test]
    public void LinesThatFail_LeaveNoFile()
    {
        var folder = Directory.CreateTempSubdirectory("kg-pull-").FullName;
        try
        {
            var run = CliRun.On(CliRun.ShippedSeed, "pull", "--store", NoServer, "--out", Path.Combine(folder, "all.jsonl"));

            Assert.That(run.Code, Is.EqualTo(ExitCode.Store), run.Error);
            Assert.That(Directory.GetFiles(folder), Is.Empty);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
