using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>
/// Random small graphs, many side by side in one data set, each asked one question; the kinds take turns. Neo4j must answer as the
/// embedded engine does, to the byte. A tenth of KG_DIFFERENTIAL_CASES.
/// </summary>
[NonParallelizable]
internal sealed class RandomGraphDifferentialTests
{
    private const int FirstSeed = 7_000_000;
    private const int GraphsPerDataset = 250;

    private static readonly Func<RandomCase, IAsked>[] Kinds =
    [
        random => new Asked<PathsResult>(random.Path()), random => new Asked<PathsResult>(random.PathByRules()),
        random => new Asked<PathsResult>(random.PathInCypher()), random => new Asked<TiersResult>(random.Tier()),
        random => new Asked<PathsResult>(random.PathInCypher()),
        random => new Asked<ConnectionsResult>(random.Connection()), random => new Asked<CommonResult>(random.Common()),
        random => new Asked<FactsResult>(random.Facts()), random => new Asked<ShowResult>(random.Show()),
        random => new Asked<FindResult>(random.Find()), random => new Asked<ChokepointsResult>(random.Chokepoints()),
        random => new Asked<BridgesResult>(random.Bridges()),
        random => new Asked<CutResult>(random.Cut()), random => new Asked<FactsResult>(random.FactsOnADay()),
        random => new Asked<TiersResult>(random.Tier() with { IsClosure = true }),
        random => new Asked<TiersResult>(new NeighbourhoodQuestion { Anchor = random.AnyNode(), MaxHops = random.Between(1, 4), Filter = random.Tier().Filter }),
    ];

    [Test]
    public async Task RandomGraphs_AreAnsweredAlike()
    {
        var failures = new List<string>();
        var deliveries = new List<string?>();
        var seeds = Enumerable.Range(FirstSeed, RandomCase.Count / 10).ToList();
        foreach (var chunk in seeds.Chunk(GraphsPerDataset))
        {
            await CompareAsync(chunk, failures, deliveries);
        }

        var found = deliveries.Count(delivery => delivery?.StartsWith("the server found the paths", StringComparison.Ordinal) == true);
        TestContext.Out.WriteLine($"seeds {seeds[0]} to {seeds[^1]}: {deliveries.Count} questions, {found} answered by the server itself, {failures.Count} mismatches");
        Assert.That(string.Join("\n\n", failures.Take(3)), Is.Empty);
        Assert.That(found, Is.GreaterThan(seeds.Count / 50), "paths that Cypher finds itself are to be compared too");
    }

    private static async Task CompareAsync(int[] seeds, List<string> failures, List<string?> deliveries)
    {
        await using var database = TestDatabase.Open();
        var cases = seeds.Select(seed => (Seed: seed, Random: new RandomCase(seed, $"g{seed}-"))).ToList();
        var set = RandomCase.Together([.. cases.Select(each => each.Random)]);
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        var embedded = new EmbeddedQueries(new EmbeddedGraph(set));
        var neo4j = new Neo4jQueries(database.Transport, set.Ontology, database.Dataset);
        foreach (var (seed, random) in cases)
        {
            var question = Kinds[(seed - FirstSeed) % Kinds.Length](random);
            var (here, there, delivery) = await question.AskBothAsync(embedded, neo4j);
            deliveries.Add(delivery);
            if (here != there)
            {
                failures.Add($"seed {seed}\n{random.Draw(question.Question)}\nembedded {here}\nneo4j    {there}");
            }
        }
    }

    /// <summary>A question of any kind.</summary>
    private interface IAsked
    {
        public object Question { get; }

        public Task<(string Here, string There, string? Delivery)> AskBothAsync(EmbeddedQueries embedded, Neo4jQueries neo4j);
    }

    private sealed record Asked<TResult>(Question<TResult> Typed) : IAsked
        where TResult : Result
    {
        public object Question => Typed;

        public async Task<(string Here, string There, string? Delivery)> AskBothAsync(EmbeddedQueries embedded, Neo4jQueries neo4j)
        {
            var patient = Typed with { Bounds = Typed.Bounds with { Timeout = TimeSpan.FromMinutes(5) } };
            var there = await neo4j.AskAsync(patient);
            return (AnswerJson.Canonical(embedded.Ask(patient)), AnswerJson.Canonical(there), there.Run.Delivery);
        }
    }
}
