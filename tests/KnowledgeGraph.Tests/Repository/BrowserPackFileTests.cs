using KnowledgeGraph.Neo4j.Browser;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Repository;

/// <summary>The pack for Neo4j Browser in graph-seed is the one that <c>kg browser pack</c> makes; <c>KG_UPDATE_GOLDEN=1</c> makes it anew.</summary>
public sealed class BrowserPackFileTests
{
    [Test]
    public async Task Pack_IsNotStale()
    {
        var seed = SeedTestFiles.ShippedSeed();
        var folder = Path.Combine(seed, "neo4j-browser");
        var questions = SavedQuestionReader.Read(Path.Combine(seed, "questions")).Questions;
        var pack = await BrowserPack.MakeAsync(SeedReader.Read(seed).Facts!, questions, "default", new Uri("http://localhost:8001/"));
        foreach (var file in pack.Files)
        {
            var path = Path.Combine(folder, file.Name);
            if (Environment.GetEnvironmentVariable("KG_UPDATE_GOLDEN") == "1")
            {
                Directory.CreateDirectory(folder);
                await File.WriteAllBytesAsync(path, file.Bytes);
            }

            Assert.That(path, Does.Exist, "kg browser pack makes it");
            Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(file.Bytes.ToArray()), $"{file.Name} is stale; kg browser pack makes it anew, then read the difference");
        }

        Assert.That(Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName), Is.EquivalentTo(pack.Files.Select(file => file.Name)), "made files only");
    }
}
