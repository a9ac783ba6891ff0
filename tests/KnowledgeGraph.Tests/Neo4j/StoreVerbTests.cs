using KnowledgeGraph.Cli;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Cli;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Verifying and pulling from the command line, against a real server.</summary>
public sealed class StoreVerbTests
{
    private TestDatabase database = null!;
    private FactSet set = null!;
    private string folder = null!;

    [SetUp]
    public async Task LoadShippedSeed()
    {
        folder = Directory.CreateTempSubdirectory("kg-pull-").FullName;
        database = TestDatabase.Open();
        set = SeedReader.Read(CliRun.ShippedSeed).Facts!;
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
    }

    [TearDown]
    public async Task Close()
    {
        Directory.Delete(folder, recursive: true);
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    private string Place => $"Data set {database.Dataset} at {database.Transport.Endpoint}";

    [Test]
    public void Verify_AfterALoad_IsTheSame() => Assert.That(
        Words(Run("verify")), Is.EqualTo($"{Place} is the same as the seed. Data {set.DataHash} exit code 0"));

    [Test]
    public async Task Verify_AfterHandEdits_NamesWhatDiffersAndIs1()
    {
        await database.RunAsync("MATCH (n:KgNode {dataset: $dataset, id: 'belgee'}) SET n.name = 'X'");
        await database.RunAsync("MATCH (n:KgSource {dataset: $dataset}) WITH n ORDER BY n.id LIMIT 1 CREATE (:KgSource {dataset: $dataset, id: 'mine'})");
        await database.RunAsync("MATCH ()-[r {dataset: $dataset}]->() DELETE r");
        var ids = set.Facts.Select(fact => fact.Id).ToList();
        Assert.That(Words(Run("verify")), Is.EqualTo(
            $"{Place} differs from the seed. 1 node changed in Neo4j: belgee "
            + $"{ids.Count} facts missing in Neo4j: {string.Join(", ", ids.Take(20))} and {ids.Count - 20} more "
            + $"1 source in Neo4j only: mine Data {set.DataHash} exit code 1"));
    }

    [Test]
    public void Verify_WithoutAServer_Is4() => Assert.That(
        CliRun.On(CliRun.ShippedSeed, "verify", "--store", "http://127.0.0.1:1").Code, Is.EqualTo(ExitCode.Store));

    [Test]
    public void Pull_WritesASeedWithTheSameHash()
    {
        var run = Run("pull", "--out", Path.Combine(folder, "pulled"));
        Assert.That(Words(run), Does.EndWith(
            $"{set.Sources.Count} sources, {set.Conflicts.Count} conflicts. Data {set.DataHash} exit code 0"));
        Assert.That(SeedReader.Read(Path.Combine(folder, "pulled")).Facts!.DataHash, Is.EqualTo(set.DataHash));
    }

    [Test]
    public async Task Pull_AfterAHandEditAgainstTheRules_PointsAndIs3()
    {
        await database.RunAsync("MATCH ()-[r {dataset: $dataset}]->() WHERE r.factId IS NOT NULL WITH r LIMIT 1 SET r.confidence = 2.0");
        var run = Run("pull", "--out", folder);
        Assert.That(run.Code, Is.EqualTo(ExitCode.InvalidSeed));
        Assert.That(run.Error, Does.EndWith(
            $"kg: {folder}: written, but what stands in Neo4j is no sound seed; put right what is named, here or there\n"));
    }

    [Test]
    public void Pull_IntoAFolderThatIsNotEmpty_IsRefused()
    {
        var run = Run("pull", "--out", CliRun.ShippedSeed);
        Assert.That(run, Is.EqualTo(new CliRun(
            ExitCode.Usage, "", $"kg: --out: \"{CliRun.ShippedSeed}\" is not empty; name a folder that is empty or not there yet\n")));
    }

    [TestCase("upstream", "T-72", "--layer", "supply", "--allow-unspecified", "--without", "Uralvagonzavod")]
    [TestCase("path", "Iskander missile", "Government of Belarus", "--all", "--without-fact", "f155")]
    public void WhatIf_IsAnsweredAsFromTheSeed(params string[] args)
    {
        var (there, here) = (Run(args[0], [.. args[1..], "--json"]), CliRun.Of([.. args, "--json"]));
        var (answer, same) = (JObject.Parse(there.Out), JObject.Parse(here.Out));

        Assert.That((there.Code, answer["question"]!.ToString(), answer["answer"]!.ToString()), Is.EqualTo((here.Code, same["question"]!.ToString(), same["answer"]!.ToString())));
        Assert.That((string?)answer["run"]!["delivery"], Is.EqualTo(
            $"the server delivered the whole data set, {set.Nodes.Count} nodes and {set.Facts.Count} facts; overlay and searches ran here"));
    }

    private CliRun Run(string verb, params string[] more) =>
        CliRun.On(CliRun.ShippedSeed, [verb, "--store", database.Address, "--dataset", database.Dataset, .. more]);

    /// <summary>What was printed, without its line breaks.</summary>
    private static string Words(CliRun run) => string.Join(
        ' ', $"{run.Out} {run.Error} exit code {run.Code}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
