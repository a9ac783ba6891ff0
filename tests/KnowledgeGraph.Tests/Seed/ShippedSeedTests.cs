using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

public class ShippedSeedTests
{
    [Test]
    public void ShippedSeed_HasNoProblem()
    {
        var result = SeedReader.Read(SeedTestFiles.ShippedSeed());

        Assert.That(result.Problems.Select(problem => problem.ToString()), Is.Empty);
        Assert.That(result.Facts!.Facts, Is.Not.Empty);
    }

    [Test]
    public void ShippedSeed_IsAsLargeAsExpected()
    {
        var seed = SeedTestFiles.ShippedSeed();

        Assert.That(SeedExpectations.Check(seed, SeedReader.Read(seed).Facts!).Select(problem => problem.ToString()), Is.Empty);
    }
}
