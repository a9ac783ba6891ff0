using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>The loader killed at any moment: what stands in Neo4j is the old state or the new one, and the next load converges at once.</summary>
[NonParallelizable]
[Category("Slow")]
public sealed class KilledLoaderTests
{
    private const int RandomSeed = 20261122;
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KG_KILLS") ?? "20", CultureInfo.InvariantCulture);

    /// <summary>How long the server keeps an idle transaction, and its locks, whose client is gone: a minute. A load takes a second or two.</summary>
    private static readonly TimeSpan LocksOfTheDead = TimeSpan.FromSeconds(50);

    [Test]
    public async Task KilledAtRandomMoments_LoadsAgainAtOnceToTheSameGraph()
    {
        await using var database = TestDatabase.Open();
        var set = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        string[] load = ["load", "--store", database.Address, "--seed", SeedTestFiles.ShippedSeed()];
        var random = new Random(RandomSeed);
        await TimeOfAsync([.. load, "--dataset", database.NewDataset()]); // in which the server plans its statements
        var usual = await TimeOfAsync([.. load, "--dataset", database.NewDataset()]);
        var unfinished = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var dataset = database.NewDataset();
            using var loader = KgProcess.Start([.. load, "--dataset", dataset]);
            await Task.Delay(usual * random.NextDouble());
            await loader.KillAsync();
            unfinished += await HashOrNullAsync(database, dataset, set) is null ? 1 : 0;
            var clock = Stopwatch.StartNew();
            await database.Loader.LoadAsync(set, dataset, null, CancellationToken.None);
            Assert.That(clock.Elapsed, Is.LessThan(LocksOfTheDead), $"kill {kill} made the next load wait");
            Assert.That(await HashOrNullAsync(database, dataset, set), Is.EqualTo(set.DataHash), $"kill {kill}, random seed {RandomSeed}");
        }

        TestContext.Out.WriteLine($"{Kills} kills within {usual.TotalMilliseconds:0} ms, {unfinished} before the load was done");
        Assert.That(unfinished, Is.GreaterThan(Kills / 4), "the kills came too late to prove anything");
    }

    /// <summary>In batches so small that the seed takes many.</summary>
    [Test]
    public async Task KilledBetweenBatches_GoesOnToTheSameGraph()
    {
        await using var database = TestDatabase.Open();
        var set = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        var dataset = database.NewDataset();
        string[] load = ["load", "--store", database.Address, "--seed", SeedTestFiles.ShippedSeed(), "--batch-rows", "200", "--dataset", dataset];
        var random = new Random(RandomSeed);
        var (kills, resumed) = (0, false);
        for (; kills < Kills && await HashOrNullAsync(database, dataset, set) is null; kills++)
        {
            using var loader = KgProcess.Start(load);
            await Task.Delay(TimeSpan.FromSeconds(1 + (2 * random.NextDouble())));
            await loader.KillAsync();
        }

        var (code, output, errors) = await KgProcess.RunAsync(load);
        resumed = output.Contains("was broken off; this one went on there", StringComparison.Ordinal);
        TestContext.Out.WriteLine($"{kills} kills, last load {(resumed ? "went on" : "found all done")}");
        Assert.That(code, Is.Zero, errors);
        Assert.That(kills, Is.GreaterThan(1), "one load was over before the first kill");
        Assert.That(await HashOrNullAsync(database, dataset, set), Is.EqualTo(set.DataHash));
        Assert.That((await database.Loader.DiffAsync(set, dataset, CancellationToken.None)).IsEmpty);
    }

    private static async Task<TimeSpan> TimeOfAsync(string[] load)
    {
        var clock = Stopwatch.StartNew();
        var (code, _, errors) = await KgProcess.RunAsync(load);
        Assert.That(code, Is.Zero, errors);
        return clock.Elapsed;
    }

    private static async Task<string?> HashOrNullAsync(TestDatabase database, string dataset, FactSet set)
    {
        try
        {
            return (await new Neo4jReader(database.Transport).ReadAllAsync(dataset, set.Ontology, CancellationToken.None)).DataHash;
        }
        catch (Neo4jException error) when (error.Kind == Neo4jErrorKind.Dataset)
        {
            return null;
        }
    }
}
