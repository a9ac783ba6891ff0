using KnowledgeGraph.Facts;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Import;

/// <summary>Facts by the line: what belongs together is written, what does not is named with its place and the reason.</summary>
public sealed class BulkImportTests
{
    private const string Paper = """{"id":"paper","title":"A paper","date":"2025-06","kind":"article"}""";
    private const string Acme = """{"id":"acme","type":"Company","name":"Acme"}""";
    private const string Bolt = """{"id":"bolt","type":"Company","name":"Bolt"}""";

    private static readonly FactSet Shipped = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;

    [Test]
    public void ShippedSeedByTheLine_HasTheSameHash()
    {
        using var folder = new ImportFolder();
        var report = folder.Import([folder.Write("facts.jsonl", ImportFolder.LinesOf(Shipped))]).Report!;

        Assert.That(report.Rejects, Is.Empty);
        Assert.That(report.Written.DataHash, Is.EqualTo(Shipped.DataHash));
        Assert.That(GraphFile.Check(folder.Target).Facts.DataHash, Is.EqualTo(Shipped.DataHash));
        Assert.That(folder.Files, Is.EqualTo(new[] { "all.kgraph", "facts.jsonl" }), "no rejects, and no part is left over");
    }

    [Test]
    public void LinesInAnyOrderAndFiles_GiveTheSameBytesToSearch()
    {
        using var folder = new ImportFolder();
        var lines = ImportFolder.LinesOf(Shipped).ToArray();
        new Random(5).Shuffle(lines);
        var report = folder.Import([folder.Write("a.jsonl", lines[..300]), folder.Write("b.jsonl", lines[300..])]).Report!;

        Assert.That(report.Rejects, Is.Empty);
        Assert.That(FactSetHash.Of(GraphFile.Check(folder.Target).Facts), Is.EqualTo(Shipped.DataHash));
    }

    [Test]
    public void SeedAndLines_AreJoined()
    {
        using var folder = new ImportFolder();
        var report = folder.Import([SeedTestFiles.ShippedSeed(), folder.Write("more.jsonl", Acme, Paper, Fact("x1", "acme", "CONTROLS", "integral"))]).Report!;

        Assert.That(report.Written.Facts, Is.EqualTo(Shipped.Facts.Count + 1));
        Assert.That(GraphFile.Open(folder.Target).Facts.FactsNaming("acme").Single().Object, Is.EqualTo("integral"));
    }

    [TestCase("""{"id":"f1","subject":"acme","type":"CONTROLZ","object":"bolt"}""", "4:36 KG104 predicate \"CONTROLZ\" is not in the ontology; did you mean CONTROLS?")]
    [TestCase("""{"id":"f 1","type":"Company","name":"Blank"}""", "4:7 KG301 id \"f 1\" is malformed; write printable ASCII without blank, quotation mark or backslash, at most 200 characters")]
    [TestCase("""{"id":"acme","type":"Company","name":"Again"}""", "4:1 KG302 node \"acme\" stands twice; the first is kept")]
    [TestCase("""{"id":"x","type":"Company","name":"X","size":3}""", "4:39 KG022 property \"size\" is not known here; allowed: id, type, name, shortName, names, country, identifiers, note")]
    [TestCase("""{"id":"x","type":"Company","name":"X","country":["nowhere"]}""", "4:1 KG303 node \"nowhere\" does not exist, or was not taken")]
    [TestCase("""{"id":"x","type":"Company","name":"X","country":["acme"]}""", "4:1 KG306 \"acme\" is of type Company; \"country\" takes nodes of type Country")]
    [TestCase("""{"id":"c1","facts":["f1","f2"],"note":"They differ."}""", "4:1 KG305 fact \"f1\" does not exist, or was not taken")]
    [TestCase("""{"id":"x","type":"Company","name":"X" """, "4:39 KG008 the line ends inside the object that starts at 4:1; was it cut off?")]
    [TestCase("""[1]""", "4:1 KG021 an object is expected here, found a list")]
    public void WrongLine_IsNamedWithItsPlace(string line, string message)
    {
        using var folder = new ImportFolder();

        Assert.That(folder.RejectsOf("facts.jsonl", Paper, Acme, Bolt, line).Split('\n'), Does.Contain(message));
        Assert.That(GraphFile.Check(folder.Target).Facts.Nodes.Select(node => node.Id), Is.EqualTo(new[] { "acme", "bolt" }), "the others are taken");
    }

