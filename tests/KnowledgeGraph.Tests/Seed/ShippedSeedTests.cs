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

    [Test]
    public void People_CarryNoNumbersOfTheirs()
    {
        var people = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!.Nodes.Where(node => node.Type == "Person").ToList();

        Assert.That(people, Is.Not.Empty);
        Assert.That(people.Where(person => person.Identifiers.Count > 0), Is.Empty);
    }

    [TestCase("integral")]
    [TestCase("mzkt")]
    public void FirmListedUnderTwoActs_IsOneNode(string firm)
    {
        var listings = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!.Facts.Where(fact => fact.Subject == firm && fact.Type == "LISTED_UNDER");

        Assert.That(listings.Select(fact => fact.Object), Is.EquivalentTo(new[] { "regulation-269-2014", "regulation-765-2006" }));
    }
}
