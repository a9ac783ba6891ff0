using System.Diagnostics;
using System.IO.Compression;
using KnowledgeGraph.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary><c>kg import</c> as a user sees it.</summary>
public sealed class ImportVerbTests
{
    private static readonly string Ontology = Path.Combine(CliRun.ShippedSeed, "ontology.json");
    private string folder = null!;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kg-import-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Lines_AreWrittenAndAnswered()
    {
        var target = Path.Combine(folder, "all.kgraph");
        var run = Import(target, """{"id":"acme","type":"Company","name":"Acme"}""", """{"id":"acme","type":"Company","name":"Again"}""", "nonsense");

        Assert.That(run.Code, Is.EqualTo(ExitCode.InvalidSeed), "the file is written, but not all of the input is in it");
        Assert.That(run.Out.ReplaceLineEndings(" "), Does.Contain("0 facts, 1 node, 0 sources, 0 conflicts of 3 lines."));
        Assert.That(run.Out, Does.Contain("2 not taken, named in ").And.Contain("1 × KG302, first: "));
        Assert.That(CliRun.On(target, "find", "acme").Out, Does.StartWith("1 node for “acme”."));
        Assert.That(File.ReadAllText(target + ".rejects.txt"), Does.Contain("facts.jsonl:2:1 KG302 node \"acme\" stands twice; the first is kept\n"));
    }

    [Test]
    public void NothingTaken_WritesNoFile()
    {
        var target = Path.Combine(folder, "all.kgraph");
        var run = Import(target, "nonsense", """{"id":"c1","facts":["f1","f2"],"note":"They differ."}""");

        Assert.That((run.Code, File.Exists(target)), Is.EqualTo((ExitCode.InvalidSeed, false)));
        Assert.That(run.Out, Does.StartWith("Nothing is written: 2 lines read, none taken.\n2 not taken, named in ").And.Not.Contain("Data "));

        Import(target, """{"id":"acme","type":"Company","name":"Acme"}""");
        Assert.That(Import(target, "nonsense").Out, Does.Match(@"stays\s+as\s+it\s+was"));
        Assert.That(CliRun.On(target, "find", "acme").Out, Does.StartWith("1 node for “acme”."));
    }

    [Test]
    public void AllTaken_Is0() => Assert.That(
        Import(Path.Combine(folder, "all.kgraph"), """{"id":"acme","type":"Company","name":"Acme"}""").Code, Is.EqualTo(ExitCode.Found));

    [Test]
    public void NothingNamed_IsRefused() => Assert.That(
        CliRun.With([], ["import", "--ontology", Ontology], cancellation: default).Error,
        Does.StartWith("kg: kg import takes FILE, and more if you like; found nothing\nkg: kg import needs --out FILE, such as --out facts.kgraph\n"));

    [Test]
    public void MissingFile_IsRefused() => Assert.That(
        CliRun.With([], ["import", "nowhere.jsonl", "--out", "x.kgraph", "--ontology", Ontology]),
        Has.Property("Code").EqualTo(ExitCode.Usage).And.Property("Error").StartsWith(
            "kg: \"nowhere.jsonl\" is neither file nor folder; kg import takes files of one JSON object a line, and folders of seeds\n"));

    [Test]
    public void TargetThatIsRead_IsRefusedAndStays([Values("facts.jsonl", "./facts.jsonl", "link.jsonl")] string name)
    {
        var input = Path.Combine(folder, "facts.jsonl");
        File.CreateSymbolicLink(Path.Combine(folder, "link.jsonl"), input);
        var run = Import(Path.Combine(folder, name), """{"id":"acme","type":"Company","name":"Acme"}""");

        Assert.That(run, Has.Property("Code").EqualTo(ExitCode.Usage).And.Property("Error").StartsWith(
            $"kg: \"{input}\" would be read and written over; name another file to write\n"));
        Assert.That(File.ReadAllText(input), Does.StartWith("{\"id\":\"acme\""));
    }

    [Test]
    public void CompressedFile_IsRefusedBeforeItIsRead()
    {
        var packed = Path.Combine(folder, "facts.jsonl.gz");
        using (var file = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            file.Write("{}\n"u8);
        }

        Assert.That(ImportFile(packed).Error, Does.StartWith($"kg: \"{packed}\" is compressed; unpack it first\n"));
    }

    [Test]
    public void EntitiesUnderAnotherName_AreRefusedWithTheNameToGive()
    {
        var entities = Path.Combine(folder, "entities.json");
        File.WriteAllText(entities, """{"id":"a","schema":"Person","properties":{"name":["A"]}}""");

        Assert.That(ImportFile(entities).Error, Does.StartWith(
            $"kg: \"{entities}\" holds entities of FollowTheMoney; they are read from a file whose name ends in .ftm.json\n"));
    }

    /// <summary>As of <c>kg import &lt;(gunzip -c facts.jsonl.gz)</c>.</summary>
    [Test]
    [Platform(Exclude = "Win")]
    public async Task Pipe_IsReadToItsEnd()
    {
        var pipe = Path.Combine(folder, "pipe");
        using (var made = Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync();
        }

        var written = Task.Run(() =>
        {
            using var file = new FileStream(pipe, FileMode.Open, FileAccess.Write);
            file.Write("""{"id":"acme","type":"Company","name":"Acme"}"""u8);
        });
        var run = ImportFile(pipe);
        await written;

        Assert.That(run.Out.ReplaceLineEndings(" "), Does.Contain("1 node, 0 sources, 0 conflicts of 1 line."), run.Error);
    }

    [Test]
    public void TargetInNoFolder_IsRefused() => Assert.That(
        Import(Path.Combine(folder, "nowhere", "all.kgraph"), """{"id":"acme","type":"Company","name":"Acme"}""").Error,
        Does.Contain("lies in no folder that is there; make ").And.Not.Contain(".part"));

    [Test]
    public void SeedAlone_CountsNoLines()
    {
        var run = CliRun.With([], ["import", CliRun.ShippedSeed, "--out", Path.Combine(folder, "all.kgraph"), "--ontology", Ontology]);

        Assert.That(run.Out, Does.Match(@"conflicts\.\s+Ask\s+it").And.Not.Contain("lines"));
    }

    private CliRun Import(string target, params string[] lines)
    {
        var file = Path.Combine(folder, "facts.jsonl");
        File.WriteAllLines(file, lines);
        return CliRun.With([], ["import", file, "--out", target, "--ontology", Ontology]);
    }

    private CliRun ImportFile(string file) => CliRun.With([], ["import", file, "--out", Path.Combine(folder, "all.kgraph"), "--ontology", Ontology]);
}
