using System.Globalization;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Random small graphs: the embedded engine against an oracle that tries everything. KG_DIFFERENTIAL_CASES sets how many.</summary>
[TestFixture]
internal sealed class DifferentialTests
{
    private const int DefaultCases = 2_000;
    private const int QuestionsPerGraph = 3;

    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("KG_DIFFERENTIAL_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
            ? cases
            : DefaultCases;

    [Test]
    public void RandomGraphs_PathsAreThoseOfTheOracle() => Compare(
        seed => seed,
        random => random.Path(),
        (random, question, engine) => PathComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_RankedDisjointAndRuledPathsAreThoseOfTheOracle() => Compare(
        seed => 2_000_000 + seed,
        random => random.PathByRules(),
        (random, question, engine) => PathComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphsWithoutARuledPath_RelaxationsAreThoseOfTheOracle() => Compare(
        seed => 3_000_000 + seed,
        random => random.PathByRules(),
        (random, question, engine) => engine.Ask(question) is { Outcome: not Outcome.Found } answer
            ? RelaxationComparison.Differences(random.Set, question, answer)
            : []);

    [Test]
    public void RandomGraphsWithoutAPath_RelaxationsAreThoseOfTheOracle() => Compare(
        seed => 1_000_000 + seed,
        random => random.Path(),
        (random, question, engine) => engine.Ask(question) is { Outcome: not Outcome.Found } answer
            ? RelaxationComparison.Differences(random.Set, question, answer)
            : []);

    [Test]
    public void RandomGraphs_TiersAreThoseOfTheOracle() => Compare(
        seed => -1 - seed,
        random => random.Tier(),
        (random, question, engine) => TierComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_ChokepointsAreThoseOfTheOracle() => Compare(
        seed => 4_000_000 + seed,
        random => random.Chokepoints(),
        (random, question, engine) => ChokepointComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_ClosuresAreThoseOfTheOracle() => Compare(
        seed => 8_000_000 + seed,
        random => random.Tier() with { IsClosure = true },
        (random, question, engine) => TierComparison.DifferencesOfClosure(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_NeighbourhoodsAreThoseOfTheOracle() => Compare(
        seed => 5_000_000 + seed,
        random => new NeighbourhoodQuestion { Anchor = random.AnyNode(), MaxHops = random.Between(1, 4), Filter = random.Tier().Filter },
        (random, question, engine) => TierComparison.DifferencesOfNeighbourhood(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_TiersInTimeOrderAreThoseOfTheOracle() => Compare(
        seed => 6_000_000 + seed,
        random => random.Tier() with { IsOrderedInTime = true },
        (random, question, engine) => TierComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_CutsAreThoseOfTheOracle() => Compare(
        seed => 9_000_000 + seed,
        random => random.Cut(),
        (random, question, engine) => CutComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_ConnectionsAreThoseOfTheOracle() => Compare(
        seed => 12_000_000 + seed,
        random => random.Connection(),
        (random, question, engine) => LinkComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_CommonNodesAreThoseOfTheOracle() => Compare(
        seed => 10_000_000 + seed,
        random => random.Common(),
        (random, question, engine) => LinkComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_FactsOnADayAreThoseOfTheOracle() => Compare(
        seed => 11_000_000 + seed,
        random => random.FactsOnADay(),
        (random, question, engine) => LinkComparison.Differences(random.Set, question, engine.Ask(question)));

    [Test]
    public void RandomGraphs_AlternativesAreThoseOfTheOracle() => Compare(
        seed => 13_000_000 + seed,
        random => random.Alternatives(),
        (random, question, engine) => AlternativesComparison.Differences(random.Set, question, engine.Ask(question)),
        isOfNeeds: true);

    private static void Compare<TQuestion>(
        Func<int, int> seedOf,
        Func<RandomCase, TQuestion> draw,
        Func<RandomCase, TQuestion, EmbeddedQueries, List<string>> differences,
        bool isOfNeeds = false)
        where TQuestion : notnull
    {
        var failures = new List<string>();
        for (var i = 0; i < Cases / QuestionsPerGraph && failures.Count < 3; i++)
        {
            var random = new RandomCase(seedOf(i), isOfNeeds);
            var engine = new EmbeddedQueries(new EmbeddedGraph(random.Set));
            for (var j = 0; j < QuestionsPerGraph; j++)
            {
                var question = draw(random);
                var found = differences(random, question, engine);
                if (found.Count > 0)
                {
                    failures.Add($"seed {seedOf(i)}, question {j + 1}\n{random.Draw(question)}\n* {string.Join("\n* ", found)}");
                }
            }
        }

        Assert.That(string.Join("\n\n", failures), Is.Empty);
    }
}
