using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Import;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;
using KnowledgeGraph.Tests.Cli;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Import;

/// <summary>
/// What is taken straight from its bytes is what the readers and rules of a seed would take, and makes the same file; compared line by line
/// over the shipped facts, changed at random.
/// </summary>
public sealed class PlainLineTests
{
    private static readonly FactSet Shipped = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
    private static readonly string[] Lines = [.. ImportFolder.LinesOf(Shipped)];
    private string folder = null!;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kg-plain-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void MostShippedFacts_ArePlain()
    {
        var (parser, piece, batch) = (Parser(), new LinePiece(), new RecordBatch());
        var plain = Lines.Count(line => TryTake(parser, Encoding.UTF8.GetBytes(line), piece, batch));

        Assert.That(plain, Is.GreaterThan(Shipped.Facts.Count / 2));
    }

    /// <summary>Blanks, another order of properties, wrong words, wrong numbers, escapes, half a line: taken alike or by the readers alone.</summary>
    [Test]
    public void LinesChangedAtRandom_AreTakenOnlyIfTheReadersTakeThem_AndAlike()
    {
        var problems = new ProblemList();
        var reader = SeedItemReader.Open(Path.Combine(CliRun.ShippedSeed, "ontology.json"), problems)!;
        var (random, taken) = (new Random(20261128), 0);
        using var plain = Writer("plain");
        using var read = Writer("read");
        var (parser, piece, batch, twice) = (Parser(), new LinePiece(), new RecordBatch(), new List<TakenTwice>());
        foreach (var source in Shipped.Sources)
        {
            plain.Add(source, default);
            read.Add(source, default);
        }

        for (var i = 0; i < 30_000; i++)
        {
            var original = Lines[random.Next(Lines.Length)];
            var line = Changed(i < Lines.Length ? Lines[i] : original.Replace("{\"id\":\"", $"{{\"id\":\"i{i}-", StringComparison.Ordinal), random, isChanged: i >= Lines.Length);
            var before = batch.End;
            if (!TryTake(parser, line, piece, batch))
            {
                continue;
            }

            plain.Add(batch, before, batch.End, piece.Bytes, twice);
            var item = reader.Read(new SeedFile("x", line, 1), problems);
            Assert.That(item, Is.Not.Null, () => $"{Encoding.UTF8.GetString(line)}\n{string.Join('\n', problems.Take())}");
            Assert.That(item is Node node ? read.Add(node, default) : read.Add((Fact)item!, default), Is.EqualTo(twice.Count == 0));
            twice.Clear();
            taken++;
        }

        Assert.That(taken, Is.GreaterThan(3000));
        Assert.That(Finished(plain, "plain"), Is.EqualTo(Finished(read, "read")));
    }

    [Test]
    public void PlainAndReadLines_GiveTheSameFile()
    {
        using var compact = new ImportFolder();
        using var spread = new ImportFolder();
        compact.Import([compact.Write("facts.jsonl", Lines)]);
        spread.Import([spread.Write("facts.jsonl", Lines.Select(line => line.Replace("\":", "\" : ", StringComparison.Ordinal)))]);

        Assert.That(File.ReadAllBytes(compact.Target), Is.EqualTo(File.ReadAllBytes(spread.Target)));
    }

    private static LineParser Parser() =>
        new(null!, SeedItemReader.Open(Path.Combine(CliRun.ShippedSeed, "ontology.json"), new ProblemList())!, null, new ProblemList());

    private static bool TryTake(LineParser parser, byte[] line, LinePiece piece, RecordBatch batch) =>
        parser.TryTakePlain(piece, new Line(1, piece.Add(line), line.Length), default, batch);

    private string Finished(GraphFileWriter writer, string name)
    {
        var refusals = new List<string>();
        writer.Finish(refusal => refusals.Add(refusal.Code + refusal.Reason), 0);
        return string.Join('\n', refusals) + Convert.ToHexString(File.ReadAllBytes(Path.Combine(folder, name)));
    }

    private GraphFileWriter Writer(string name) => new(Path.Combine(folder, name), Shipped.Ontology);

    private static byte[] Changed(string line, Random random, bool isChanged)
    {
        var bytes = Encoding.UTF8.GetBytes(line).ToList();
        for (var change = isChanged ? random.Next(3) : 0; change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, " ,:\"\\{}[]0e-."u8[random.Next(13)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at - 1));
                    break;
                default:
                    Shuffle(bytes, random);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Moves the first property to the end, if that is how the line is built.</summary>
    private static void Shuffle(List<byte> bytes, Random random)
    {
        var end = bytes.IndexOf((byte)',');
        if (end > 1 && bytes[^1] == (byte)'}' && random.Next(2) == 0)
        {
            byte[] first = [.. bytes[1..end]];
            bytes.RemoveRange(1, end);
            bytes.InsertRange(bytes.Count - 1, [(byte)',', .. first]);
        }
    }
}
