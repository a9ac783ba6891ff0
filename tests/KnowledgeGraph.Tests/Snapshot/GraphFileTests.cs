using System.Buffers.Binary;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Snapshot;

/// <summary>Graph files: what is written reads back, and nothing damaged is taken for data.</summary>
public sealed class GraphFileTests
{
    private static readonly FactSet Shipped = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
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
        var read = GraphFile.Read(Target);

        Assert.That(FactSetHash.Of(read), Is.EqualTo(Shipped.DataHash), "all of nodes, sources, facts, conflicts and vocabulary is in the hash");
        Assert.That(read.DataHash, Is.EqualTo(Shipped.DataHash));
        Assert.That(Descriptions(read), Is.EqualTo(Descriptions(Shipped)), "descriptions and colors are not");
        Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { Target }), "no part is left over");
    }

    [Test]
    public void AnyByteChanged_IsRefused()
    {
        var whole = GraphFile.BytesOf(Shipped, seedFingerprint: 7);
        var random = new Random(20261122);
        for (var i = 0; i < 10_000; i++)
        {
            var damaged = (byte[])whole.Clone();
            var at = random.Next(damaged.Length);
            damaged[at] ^= (byte)(1 << random.Next(8));
            Assert.That(() => GraphFile.FactsIn(damaged, "x"), Throws.TypeOf<InvalidDataException>(), $"byte {at}");
        }
    }

    [Test]
    public void CutShort_IsRefused()
    {
        var whole = GraphFile.BytesOf(Shipped, seedFingerprint: 0);
        for (var length = 0; length < whole.Length; length += 997)
        {
            Assert.That(() => GraphFile.FactsIn(whole[..length], "x"), Throws.TypeOf<InvalidDataException>(), $"{length} bytes");
        }
    }

    [Test]
    public void NoGraphFile_SaysSo()
    {
        File.WriteAllText(Target, "{ \"nodes\": [] }, and some more to be as long as a header");

        Assert.That(() => GraphFile.Read(Target), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo($"{Target} is no graph file; kg build makes one"));
    }

    [Test]
    public void OtherVersion_SaysWhatToDo()
    {
        var bytes = GraphFile.BytesOf(Shipped, seedFingerprint: 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 3);

        Assert.That(() => GraphFile.FactsIn(bytes, "x.kgraph"), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(
            "x.kgraph has version 3 of the format, this program reads version 2; make it anew with kg build"));
    }

    /// <summary>Somebody may make a file whose checksum is right and whose records are nonsense.</summary>
    [Test]
    public void NonsenseWithARightChecksum_IsRefusedOrHarmless()
    {
        var whole = GraphFile.BytesOf(Shipped, seedFingerprint: 0);
        var random = new Random(11);
        for (var i = 0; i < 1_000; i++)
        {
            var forged = (byte[])whole.Clone();
            forged[32 + random.Next(forged.Length - 32)] = (byte)random.Next(256);
            BinaryPrimitives.WriteUInt32LittleEndian(forged.AsSpan(12), Crc32C.Of(forged.AsSpan(16)));
            try
            {
                _ = GraphFile.FactsIn(forged, "x").Facts.Count;
            }
            catch (InvalidDataException)
            {
                // Refused, which is right too.
            }
        }
    }

    [Test]
    public void SeedUnchanged_FileIsTaken_SeedChanged_ItIsNot()
    {
        var seed = Path.Combine(folder, "seed");
        Copy(SeedTestFiles.ShippedSeed(), seed);
        GraphFile.Write(Target, Shipped, SeedFingerprint.Of(seed));
        Assert.That(GraphFile.ReadIfMadeFrom(Target, SeedFingerprint.Of(seed))?.DataHash, Is.EqualTo(Shipped.DataHash));

        File.AppendAllText(Path.Combine(seed, "facts", "trade.json"), "\n");
        Assert.That(GraphFile.ReadIfMadeFrom(Target, SeedFingerprint.Of(seed)), Is.Null);
    }

    [TestCase("123456789", 0xE3069283u)]
    [TestCase("", 0u)]
    public void Checksum_IsThatOfTheStandard(string text, uint checksum) =>
        Assert.That(Crc32C.Of(System.Text.Encoding.ASCII.GetBytes(text)), Is.EqualTo(checksum));

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
