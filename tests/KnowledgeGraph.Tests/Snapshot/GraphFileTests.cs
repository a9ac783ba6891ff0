using System.Buffers.Binary;
using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;
using KnowledgeGraph.Storage;
using KnowledgeGraph.Tests.Neo4j;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Snapshot;

/// <summary>Graph files: what is written reads back, and nothing damaged is taken for data.</summary>
public sealed class GraphFileTests
{
    private static readonly FactSet Shipped = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
    private static readonly int Corruptions = int.Parse(Environment.GetEnvironmentVariable("KG_CORRUPTIONS") ?? "2000", CultureInfo.InvariantCulture);
    private string folder = null!;

    private string Target => Path.Combine(folder, "facts.kgraph");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kg-graph-file-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void ShippedSeed_ReadsBackWhole()
    {
        GraphFile.Write(Target, Shipped);
        var read = GraphFile.Open(Target).Facts;

        Assert.That(FactSetHash.Of(read), Is.EqualTo(Shipped.DataHash), "all of nodes, sources, facts, conflicts and vocabulary is in the hash");
        Assert.That(read.DataHash, Is.EqualTo(Shipped.DataHash));
        Assert.That(Descriptions(read), Is.EqualTo(Descriptions(Shipped)), "descriptions and colors are not");
        Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { Target }), "no part is left over");
    }

    [Test]
    public void ShippedSeed_IsLaidOutAsInMemory()
    {
        GraphFile.Write(Target, Shipped);
        var (mapped, held) = (GraphFile.Check(Target), new EmbeddedGraph(Shipped));

        Assert.That(Rows(mapped, mapped.Dependencies), Is.EqualTo(Rows(held, held.Dependencies)));
        Assert.That(Rows(mapped, mapped.Dependents), Is.EqualTo(Rows(held, held.Dependents)));
    }

    [Test]
    public void ShippedSeed_NamesTheSameFactsOfEachNode()
    {
        GraphFile.Write(Target, Shipped);
        var read = GraphFile.Open(Target).Facts;

        Assert.That(
            Shipped.Nodes.Select(node => string.Join(' ', read.FactsNaming(node.Id).Select(fact => fact.Id))),
            Is.EqualTo(Shipped.Nodes.Select(node => string.Join(' ', Shipped.FactsNaming(node.Id).Select(fact => fact.Id)))));
        Assert.That(read.FactsNaming("no-such-node"), Is.Empty);
    }

    [Test]
    public void EveryPartOfAFact_ReadsBack()
    {
        var set = SoundFullFacts();
        GraphFile.Write(Target, set);

        Assert.That(GraphFile.Check(Target).Facts.DataHash, Is.EqualTo(FactSetHash.Of(set)));
        Assert.That(FactSetHash.Of(GraphFile.Open(Target).Facts), Is.EqualTo(FactSetHash.Of(set)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void RandomFacts_ReadBack(int seed)
    {
        var set = SmallWorld.WithoutRoles(SmallWorld.Random(seed, 60, 400));
        GraphFile.Write(Target, set);

        Assert.That(FactSetHash.Of(GraphFile.Check(Target).Facts), Is.EqualTo(FactSetHash.Of(set)));
    }

    /// <summary>Any byte anywhere: in the header, the tables, a record, a column, or between them.</summary>
    [Test]
    public void AnyByteChanged_IsRefused()
    {
        GraphFile.Write(Target, Shipped, seedFingerprint: 7);
        var whole = File.ReadAllBytes(Target);
        var random = new Random(20261122);
        for (var i = 0; i < Corruptions; i++)
        {
            var at = random.Next(whole.Length);
            var before = whole[at];
            whole[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(Target, whole);
            Assert.That(() => GraphFile.Check(Target), Throws.TypeOf<InvalidDataException>(), $"byte {at}");
            whole[at] = before;
        }
    }

    /// <summary>A question that touches no damage gets the right answer; one that does is refused. Never a third thing.</summary>
    [Test]
    public void AnyByteChanged_AnswersRightlyOrRefuses()
    {
        GraphFile.Write(Target, Shipped);
        var whole = File.ReadAllBytes(Target);
        var right = Everything(GraphFile.Open(Target));
        var (random, refused) = (new Random(7), 0);
        for (var i = 0; i < Corruptions / 10; i++)
        {
            var at = random.Next(whole.Length);
            var before = whole[at];
            whole[at] = (byte)random.Next(256);
            File.WriteAllBytes(Target, whole);
            try
            {
                Assert.That(Everything(GraphFile.Open(Target)), Is.EqualTo(right), $"byte {at}");
            }
            catch (InvalidDataException damaged)
            {
                Assert.That(damaged.Message, Does.StartWith(Target));
                refused++;
            }

            whole[at] = before;
        }

        Assert.That(refused, Is.GreaterThan(0));
    }

    [Test]
    public void CutShort_IsRefused()
    {
        GraphFile.Write(Target, Shipped);
        var whole = File.ReadAllBytes(Target);
        for (var length = 0; length < whole.Length; length += 997)
        {
            File.WriteAllBytes(Target, whole[..length]);
            Assert.That(() => GraphFile.Open(Target), Throws.TypeOf<InvalidDataException>(), $"{length} bytes");
        }
    }

    [Test]
    public void NoGraphFile_SaysSo()
    {
        File.WriteAllText(Target, "{ \"nodes\": [] }, and some more to be as long as a header");

        Assert.That(() => GraphFile.Open(Target), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo($"{Target} is no graph file; kg build and kg import make one"));
    }

    [TestCase(4, "make it anew")]
    [TestCase(6, "read it with the newer program that made it")]
    public void OtherVersion_SaysWhatToDo(int version, string cure)
    {
        GraphFile.Write(Target, Shipped);
        var bytes = File.ReadAllBytes(Target);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), version);
        File.WriteAllBytes(Target, bytes);

        Assert.That(() => GraphFile.Open(Target), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(
            $"{Target} has version {version} of the format, this program reads version 5; {cure}"));
    }

    [Test]
    public void FailedWriter_LeavesTheOldFile()
    {
        GraphFile.Write(Target, Shipped);
        using (var writer = new GraphFileWriter(Target, Shipped.Ontology))
        {
            writer.Add(Shipped.Nodes[0], default);
        }

        Assert.That(GraphFile.Check(Target).Facts.DataHash, Is.EqualTo(Shipped.DataHash));
        Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { Target }), "no part is left over");
    }

    [Test]
    public void SeedUnchanged_FileIsTaken_SeedChanged_ItIsNot()
    {
        var seed = Path.Combine(folder, "seed");
        Copy(SeedTestFiles.ShippedSeed(), seed);
        GraphFile.Write(Target, Shipped, SeedFingerprint.Of(seed));
        Assert.That(GraphFile.OpenIfMadeFrom(Target, SeedFingerprint.Of(seed))?.Facts.DataHash, Is.EqualTo(Shipped.DataHash));

        File.AppendAllText(Path.Combine(seed, "facts", "trade.json"), "\n");
        Assert.That(GraphFile.OpenIfMadeFrom(Target, SeedFingerprint.Of(seed)), Is.Null);
    }

    [TestCase("123456789", 0xE3069283u)]
    [TestCase("", 0u)]
    public void Checksum_IsThatOfTheStandard(string text, uint checksum) =>
        Assert.That(Crc32C.Of(System.Text.Encoding.ASCII.GetBytes(text)), Is.EqualTo(checksum));

    /// <summary>Every optional field is filled, and what is named is of the right type.</summary>
    private static FactSet SoundFullFacts()
    {
        var full = FullFacts.Of(SmallOntology.Model);
        return new FactSet(
            full.Ontology,
            [
                .. full.Nodes.Select(node => node.Id == FullFacts.NodeId ? node : node with { Type = "Country" }),
                new Node { Id = "p1", Type = "Product", Name = "Part" },
            ],
            full.Sources,
            full.Facts.Select(fact => fact with { Roles = GraphBuilder.Products("p1") }),
            full.Conflicts);
    }

    /// <summary>All that questions read, as text.</summary>
    private static string Everything(EmbeddedGraph graph) => string.Join(
        '\n',
        [
            FactSetHash.Of(graph.Facts),
            .. Rows(graph, graph.Dependencies),
            .. Rows(graph, graph.Dependents),
            .. graph.Facts.Nodes.Select(node => string.Join(' ', graph.Facts.FactsNaming(node.Id).Select(fact => fact.Id))),
            .. graph.Facts.Nodes.Select(node => string.Join(' ', graph.Facts.NodesGoingBy(NameKey.Of(node.Name)).Select(found => found.Id))),
        ]);

    private static List<string> Rows(EmbeddedGraph graph, Adjacency rows)
    {
        var lines = new List<string>();
        for (var node = 0; node < graph.NodeCount; node++)
        {
            foreach (var edge in rows.Edges(node))
            {
                var columns = graph.Edges;
                var product = columns.Product[edge] is var index and >= 0 ? graph.NodeAt(index).Id : "-";
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"""
                    {graph.NodeAt(columns.From[edge]).Id} {graph.NodeAt(columns.To[edge]).Id} {graph.FactOf(edge).Id} {graph.TypeOf(edge).Name} {product}
                    {graph.NodeAt(columns.Whole(edge)).Id} {columns.Confidence[edge]} {columns.Status(edge)} {columns.IsDenied(edge)}
                    {columns.IsCurator(edge)} {columns.Validity(edge)}
                    """));
            }
        }

        return lines;
    }

    private static List<string> Descriptions(FactSet set) =>
    [
        .. set.Ontology.NodeTypes.Values.Select(type => $"{type.Description} {type.FollowTheMoney} {type.Color}"),
        .. set.Ontology.EdgeTypes.Values.Select(type => $"{type.Description} {type.FollowTheMoney}"),
        .. set.Ontology.Layers.Values.Select(layer => $"{layer.Description} {layer.Color}"),
        .. set.Ontology.Roles.Values.Select(role => role.Description),
    ];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
