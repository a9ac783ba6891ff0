using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>The search from both ends, and the balls around both, held against the search from one end.</summary>
[TestFixture]
internal sealed class BidirectionalSearchTests
{
    [Test]
    public void RandomGraphs_PathIsTheFirstByNodeNumbers() => RandomGraph.ForMany(graph => (
        Text(Search(graph, new AllEdges(), int.MaxValue)),
        Text(BreadthFirst.From(graph.Csr, graph.Source).PathTo(graph.Target))));

    [Test]
    public void RandomGraphs_BoundedAndFiltered_PathIsThatOfTheFilteredGraph() => RandomGraph.ForMany(graph =>
    {
        var (filter, maxHops) = (new EdgeSet(graph.Seed), graph.Seed % 5);
        return (
            Text(Search(graph, filter, maxHops)),
            Text(BreadthFirst.From(filter.Of(graph), graph.Source, maxHops).PathTo(graph.Target)));
    });

    [Test]
    public void RandomGraphs_BallsHoldWhatIsWithinTheirRadius() => RandomGraph.ForMany(graph =>
    {
        var (filter, maxHops) = (new EdgeSet(graph.Seed), graph.Seed % 6);
        var (ahead, back) = (BreadthFirst.From(filter.Of(graph), graph.Source), BreadthFirst.From(filter.Of(graph).Reversed(), graph.Target));
        var rows = graph.Csr.TwoWays;
        using var scratch = rows.Pool.Rent();
        var balls = new HopBalls<EdgeSet>(rows.Ahead, rows.Back, filter, scratch, graph.Source, graph.Target);
        balls.Grow(maxHops / 2);
        balls.Grow(maxHops);
        var nodes = Enumerable.Range(0, graph.NodeCount).ToList();
        var fewest = balls.FewestHops is { } hops ? $"{hops}" : "none";
        var known = string.Join(' ', nodes.Select(node => $"{balls.LeastHopsFrom(node)}/{balls.LeastHopsTo(node)}"));
        var isExhausted = balls.IsExhausted;
        var expected = string.Join(' ', nodes.Select(node => $"{Least(ahead, node, balls.RadiusAhead)}/{Least(back, node, balls.RadiusBack)}"));
        var expectedFewest = ahead.DistanceTo(graph.Target) is { } distance && distance <= balls.Hops ? $"{distance}" : "none";
        return ($"{fewest} {balls.Hops >= maxHops || isExhausted} {known}", $"{expectedFewest} True {expected}");

        string Least(ShortestPathTree<int> tree, int node, int radius) =>
            tree.DistanceTo(node) is { } found && found <= radius ? $"{found}"
            : IsWhole(tree == ahead ? rows.Ahead : rows.Back, tree, radius) ? $"{int.MaxValue}"
            : $"{radius + 1}";

        // The balls look at edges that are refused as well: only where the outermost level has none at all do they know that they end.
        static bool IsWhole(Adjacency rows, ShortestPathTree<int> tree, int radius) =>
            tree.Reached.Where(node => tree.DistanceTo(node) == radius).All(node => rows.Degree(node) == 0);
    });

    [Test]
    public void ManySearchesInOneScratch_RememberNothing()
    {
        // 0 → 1 → 2 → 3, then the numbers of marks run out.
        var graph = CsrGraph.Directed(4, [0, 1, 2], [1, 2, 3]);
        var marks = new NodeMarks(4, next: uint.MaxValue - 25);
        for (var search = 0; search < 5; search++)
        {
            var first = marks.Take(10);
            Assert.That(marks.Stamps, Has.All.LessThan(first), $"search {search}");
            Array.Fill(marks.Stamps, first + 9);
        }

        Assert.That(Enumerable.Range(0, 100).Select(_ => Text(Path(graph, 0, 3))), Has.All.EqualTo("0 1 2 3"));
        Assert.That(Enumerable.Range(0, 100).Select(_ => Text(Path(graph, 3, 0))), Has.All.EqualTo("none"));
    }

    [Test]
    public void ScratchOfAPool_IsUsedAgainAndByOneAtATime()
    {
        var pool = new ScratchPool(3);
        var first = pool.Rent();
        var second = pool.Rent();
        Assert.That(second, Is.Not.SameAs(first));
        first.Dispose();
        first.Dispose();
        Assert.That(pool.Rent(), Is.SameAs(first));
        Assert.That(pool.Rent(), Is.Not.SameAs(first), "disposing twice gives back once");
    }

    private static List<int> Search<TFilter>(RandomGraph graph, TFilter filter, int maxHops)
        where TFilter : struct, IEdgeFilter
    {
        var rows = graph.Csr.TwoWays;
        using var scratch = rows.Pool.Rent();
        return [.. new BidirectionalSearch<TFilter>(rows.Ahead, rows.Back, filter, scratch).Between(graph.Source, graph.Target, maxHops)];
    }

    private static List<int> Path(CsrGraph graph, int source, int target)
    {
        using var scratch = graph.TwoWays.Pool.Rent();
        return [.. new BidirectionalSearch<AllEdges>(graph.TwoWays.Ahead, graph.TwoWays.Back, default, scratch).Between(source, target, int.MaxValue)];
    }

    private static string Text(IReadOnlyList<int>? path) => path is { Count: > 0 } ? string.Join(' ', path) : "none";
}
