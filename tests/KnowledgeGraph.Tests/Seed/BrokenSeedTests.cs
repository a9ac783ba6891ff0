using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

public class BrokenSeedTests
{
    private static IEnumerable<TestCaseData> Cases() =>
        SeedCase.All(SeedTestFiles.Golden).Select(seed => new TestCaseData(seed).SetArgDisplayNames(seed.Name));

    [TestCaseSource(nameof(Cases))]
    public void BrokenSeed_IsPointedAtWithWholeText(SeedCase broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        var result = SeedReader.Read(broken.Apply(SeedCase.Base(SeedTestFiles.Golden)));

        Assert.That(result.Problems.Select(problem => problem.ToString()), Is.EqualTo(broken.Expected));
        Assert.That(result.Problems, Is.Not.Empty);
        Assert.That(result.Facts, Is.Null);
    }

    [Test]
    public void BaseSeed_IsSound()
    {
        var result = SeedReader.Read(SeedCase.Base(SeedTestFiles.Golden));

        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Counts, Is.EqualTo(new SeedCounts(Files: 6, Nodes: 6, Sources: 3, Facts: 7, Conflicts: 1)));
        Assert.That(result.FactsByFile, Is.EqualTo(new Dictionary<string, int> { ["facts/control.json"] = 4, ["facts/supply.json"] = 3 }));
    }

    [Test]
    public void EveryCode_IsProvokedTwice()
    {
        var said = SeedCase.All(SeedTestFiles.Golden).SelectMany(broken => broken.Expected).Select(line => line.Split(' ')[1])
            .CountBy(code => code).ToDictionary();
        string[] provokedByFiles = ["KG000", "KG001", "KG002", "KG003", "KG004", "KG005", "KG006", "KG007", "KG009", "KG011"];
        var rare = Codes().Except(provokedByFiles).Where(code => said.GetValueOrDefault(code) < 2);

        Assert.That(rare, Is.Empty);
    }

    [Test]
    public void EveryCode_StandsInTheReadme()
    {
        var readme = Path.Combine(SeedTestFiles.Repository().FullName, "src", "KnowledgeGraph", "Seed", "README.md");
        var explained = File.ReadLines(readme).Where(line => line.StartsWith("| KG", StringComparison.Ordinal)).Select(line => line[2..7]);

        Assert.That(explained, Is.EqualTo(Codes().Concat(Codes("KnowledgeGraph.Seed.ExpectationCode"))));
    }

    private static IEnumerable<string> Codes(string type = "KnowledgeGraph.Facts.Json.SeedCode") => typeof(SeedReader).Assembly.GetType(type)!
        .GetFields().Select(field => (string)field.GetRawConstantValue()!);
}
