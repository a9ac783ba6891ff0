using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Cli;
using KnowledgeGraph.Snapshot;
using KnowledgeGraph.Tests.Cli;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Import;

/// <summary>An import killed at any moment: under the target's name stands the old file or the new one, whole.</summary>
[NonParallelizable]
[Category("Slow")]
public sealed class KilledImportTests
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KG_KILLS") ?? "4", CultureInfo.InvariantCulture);

    [Test]
    public async Task KilledAtRandomMoments_LeavesTheOldFileOrTheNew()
    {
        using var folder = new ImportFolder();
        var (old, many) = (folder.Write("old.jsonl", Companies(1)), folder.Write("many.jsonl", Companies(20_000)));
        folder.Import([many]);
        var newHash = GraphFile.Check(folder.Target).Facts.DataHash;
        folder.Import([old]);
        var oldHash = GraphFile.Check(folder.Target).Facts.DataHash;
        string[] import = ["import", many, "--out", folder.Target, "--ontology", Path.Combine(CliRun.ShippedSeed, "ontology.json")];
        var clock = Stopwatch.StartNew();
        Assert.That((await KgProcess.RunAsync(import)).ExitCode, Is.Zero);
        var (usual, random) = (clock.Elapsed, new Random(20261128));
        for (var kill = 0; kill < Kills; kill++)
        {
            folder.Import([old]);
            using var killed = KgProcess.Start(import);
            await Task.Delay(usual * (0.3 + (0.7 * random.NextDouble())));
            await killed.KillAsync();

            Assert.That(GraphFile.Check(folder.Target).Facts.DataHash, Is.EqualTo(oldHash).Or.EqualTo(newHash), $"kill {kill}");
        }
    }

    [Test]
    public async Task AskedToEnd_LeavesNothing()
    {
        using var folder = new ImportFolder();
        var many = folder.Write("many.jsonl", Companies(500_000));
        using var kg = KgProcess.Start("import", many, "--out", folder.Target, "--ontology", Path.Combine(CliRun.ShippedSeed, "ontology.json"));
        await UntilAsync(() => Directory.GetFiles(Path.GetDirectoryName(folder.Target)!, "*.part").Length > 0);

        Assert.That(await kg.TerminateAsync(), Is.EqualTo(ExitCode.Interrupted), kg.Errors);
        Assert.That(folder.Files, Is.EqualTo(["many.jsonl"]));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
        {
            await Task.Delay(10, bound.Token);
        }
    }

    private static IEnumerable<string> Companies(int count) =>
        Enumerable.Range(0, count).Select(i => $$"""{"id":"n{{i}}","type":"Company","name":"Company {{i}}"}""");
}
