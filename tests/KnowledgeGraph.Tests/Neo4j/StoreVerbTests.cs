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
            + "1 source in Neo4j only: mine kg pull --diff writes edits of facts into the seed, field by field; kg load undoes them. "
            + $"Data {set.DataHash} exit code 1"));
    }

    [Test]
    public void Verify_OfAMisspeltDataset_NamesThoseThere()
    {
        var run = CliRun.On(CliRun.ShippedSeed, "verify", "--store", database.Address, "--dataset", "misspelt");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Store));
        Assert.That(run.Error, Does.StartWith($"kg: data set \"misspelt\" at {database.Transport.Endpoint} is not there; there are ")
            .And.Contain(database.Dataset).And.EndWith("; load it with kg load\n"));
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

    [Test]
    public async Task PullDiff_WritesTheEditsIntoTheSeedAlone()
    {
        await database.RunAsync("MATCH ()-[r {dataset: $dataset, factId: 'f155'}]->() SET r.confidence = 0.8, r.note = NULL");
        await database.RunAsync("MATCH ()-[r {dataset: $dataset, factId: 'f162'}]->() DELETE r");
        await database.RunAsync("MATCH (a:KgNode {dataset: $dataset, id: 'china'}), (b:KgNode {dataset: $dataset, id: 'iskander'}) CREATE (a)-[:PRODUCES]->(b)");
        var seed = CopyOfSeed();
        var run = RunOn(seed, "pull", "--diff");

        Assert.That(Words(run), Is.EqualTo(
            $"{Place} differs from {seed}: 1 fact removed; 1 fact changed. "
            + "fact f155 changed: Integral chips go into the Iskander missile. confidence: 0.72 → 0.8 note: key supplier; share of chips not stated → nothing "
            + "fact f162 removed: S-300 is a missile made by Russia. "
            + $"Written for review into facts/military-supply.json of {seed}; then kg load brings all of Neo4j to its state. "
            + "1 relationship between its nodes is no fact of it: china PRODUCES iskander. "
            + "Nothing here reads or changes them. Enter in the seed what is to be a fact, with its evidence. "
            + $"Data {SeedReader.Read(seed).Facts!.DataHash} exit code 0"));
        Assert.That(Words(RunOn(seed, "verify")), Does.StartWith($"{Place} differs from the seed. ").And.Contain("china PRODUCES iskander"));
        Assert.That(Words(RunOn(seed, "pull", "--diff")), Does.StartWith($"{Place} holds the facts of {seed}; nothing is written. "));
    }

    [Test]
    public async Task PullDiff_OfAnEditAgainstTheRules_LeavesTheSeedAndIs3()
    {
        await database.RunAsync("MATCH ()-[r {dataset: $dataset, factId: 'f155'}]->() SET r.confidence = 2.0");
        var seed = CopyOfSeed();
        var run = RunOn(seed, "pull", "--diff");

        Assert.That((run.Code, run.Out), Is.EqualTo((ExitCode.InvalidSeed, "")));
        Assert.That(run.Error, Does.Match("^facts/military-supply.json:\\d+:21 KG602 confidence is 2; it is 0 to 1 with at most four decimals\n")
            .And.EndsWith($"{Place} is no sound seed, so {seed} is left as it is; put right in Neo4j what is named\n"));
        Assert.That(SeedReader.Read(seed).Facts!.DataHash, Is.EqualTo(set.DataHash));
    }

    private string CopyOfSeed()
    {
        foreach (var file in Directory.EnumerateFiles(CliRun.ShippedSeed, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(CliRun.ShippedSeed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    private CliRun Run(string verb, params string[] more) => RunOn(CliRun.ShippedSeed, verb, more);

    private CliRun RunOn(string seed, string verb, params string[] more) =>
        CliRun.On(seed, [verb, "--store", database.Address, "--dataset", database.Dataset, .. more]);

    /// <summary>What was printed, without its line breaks, and without what is told every second of a long wait.</summary>
    private static string Words(CliRun run)
    {
        var error = run.Error.Split('\n').Where(line => !line.StartsWith("still ", StringComparison.Ordinal));
        return string.Join(' ', $"{run.Out} {string.Join(' ', error)} exit code {run.Code}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
