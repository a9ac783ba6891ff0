using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Random small graphs: the embedded engine against an oracle that tries everything. KG_DIFFERENTIAL_CASES sets how many.</summary>
[TestFixture]
internal sealed class DifferentialTests
{
    private const int QuestionsPerGraph = 3;

    [Test]
    public void RandomGraphs_PathsAreThoseOfTheOracle() => Compare(
        0,
        random => random.Path(),
        (random, question, engine) => PathComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphsWithoutAPath_RelaxationsAreThoseOfTheOracle() => Compare(
        1_000_000,
        random => random.Path(),
        (random, question, engine) => engine.Ask(question) is { Outcome: not Outcome.Found } answer
            ? RelaxationComparison.Differences(random.Set, question, answer)
            : []);

    [Test]
    public void RandomGraphs_RankedDisjointAndRuledPathsAreThoseOfTheOracle() => Compare(
        2_000_000,
        random => random.PathByRules(),
        (random, question, engine) => PathComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphsWithoutARuledPath_RelaxationsAreThoseOfTheOracle() => Compare(
        3_000_000,
        random => random.PathByRules(),
        (random, question, engine) => engine.Ask(question) is { Outcome: not Outcome.Found } answer
            ? RelaxationComparison.Differences(random.Set, question, answer)
            : []);

    [Test]
    public void RandomGraphs_TiersAreThoseOfTheOracle() => Compare(
        4_000_000,
        random => random.Tier(),
        (random, question, engine) => TierComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_ChokepointsAreThoseOfTheOracle() => Compare(
        8_000_000,
        random => random.Chokepoints(),
        (random, question, engine) => ChokepointComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_ClosuresAreThoseOfTheOracle() => Compare(
        9_000_000,
        random => random.Tier() with { IsClosure = true },
        (random, question, engine) => TierComparison.DifferencesOfClosure(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_NeighbourhoodsAreThoseOfTheOracle() => Compare(
        10_000_000,
        random => new NeighbourhoodQuestion { Anchor = random.AnyNode(), MaxHops = random.Between(1, 4), Filter = random.Tier().Filter },
        (random, question, engine) => TierComparison.DifferencesOfNeighbourhood(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_TiersInTimeOrderAreThoseOfTheOracle() => Compare(
        11_000_000,
        random => random.Tier() with { IsOrderedInTime = true },
        (random, question, engine) => TierComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_BridgesAreThoseOfTheOracle() => Compare(
        15_000_000,
        random => random.Bridges(),
        (random, question, engine) => BridgeComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_CutsAreThoseOfTheOracle() => Compare(
        12_000_000,
        random => random.Cut(),
        (random, question, engine) => CutComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_ConnectionsAreThoseOfTheOracle() => Compare(
        5_000_000,
        random => random.Connection(),
        (random, question, engine) => LinkComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_CommonNodesAreThoseOfTheOracle() => Compare(
        6_000_000,
        random => random.Common(),
        (random, question, engine) => LinkComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_FactsOnADayAreThoseOfTheOracle() => Compare(
        13_000_000,
        random => random.FactsOnADay(),
        (random, question, engine) => LinkComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_AlternativesAreThoseOfTheOracle() => Compare(
        14_000_000,
        random => random.Alternatives(),
        (random, question, engine) => AlternativesComparison.Differences(random.Set, question, engine.Ask(question)),
        isOfNeeds: true);

    /// <summary>A comparison shows nothing about what its graphs never hold.</summary>
    [Test]
    public void RandomGraphs_HoldEverythingThatPathsTripOver()
    {
        var graphs = Enumerable.Range(0, 500).Select(seed => GraphFeatures.Of(new RandomCase(seed).Set)).ToList();
        var counts = GraphFeatures.Names.ToDictionary(name => name, name => graphs.Count(features => features.Contains(name)));
        TestContext.Out.WriteLine($"of {graphs.Count} graphs: " + string.Join(", ", counts.Select(pair => $"{pair.Value} with {pair.Key}")));
        Assert.That(counts.Where(pair => pair.Value < graphs.Count / 20).Select(pair => pair.Key), Is.Empty);
    }

    private static void Compare<TQuestion>(
        int firstSeed,
        Func<RandomCase, TQuestion> draw,
        Func<RandomCase, TQuestion, EmbeddedQueries, List<string>> differences,
        bool isOfNeeds = false)
        where TQuestion : notnull
    {
        var failures = new List<string>();
        var seeds = Enumerable.Range(firstSeed, RandomCase.Count / QuestionsPerGraph).ToList();
        foreach (var seed in seeds)
        {
            var random = new RandomCase(seed, isOfNeeds: isOfNeeds);
            var engine = new EmbeddedQueries(new EmbeddedGraph(random.Set));
            for (var j = 0; j < QuestionsPerGraph; j++)
            {
                var question = draw(random);
                var found = differences(random, question, engine);
                if (found.Count > 0)
                {
                    failures.Add($"seed {seed}, question {j + 1}\n{random.Draw(question)}\n* {string.Join("\n* ", found)}");
                }
            }
        }

        TestContext.Out.WriteLine($"seeds {seeds[0]} to {seeds[^1]}: {seeds.Count * QuestionsPerGraph} questions, {failures.Count} mismatches");
        Assert.That(string.Join("\n\n", failures.Take(3)), Is.Empty);
    }
}
