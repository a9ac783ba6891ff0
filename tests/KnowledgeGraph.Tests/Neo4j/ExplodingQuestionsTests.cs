using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>
/// The other modes and questions on 60 nodes, each depending on every other, with a confidence and a time for each fact: on both engines
/// they end at a bound that they name, or find the same.
/// </summary>
[NonParallelizable]
internal sealed class ExplodingQuestionsTests
{
    private static readonly SearchBounds Bounds = new(Limit: 200, Timeout: TimeSpan.FromSeconds(2));

    private static readonly PathQuestion All = new() { From = "n00", To = "n59", Mode = PathMode.All, MaxHops = 12, Bounds = Bounds };

    private static readonly PathQuestion[] Paths =
    [
        All,
        All with { Order = PathOrder.Reliability },
        All with { Order = PathOrder.Width },
        All with { Mode = PathMode.EdgeDisjoint, K = 100 },
        All with { Mode = PathMode.NodeDisjoint, K = 100 },
        All with { Via = ["n30", "n20", "n10"] },
        All with { Edges = "(DEPENDS_ON . DEPENDS_ON)+" },
        All with { IsOrderedInTime = true },
        All with { IsOrderedInTime = true, Order = PathOrder.Reliability },
    ];

    [Test]
    public async Task EveryQuestion_EndsAtABoundThatItNames()
    {
        await using var database = TestDatabase.Open();
        var set = CompleteGraph.Uneven(60);
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        var embedded = new EmbeddedQueries(new EmbeddedGraph(set));
        var neo4j = new Neo4jQueries(database.Transport, set.Ontology, database.Dataset);
        foreach (var question in Paths)
        {
            await CompareAsync(question, embedded, neo4j, result => result.Paths.Select(path => string.Join(' ', path.Nodes)), isRanked: question.Mode == PathMode.All);
        }

        string[] anchors = ["n00", "n01", "n02"];
        await CompareAsync(new ConnectQuestion { From = "n00", To = "n59", K = 100_000, MaxHops = 12, Bounds = Bounds }, embedded, neo4j, result => result.Connections.Select(path => string.Join(' ', path.Nodes)));
        await CompareAsync(new TierQuestion { Anchor = "n00", MaxHops = 32, Bounds = Bounds }, embedded, neo4j, result => result.Members.Select(member => member.Node));
        await CompareAsync(new CommonQuestion { Anchors = anchors, MaxHops = 32, Bounds = Bounds }, embedded, neo4j, result => result.Members.Select(member => member.Node));
    }

    /// <param name="question">The question.</param>
    /// <param name="embedded">One engine.</param>
    /// <param name="neo4j">The other.</param>
    /// <param name="linesOf">What a result lists.</param>
    /// <param name="isRanked">Whether what a bound left stands in order; a set of disjoint paths is the best that was found.</param>
    private static async Task CompareAsync<TResult>(
        Question<TResult> question, EmbeddedQueries embedded, Neo4jQueries neo4j, Func<TResult, IEnumerable<string>> linesOf, bool isRanked = true)
        where TResult : Result
    {
        var (here, there) = (embedded.Ask(question), await neo4j.AskAsync(question));
        var (lines, others) = (linesOf(here.Result).ToList(), linesOf(there.Result).ToList());
        TestContext.Out.WriteLine(
            $"{question.Kind}: embedded {lines.Count} in {here.Run.Elapsed.TotalSeconds:F1} s, {here.Stopped}; neo4j {others.Count} in {there.Run.Elapsed.TotalSeconds:F1} s, {there.Stopped}");
        Assert.That(new[] { here.Run.Elapsed, there.Run.Elapsed }, Has.All.LessThan(3 * Bounds.Time), question.ToString());
        if (here.IsExhaustive && there.IsExhaustive)
        {
            Assert.That(AnswerJson.Canonical(there), Is.EqualTo(AnswerJson.Canonical(here)));
        }

        var common = isRanked ? Math.Min(lines.Count, others.Count) : 0;
        Assert.That(others.Take(common), Is.EqualTo(lines.Take(common)), question.ToString());
    }
}
