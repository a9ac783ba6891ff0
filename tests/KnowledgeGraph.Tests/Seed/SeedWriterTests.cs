using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

public class SeedWriterTests
{
    private string folder = null!;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kg-seed-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void ShippedSeed_ReadsBackWithTheSameHash()
    {
        var seed = SeedTestFiles.ShippedSeed();
        var set = SeedReader.Read(seed).Facts!;
        SeedWriter.Write(set, Path.Combine(seed, "ontology.json"), folder);
        var back = SeedReader.Read(folder);
        Assert.That(back.Problems.Select(problem => problem.ToString()), Is.Empty);
        Assert.That(back.Facts!.DataHash, Is.EqualTo(set.DataHash));
        Assert.That(() => SeedWriter.Write(set, Path.Combine(seed, "ontology.json"), folder), Throws.InstanceOf<IOException>()
            .With.Message.EqualTo($"\"{folder}\" is not empty; name a folder that is empty or not there yet"));
    }
}