    [TestCase("acme", "CONTROLS", "nobody", "paper", "KG303 node \"nobody\" does not exist, or was not taken")]
    [TestCase("acme", "PRODUCES", "bolt", "paper", "KG401 \"bolt\" is of type Company; the object of PRODUCES must be Product")]
    [TestCase("acme", "CONTROLS", "bolt", "book", "KG304 source \"book\" does not exist, or was not taken")]
    [TestCase("acme", "CONTROLS", "bolt", "undated", "KG504 no source of the fact has a date; give the fact \"attestedOn\", the day the source vouches for")]
    public void FactThatDoesNotBelong_IsNamedWithItsLine(string subject, string type, string @object, string source, string message)
    {
        using var folder = new ImportFolder();
        const string undated = """{"id":"undated","title":"Undated","kind":"article"}""";

        Assert.That(
            folder.RejectsOf("facts.jsonl", Fact("f1", subject, type, @object, source), Paper, Acme, Bolt, undated),
            Is.EqualTo("1:1 " + message));
        Assert.That(GraphFile.Check(folder.Target).Facts.Facts, Is.Empty);
    }

    [Test]
    public void NodeNotTaken_TakesItsFactsAndTheirConflictsAlong()
    {
        using var folder = new ImportFolder();
        var rejects = folder.RejectsOf(
            "facts.jsonl",
            Paper,
            Acme,
            """{"id":"bolt","type":"Company","name":"Bolt","country":["nowhere"]}""",
            Fact("f1", "acme", "CONTROLS", "bolt"),
            Fact("f2", "acme", "CONTROLS", "acme"),
            """{"id":"c1","facts":["f1","f2"],"note":"They differ."}""");

        Assert.That(rejects, Is.EqualTo("""
            3:1 KG303 node "nowhere" does not exist, or was not taken
            4:1 KG303 node "bolt" does not exist, or was not taken
            6:1 KG305 fact "f1" does not exist, or was not taken
            """));
    }

    [Test]
    public void NoRejects_TakesAnOldFileOfThemAway()
    {
        using var folder = new ImportFolder();
        Assert.That(folder.RejectsOf("facts.jsonl", "nonsense"), Is.Not.Empty);
        Assert.That(folder.RejectsOf("facts.jsonl", Acme), Is.Empty);
    }

    [Test]
    public void Interrupted_LeavesTheOldFiles()
    {
        using var folder = new ImportFolder();
        folder.Import([folder.Write("facts.jsonl", Acme, "nonsense")]);
        var (before, rejects) = (File.ReadAllBytes(folder.Target), File.ReadAllText(folder.Rejects));
        var many = folder.Write("many.jsonl", Enumerable.Range(0, 5000).Select(i => $$"""{"id":"n{{i}}","type":"Company","name":"N"}"""));

        Assert.That(() => folder.Import([many], new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(File.ReadAllBytes(folder.Target), Is.EqualTo(before));
        Assert.That(File.ReadAllText(folder.Rejects), Is.EqualTo(rejects));
        Assert.That(folder.Files, Is.EqualTo(new[] { "all.kgraph", "facts.jsonl", "many.jsonl", "rejects.txt" }));
    }

    /// <summary>Whatever bytes come, every line is taken or named, and the file is whole.</summary>
    [Test]
    public void LinesWithRandomBytes_AreTakenOrNamed()
    {
        var lines = ImportFolder.LinesOf(Shipped).ToArray();
        var random = new Random(20261128);
        for (var round = 0; round < 5; round++)
        {
            using var folder = new ImportFolder();
            var path = folder.Write("facts.jsonl", lines);
            var bytes = File.ReadAllBytes(path);
            for (var i = 0; i < 300; i++)
            {
                var at = random.Next(bytes.Length);
                bytes[at] = bytes[at] == '\n' ? (byte)'\n' : (byte)random.Next(256);
            }

            File.WriteAllBytes(path, bytes);
            var report = folder.Import([path]).Report!;
            var written = report.Written;
            Assert.That(written.Nodes + written.Sources + written.Facts + written.Conflicts + report.RejectCount, Is.EqualTo(report.Lines), $"round {round}");
            Assert.That(() => GraphFile.Check(folder.Target), Throws.Nothing, $"round {round}");
        }
    }

    [Test]
    public void UnsoundSeed_IsRefusedWhole()
    {
        using var folder = new ImportFolder();
        using var seed = Cli.SmallSeed.Broken();
        var (report, problems) = folder.Import([seed.Folder]);

        Assert.That(report, Is.Null);
        Assert.That(problems, Does.Contain("nodes/all.json:1:55 KG101 node type \"Compny\" is not in the ontology; did you mean Company?"));
        Assert.That(folder.Files, Is.Empty);
    }

    private static string Fact(string id, string subject, string type, string @object, string source = "paper") =>
        $$"""{"id":"{{id}}","subject":"{{subject}}","type":"{{type}}","object":"{{@object}}","status":"reported","confidence":0.9"""
        + $$""","confidenceReason":"stated","evidence":[{"source":"{{source}}","place":"line 1"}],"statement":"One controls the other.","""
        + """ "enteredBy":"T","enteredOn":"2026-01-02"}""";
}
