using System.Text.Json;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>Bytes of sound seeds deleted, doubled and flipped at random: the reader never throws, and never takes damage for data.</summary>
public class MutatedSeedTests
{
    private const int Rounds = 500;
    private const int RandomSeed = 20261122;

    [Test]
    public void MutatedShippedSeed_IsRefusedOrDiffersOnlyInContents()
    {
        var folder = SeedTestFiles.ShippedSeed();
        Mutate([.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))]);
    }

    [Test]
    public void MutatedBaseSeed_IsRefusedOrDiffersOnlyInContents() => Mutate(SeedCase.Base(SeedTestFiles.Golden));

    private static void Mutate(IReadOnlyList<(string Name, byte[] Bytes)> seed)
    {
        TestContext.Out.WriteLine($"random seed {RandomSeed}, {Rounds} rounds");
        var random = new Random(RandomSeed);
        var sound = SeedReader.Read(seed);
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var position = random.Next(seed.Count);
            var mutated = seed.ToArray();
            mutated[position].Bytes = Mutation(mutated[position].Bytes, random, out var what);
            var result = SeedReader.Read(mutated);

            Assert.That(result.Facts is null, Is.EqualTo(result.Problems.Count > 0));
            if (result.Facts is { } facts)
            {
                accepted++;
                var where = $"round {round}, {seed[position].Name}, {what}";
                Assert.That(IsSame(facts, sound.Facts) || SameShape(seed[position].Bytes, mutated[position].Bytes), Is.True, where);
            }
        }

        TestContext.Out.WriteLine($"accepted {accepted}");
    }

    private static byte[] Mutation(byte[] bytes, Random random, out string what)
    {
        var at = random.Next(bytes.Length);
        var length = Math.Min(random.Next(1, 9), bytes.Length - at);
        var kind = random.Next(3);
        what = $"kind {kind} at byte {at}, {length} long";
        byte[] flipped = [.. bytes];
        flipped[at] ^= (byte)(1 << random.Next(8));
        return kind switch
        {
            0 => [.. bytes[..at], .. bytes[(at + length)..]],
            1 => [.. bytes[..(at + length)], .. bytes[at..]],
            _ => flipped,
        };
    }

    private static bool IsSame(FactSet facts, FactSet? sound) => facts.DataHash == sound?.DataHash;

    /// <summary>
    /// Whether two files have the same tokens except for the contents of texts and numbers. A flag or property that may be left out
    /// counts as contents only by its value, never by its presence.
    /// </summary>
    private static bool SameShape(byte[] before, byte[] after) => Shape(before).SequenceEqual(Shape(after));

    private static List<string> Shape(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var shape = new List<string>();
        while (reader.Read())
        {
            shape.Add(reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : reader.TokenType.ToString());
        }

        return shape;
    }
}
