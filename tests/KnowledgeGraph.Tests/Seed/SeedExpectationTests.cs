using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>The base seed holds 7 facts, three of them OWNS.</summary>
public sealed class SeedExpectationTests
{
    private static FactSet Base { get; } = SeedReader.Read(SeedCase.Base(SeedTestFiles.Golden)).Facts!;

    [Test]
    public void CountsOnTheBounds_AreWithin() => Assert.That(
        Problems("""
            { "schemaVersion": 1, "facts": { "min": 7, "max": 7 }, "byEdgeType": { "OWNS": { "min": 3, "max": 3 } } }
            """),
        Is.Empty);

    [Test]
    public void NothingNamed_NothingBounded() => Assert.That(Problems("""{ "schemaVersion": 1 }"""), Is.Empty);

    [Test]
    public void NoFile_NothingExpected() =>
        Assert.That(SeedExpectations.Check(Path.Combine(SeedTestFiles.Golden, "base"), Base), Is.Empty);

    [Test]
    public void TooFewOrTooMany_EachPointedAt() => Assert.That(
        Problems("""
            {
              "schemaVersion": 1,
              "facts": { "min": 8, "max": 9 },
              "nodes": { "min": 0, "max": 1 },
              "byEdgeType": {
                "OWNS": { "min": 40, "max": 60 },
                "COMPONENT_OF": { "min": 0, "max": 0 }
              }
            }
            """),
        Is.EqualTo(new[]
        {
            "expectations.json:3:3 KG911 the seed has 7 facts, at least 8 are expected; facts were lost, or lower the floor in review",
            $"expectations.json:4:3 KG912 the seed has {Base.Nodes.Count} nodes, at most 1 is expected; nodes stand twice, or raise the ceiling in review",
            "expectations.json:6:5 KG911 OWNS has 3 facts, at least 40 are expected; facts were lost, or lower the floor in review",
            "expectations.json:7:5 KG912 COMPONENT_OF has 1 fact, at most 0 are expected; facts stand twice, or raise the ceiling in review",
        }));

    [Test]
    public void WrongNamesAndBounds_EachPointedAt() => Assert.That(
        Problems("""
            {
              "schemaVersion": 1,
              "facts": { "min": 9, "max": 3 },
              "nodes": { "min": 1.5, "max": 100 },
              "conflicts": { "min": 0 },
              "byNodeType": { "Compny": { "min": 0, "max": 9 } },
              "byEdgeType": { "OWNZ": { "min": 0, "max": 9 } },
              "bySource": { "daily-2024": { "min": 0, "max": 9 } },
              "bySorce": {}
            }
            """),
        Is.EqualTo(new[]
        {
            "expectations.json:3:3 KG913 the bounds are reversed: 9 to 3",
            "expectations.json:4:21 KG913 \"min\" is 1.5; it is a whole number from 0",
            "expectations.json:5:16 KG023 \"max\" is missing",
            "expectations.json:6:19 KG101 node type \"Compny\" is not in the ontology; did you mean Company?",
            "expectations.json:7:19 KG104 edge type \"OWNZ\" is not in the ontology; did you mean OWNS?",
            "expectations.json:8:17 KG304 source \"daily-2024\" does not exist; did you mean daily-2025?",
            "expectations.json:9:3 KG022 property \"bySorce\" is not known here; did you mean bySource?",
        }));

    private static IEnumerable<string> Problems(string file) =>
        SeedExpectations.Check(Encoding.UTF8.GetBytes(file), Base).Select(problem => problem.ToString());
}
