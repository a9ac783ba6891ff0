using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Neo4j.AdminImport;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Files for <c>neo4j-admin database import</c>, and what the real one makes of them.</summary>
public sealed class AdminExportTests
{
    private string folder = null!;

    private string Target => Path.Combine(folder, "import");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kg-export-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void SmallWorld_IsWrittenAsShown()
    {
        Write(SmallWorld.Seed());
        var files = Directory.GetFiles(Target).Order(StringComparer.Ordinal);
        GoldenFile.Check("neo4j-admin", string.Concat(files.Select(file => $"== {Path.GetFileName(file)}\n{File.ReadAllText(file)}\n"))
            .Replace('\u001f', '␟').Replace("sha256:", "sha256…", StringComparison.Ordinal));
    }

    /// <summary>Formulas, quotation marks, line breaks, letters beyond the first plane, the usual separator itself, texts that are empty.</summary>
    [Test]
    [Category("Slow")]
    public async Task Imported_IsTheDatasetThatALoadWrites()
    {
        var set = Awkward();
        Write(set);
        await using var server = await OwnServer.StartImportedAsync(Path.Combine(Target, AdminExport.Script));
        await using var transport = new Neo4jHttp(Neo4jOptions.Parse(server.Address));
        var loader = new Neo4jLoader(transport);

        var before = await loader.DiffAsync(set, "d", CancellationToken.None);
        var unaided = await StepsOfReadingAsync(transport, set);
        var report = await loader.LoadAsync(set, "d", null, CancellationToken.None);
        var aided = await StepsOfReadingAsync(transport, set);
        var back = await new Neo4jReader(transport).ReadAllAsync("d", set.Ontology, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DifferenceText.Lines(before, 20), Is.Empty);
            Assert.That(report.Changes.IsEmpty);
            Assert.That(report.Counters, Is.EqualTo(new UpdateCounters(SchemaChanges: report.Counters.SchemaChanges)), "constraints and indexes alone");
            Assert.That(report.Counters.SchemaChanges, Is.GreaterThan(0));
            Assert.That(back.DataHash, Is.EqualTo(set.DataHash));
            Assert.That(unaided, Is.EqualTo(new[] { "reading slowly, without the constraints that kg load makes" }));
            Assert.That(aided, Is.EqualTo(new[] { "reading" }));
        }
    }

    [Test]
    public void ListThatHoldsTheSeparator_TakesAnother()
    {
        var set = SmallWorld.Seed();
        var fact = set.FindFact("f1")! with { Doubts = ["a\u001fb"] };
        var report = Write(SmallWorld.Set(set.Nodes, [fact]));
        Assert.That(report.Command, Does.Contain(" --array-delimiter=U+001E "));
        Assert.That(File.ReadAllText(Path.Combine(Target, "facts.csv")), Does.Contain("\"a\u001fb\""));
    }

    [Test]
    public void ListOfOneEmptyText_IsRefused()
    {
        var set = SmallWorld.Seed();
        var fact = set.FindFact("f1")! with { Doubts = [""] };
        Assert.That(() => Write(SmallWorld.Set(set.Nodes, [fact])), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(
            "facts.csv: the list \"doubts\" of row 1 holds one empty text and nothing else, which neo4j-admin reads as no list"));
    }

    [Test]
    public void HalfACharacter_IsRefused()
    {
        var set = SmallWorld.Seed();
        var fact = set.FindFact("f1")! with { Statement = "\ud83d" };
        Assert.That(() => Write(SmallWorld.Set(set.Nodes, [fact])), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(
            "fact-nodes.csv: a text of row 1 holds half a character, which no file can hold"));
    }

    [Test]
    public void Verb_NamesCommandAndCounts()
    {
        var run = CliRun.Of("export", "neo4j-admin", Target);
        var set = SeedReader.Read(CliRun.ShippedSeed).Facts!;
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain($"\nneo4j-admin database import full neo4j --array-delimiter=U+001F --bad-tolerance=0 ")
            .And.Contain($" --nodes={Path.Combine(Target, "nodes.csv")} ").And.EndsWith($"Data {set.DataHash}\n"));
    }

    [Test]
    public void Interrupted_LeavesTheFolderEmpty([Values("looking for ends that are missing", "writing nodes")] string step)
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Callback(told => told.Step == step, cancel.Cancel);

        Assert.That(() => AdminExport.Write(SmallWorld.Seed(), "d", Target, progress, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void FolderThatIsNotEmpty_IsRefused() => Assert.That(
        CliRun.Of("export", "neo4j-admin", CliRun.ShippedSeed).Error,
        Is.EqualTo($"kg: \"{CliRun.ShippedSeed}\" is not empty; name a folder that is empty or not there yet\n"));

    [Test]
    public void OtherFormat_IsRefused() => Assert.That(
        CliRun.Of("export", "csv", Target).Error, Does.StartWith("kg: kg export csv is not allowed; it takes neo4j-admin and a folder\n"));

    private AdminExportReport Write(FactSet set) => AdminExport.Write(set, "d", Target, null, CancellationToken.None);

    /// <summary>What is told while the data set is read as lines, each once.</summary>
    private static async Task<HashSet<string>> StepsOfReadingAsync(Neo4jHttp transport, FactSet set)
    {
        var steps = new HashSet<string>();
        var progress = new Callback(step => steps.Add(step.Step), () => { });
        await new Neo4jReader(transport).WriteLinesAsync("d", set.Ontology, TextWriter.Null, progress, CancellationToken.None);
        return steps;
    }

    private static FactSet Awkward()
    {
        var random = SmallWorld.Random(11, 60, 240);
        var fact = random.Facts[0] with
        {
            Note = "",
            Statement = "=cmd|' /C calc'!A0, \"quoted\"\\",
            ConfidenceReason = " blanks\t",
            Doubts = ["one;two", "", "line 1\r\nline 2\u2028"],
        };
        var names = random.Nodes[0] with { Name = "\"", Names = [new NodeName("alone", NameKind.Alias), new NodeName(";", NameKind.Alias, "be")] };
        return SmallWorld.Set([names, .. random.Nodes.Skip(1)], [fact, .. random.Facts.Skip(1)], new Conflict("c1", ["f0", "f1"], "they, \"differ\"\n"));
    }
}
