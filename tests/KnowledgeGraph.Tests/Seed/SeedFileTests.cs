using System.Text;
using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>Files that text edits cannot show: encodings, sizes, depths, missing and stray files, folders.</summary>
public class SeedFileTests
{
    private static string[] Lines(SeedResult result)
    {
        Assert.That(result.Facts, result.Problems.Count > 0 ? Is.Null : Is.Not.Null);
        return [.. result.Problems.Select(problem => problem.ToString())];
    }

    [Test]
    public void Utf16_IsNamed([Values("utf-16", "utf-16BE")] string encoding, [Values] bool hasMark)
    {
        var text = Encoding.UTF8.GetString(SeedTestFiles.Bytes("conflicts.json"));
        var from = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? from.GetPreamble() : [], .. from.GetBytes(text)];

        Assert.That(
            Lines(SeedReader.Read(SeedTestFiles.With("conflicts.json", bytes))),
            Is.EqualTo(new[] { "conflicts.json:1:1 KG006 the file is UTF-16 or UTF-32; save it as UTF-8 without BOM" }));
    }

    [Test]
    public void ByteOrderMark_IsNamed()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. SeedTestFiles.Bytes("conflicts.json")];

        Assert.That(
            Lines(SeedReader.Read(SeedTestFiles.With("conflicts.json", bytes))),
            Is.EqualTo(new[] { "conflicts.json:1:1 KG006 the file begins with a byte order mark; save it as UTF-8 without BOM" }));
    }

    [Test]
    public void Latin1Byte_IsPointedAt()
    {
        var bytes = SeedTestFiles.Bytes("conflicts.json");
        bytes[Encoding.UTF8.GetString(bytes).IndexOf("shares", StringComparison.Ordinal)] = 0xE9;

        Assert.That(
            Lines(SeedReader.Read(SeedTestFiles.With("conflicts.json", bytes))),
            Is.EqualTo(new[] { "conflicts.json:4:60 KG006 byte 0xE9 is not UTF-8; save the file as UTF-8 without BOM" }));
    }

    [Test]
    public void CharacterCutInHalf_IsPointedAtBehindWholeCharacters()
    {
        var bytes = SeedTestFiles.Bytes("nodes/all.json");
        var cut = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Split("арусь")[0]).Length + 1;

        Assert.That(
            Lines(SeedReader.Read(SeedTestFiles.With("nodes/all.json", bytes[..cut]))),
            Is.EqualTo(new[] { "nodes/all.json:4:86 KG006 byte 0xD0 is not UTF-8; save the file as UTF-8 without BOM" }));
    }

    [TestCase("")]
    [TestCase(" \n\t ")]
    public void EmptyFile_IsNamed(string text) => Assert.That(
        Lines(SeedReader.Read(SeedTestFiles.With("conflicts.json", text))),
        Is.EqualTo(new[] { "conflicts.json:1:1 KG007 the file is empty; delete it or give it its content" }));

    [TestCase("[", "conflicts.json:1:33 KG009 nested more than 32 levels deep; the seed needs no more than 8")]
    [TestCase("{\"a\":", "conflicts.json:1:161 KG009 nested more than 32 levels deep; the seed needs no more than 8")]
    public void DeepNesting_IsRefused(string bracket, string expected)
    {
        var text = string.Concat(Enumerable.Repeat(bracket, 10_000)) + "1";

        Assert.That(Lines(SeedReader.Read(SeedTestFiles.With("conflicts.json", text))), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void DeepestNestingAllowed_IsReadAndReportedAsUnknown()
    {
        var text = "{\"schemaVersion\":1,\"conflicts\":[],\"x\":" + new string('[', 31) + new string(']', 31) + "}";

        Assert.That(
            Lines(SeedReader.Read(SeedTestFiles.With("conflicts.json", text))),
            Is.EqualTo(new[] { "conflicts.json:1:35 KG022 property \"x\" is not known here; allowed: schemaVersion, conflicts" }));
    }

    [Test]
    public void FileOver64Megabytes_IsRefused() => Assert.That(
        Lines(SeedReader.Read(SeedTestFiles.With("conflicts.json", new byte[(64 << 20) + 1]))),
        Is.EqualTo(new[] { "conflicts.json:1:1 KG005 the file has 67108865 bytes, at most 67108864 are read; split it by theme" }));

    [Test]
    public void FileOver64MegabytesOnDisk_IsRefusedUnread()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(Path.Combine(folder.Path, "sources.json")))
        {
            file.SetLength(5L << 30);
        }

        Assert.That(
            Lines(SeedReader.Read(folder.Path)),
            Has.Member("sources.json:1:1 KG005 the file has 5368709120 bytes, at most 67108864 are read; split it by theme"));
    }

    [TestCase(1_000, 1_000, "conflicts.json:1:11029 KG022 property \"x999\" is not known here; allowed: schemaVersion, conflicts")]
    [TestCase(1_001, 1_001, ".:1:1 KG000 1 more problem is not shown; mend these first")]
    public void ProblemsBeyondAThousand_AreCounted(int problems, int lines, string last)
    {
        var properties = string.Concat(Enumerable.Range(0, problems).Select(i => $", \"x{i:D3}\": 0"));
        var said = Lines(SeedReader.Read(SeedTestFiles.With("conflicts.json", $$"""{ "schemaVersion": 1, "conflicts": []{{properties}} }""")));

        Assert.That((said.Length, said[^1]), Is.EqualTo((lines, last)));
    }

    [TestCase("facts/x.JSON")]
    [TestCase("facts/notes.txt")]
    [TestCase("facts/2025/x.json")]
    [TestCase("Nodes/all.json")]
    [TestCase("extra.json")]
    public void StrayFile_IsNamed(string name) => Assert.That(
        Lines(SeedReader.Read(SeedTestFiles.With(name, "{}"))),
        Is.EqualTo(new[]
        {
            $"{name}:1:1 KG004 nobody reads this file; a seed is ontology.json, sources.json, conflicts.json, nodes/*.json and facts/*.json",
        }));

    [TestCase("README.md")]
    [TestCase("facts/README.md")]
    [TestCase("expectations.json")]
    [TestCase("questions/a.json")]
    [TestCase("neo4j-browser/guide.html")]
    [TestCase(".gitignore")]
    [TestCase("nodes/.swp")]
    public void FileForOthers_IsIgnored(string name) => Assert.That(Lines(SeedReader.Read(SeedTestFiles.With(name, "not JSON"))), Is.Empty);

    [Test]
    public void MissingOntology_IsNamedAlone() => Assert.That(
        Lines(SeedReader.Read(SeedTestFiles.Without("ontology.json"))),
        Is.EqualTo(new[] { "ontology.json:1:1 KG002 the file is missing; a seed needs ontology.json and sources.json" }));

    [Test]
    public void MissingSources_AreNamedAlone() => Assert.That(
        Lines(SeedReader.Read(SeedTestFiles.Without("sources.json"))),
        Is.EqualTo(new[] { "sources.json:1:1 KG002 the file is missing; a seed needs ontology.json and sources.json" }));

    [Test]
    public void NoFilesAtAll_AreNamed() => Assert.That(
        Lines(SeedReader.Read([])),
        Is.EqualTo(new[]
        {
            "ontology.json:1:1 KG002 the file is missing; a seed needs ontology.json and sources.json",
            "sources.json:1:1 KG002 the file is missing; a seed needs ontology.json and sources.json",
        }));

    [Test]
    public void FileGivenTwice_IsNamed()
    {
        var seed = SeedCase.Base(SeedTestFiles.Golden);

        Assert.That(
            Lines(SeedReader.Read([.. seed, seed.First(file => file.Name == "conflicts.json")])),
            Is.EqualTo(new[] { "conflicts.json:1:1 KG011 the file is given twice; keep one" }));
    }

    [Test]
    public void FileGivenTwiceWithOtherContent_IsNamed() => Assert.That(
        Lines(SeedReader.Read([.. SeedCase.Base(SeedTestFiles.Golden), ("nodes/all.json", "{}"u8.ToArray())])),
        Has.Member("nodes/all.json:1:1 KG011 the file is given twice; keep one"));

    [Test]
    public void FileInsteadOfTheFolder_IsNamed()
    {
        var file = Path.Combine(SeedTestFiles.Golden, "base", "ontology.json");

        Assert.That(
            Lines(SeedReader.Read(file))[0], Is.EqualTo($".:1:1 KG001 there is no folder {file}; give the folder that holds ontology.json"));
    }

    [Test]
    public void MissingFolder_IsNamed() => Assert.That(
        Lines(SeedReader.Read("/no/such/folder")),
        Is.EqualTo(new[] { ".:1:1 KG001 there is no folder /no/such/folder; give the folder that holds ontology.json" }));

    [Test]
    public void Folder_ReadsAsTheSameFilesInMemory()
    {
        var fromDisk = SeedReader.Read(Path.Combine(SeedTestFiles.Golden, "base"));
        var fromMemory = SeedReader.Read([.. SeedCase.Base(SeedTestFiles.Golden).Reverse()]);

        Assert.That(Lines(fromDisk), Is.Empty);
        Assert.That(fromDisk.Facts!.DataHash, Is.EqualTo(fromMemory.Facts!.DataHash));
    }

    [Test]
    public void FolderInsteadOfFile_AndStrayFolder_AreNamed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "ontology.json"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "facts", "2025"));

        Assert.That(
            Lines(SeedReader.Read(folder.Path)),
            Is.EqualTo(new[]
            {
                "facts/2025/:1:1 KG004 nobody reads this folder; nodes and facts stand directly in nodes/ and facts/",
                "ontology.json:1:1 KG002 the file is missing; a seed needs ontology.json and sources.json",
                "ontology.json/:1:1 KG004 nobody reads this folder; nodes and facts stand directly in nodes/ and facts/",
                "sources.json:1:1 KG002 the file is missing; a seed needs ontology.json and sources.json",
            }));
    }

    [Test]
    public void UnreadableFile_IsNamed()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "ontology.json"), Path.Combine(folder.Path, "nowhere"));

        Assert.That(Lines(SeedReader.Read(folder.Path))[0], Does.StartWith("ontology.json:1:1 KG003 the file cannot be read: "));
    }

    [Test]
    public void LinkThatLeadsInACircle_IsNamed()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "sources.json"), Path.Combine(folder.Path, "sources.json"));

        Assert.That(Lines(SeedReader.Read(folder.Path)), Has.Some.StartsWith("sources.json:1:1 KG003 the file cannot be read: "));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("kg-seed-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
