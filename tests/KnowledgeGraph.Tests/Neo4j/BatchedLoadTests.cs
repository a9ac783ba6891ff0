using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Loading in batches, as more facts are than a transaction should hold; here few, in small ones.</summary>
public sealed class BatchedLoadTests
{
    private static readonly LoaderOptions Small = new() { IsInBatches = true, BatchRows = 20, LeastOfAType = 1, ReadsBackBeside = true };
    private TestDatabase database = null!;

    [SetUp]
    public void Open() => database = TestDatabase.Open();

    [TearDown]
    public async Task Close()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public async Task LoadedInBatches_IsWhatALoadAtOnceWrites([Values] bool readsBackBeside)
    {
        var set = SmallWorld.Random(readsBackBeside ? 1 : 2, 60, 100);
        var loader = new Neo4jLoader(database.Transport, Small with { ReadsBackBeside = readsBackBeside });
        var report = await loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        var atOnce = await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        var again = await LoadAsync(set);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.CommitCount, Is.GreaterThanOrEqualTo((60 + 100) / Small.BatchRows));
            Assert.That(report.Changes.Nodes.ToString(), Is.EqualTo("60 added, 0 changed, 0 removed, 0 unchanged"));
            Assert.That(report.Changes.Facts.ToString(), Is.EqualTo("100 added, 0 changed, 0 removed, 0 unchanged"));
            Assert.That((atOnce.Counters, atOnce.Changes.IsEmpty), Is.EqualTo((default(UpdateCounters), true)));
            Assert.That((again.Counters, again.CommitCount, again.Changes.Facts.ToString()), Is.EqualTo((default(UpdateCounters), 0, "0 added, 0 changed, 0 removed, 100 unchanged")));
        }

        await RequireStateAsync(set);
    }

    [Test]
    public async Task OtherFacts_ReplaceThoseThere()
    {
        await LoadAsync(SmallWorld.Random(3, 60, 100));
        var set = SmallWorld.Random(4, 40, 60);
        var report = await LoadAsync(set);
        Assert.That((report.Changes.Nodes.RemovedCount, report.Changes.Facts.RemovedCount), Is.EqualTo((20, 40)));
        await RequireStateAsync(set);
    }

    [TestCaseSource(typeof(HandEdits), nameof(HandEdits.All))]
    public async Task HandEdit_IsSeenAndHealed(string edit)
    {
        var set = SmallWorld.Seed();
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        await database.RunAsync(edit);
        var seen = await Loader.DiffAsync(set, database.Dataset, CancellationToken.None);
        Assert.That(seen.IsEmpty, Is.False);
        await LoadAsync(set);
        await RequireStateAsync(set);
    }

    [Test]
    public async Task MoreStraysThanABlock_AreAllRemoved()
    {
        var set = SmallWorld.Random(9, 40, 80);
        await LoadAsync(set);
        await database.RunAsync("MATCH ()-[r {dataset: $dataset}]->() WHERE r.factId IS NOT NULL REMOVE r.factId");
        var report = await LoadAsync(set);
        Assert.That(report.Changes.Facts.AddedCount + report.Changes.Facts.ChangedCount, Is.EqualTo(80));
        await RequireStateAsync(set);
    }

    [TestCase("sources", -1)]
    [TestCase("nodes", 20)]
    [TestCase("facts", 60)]
    [TestCase("removing nodes", 100)]
    public async Task BrokenOff_IsUnfinishedToReadersAndGoesOnThere(string part, int done)
    {
        var set = SmallWorld.Random(5, 40, 80);
        await LoadAsync(SmallWorld.Random(6, 50, 40));
        using var cancel = new CancellationTokenSource();
        var progress = new Callback(step => step.Step == part && step.DoneRows > done, cancel.Cancel);
        Assert.That(() => Loader.LoadAsync(set, database.Dataset, progress, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(
            () => new Neo4jReader(database.Transport).ReadAllAsync(database.Dataset, set.Ontology, CancellationToken.None),
            part == "sources" ? Throws.Nothing : Throws.InstanceOf<Neo4jException>().With.Message.Contains(" is unfinished: "));

        var report = await LoadAsync(set);
        Assert.That(report.WasResumed, Is.EqualTo(part != "sources"));
        Assert.That(report.Changes.Facts.AddedCount + report.Changes.Facts.ChangedCount, part == "facts" ? Is.InRange(1, 79) : Is.InRange(0, 80));
        await RequireStateAsync(set);
    }

    [Test]
    public async Task OtherFactsAfterABrokenLoad_BeginAnew()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Callback(step => step is { Step: "facts", DoneRows: > 60 }, cancel.Cancel);
        Assert.That(() => Loader.LoadAsync(SmallWorld.Random(7, 40, 80), database.Dataset, progress, cancel.Token), Throws.InstanceOf<OperationCanceledException>());

        var set = SmallWorld.Random(8, 40, 80);
        Assert.That((await LoadAsync(set)).WasResumed, Is.False);
        await RequireStateAsync(set);
    }

    [Test]
    public async Task VerbWithBatchRows_LoadsTheShippedSeed()
    {
        var set = SeedReader.Read(CliRun.ShippedSeed).Facts!;
        var run = CliRun.On(CliRun.ShippedSeed, "load", "--store", database.Address, "--dataset", database.Dataset, "--batch-rows", "500");
        Assert.That(run.Out, Does.Match("^Data set \\S+ at \\S+: loaded in \\d+ commits\\.\n[^$]+written in [0-9.]+ s, read back [0-9.]+ s later\n").And.Contain($"facts      {set.Facts.Count} added, 0 changed"));
        await RequireStateAsync(set);
    }

    [Test]
    public async Task PulledAsLines_ImportsToTheSameHash()
    {
        var set = SeedReader.Read(CliRun.ShippedSeed).Facts!;
        await new Neo4jLoader(database.Transport, new LoaderOptions { IsInBatches = true, BatchRows = 200 }).LoadAsync(set, database.Dataset, null, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("kg-lines-").FullName;
        var (lines, file) = (Path.Combine(folder, "pulled.jsonl"), Path.Combine(folder, "pulled.kgraph"));
        var pulled = CliRun.On(CliRun.ShippedSeed, "pull", "--store", database.Address, "--dataset", database.Dataset, "--out", lines);
        var imported = CliRun.With([], ["import", lines, "--out", file, "--ontology", Path.Combine(CliRun.ShippedSeed, "ontology.json")]);
        Assert.That((pulled.Code, imported.Code), Is.EqualTo((0, 0)), pulled.Error + imported.Out);
        Assert.That(imported.Out, Does.EndWith($"Data {set.DataHash}\n"));
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(2), "nothing else is left");
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("MATCH ()-[r {dataset: $dataset, factId: 'f1'}]->() REMOVE r.factId")]
    [TestCase("MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) REMOVE n.id")]
    [TestCase("MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) REMOVE n.type")]
    public async Task LinesOfWhatNoLoadWrote_AreRefused(string edit)
    {
        await LoadAsync(SmallWorld.Seed());
        await database.RunAsync(edit);
        Assert.That(
            () => new Neo4jReader(database.Transport).WriteLinesAsync(database.Dataset, SmallWorld.Ontology, TextWriter.Null, null, CancellationToken.None),
            Throws.InstanceOf<Neo4jException>().With.Message.Contains("cannot be read: "));
    }

    private Neo4jLoader Loader => new(database.Transport, Small);

    private Task<LoadReport> LoadAsync(FactSet set) => Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);

    private async Task RequireStateAsync(FactSet set)
    {
        Assert.That(DifferenceText.Lines(await database.Loader.DiffAsync(set, database.Dataset, CancellationToken.None), 5), Is.Empty);
        Assert.That(DifferenceText.Lines(await Loader.DiffAsync(set, database.Dataset, CancellationToken.None), 5), Is.Empty);
        var back = await new Neo4jReader(database.Transport).ReadAllAsync(database.Dataset, set.Ontology, CancellationToken.None);
        Assert.That(back.DataHash, Is.EqualTo(set.DataHash));
    }
}
