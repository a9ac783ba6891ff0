using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>Searches on pooled scratch, held against the plain ones: shortest and lightest paths, neighbourhoods, closures.</summary>
[TestFixture]
internal sealed class PooledSearchTests
{
    private const int Nodes = 3_000;
    private const int Edges = 12_000;

    [Test]
    public void RandomGraphs_ShortestPathIsThatOfBreadthFirst() => RandomGraph.ForMany(graph =>
    {
        var (maxHops, filter) = (graph.Seed % 4, new EdgeSet(graph.Seed));
        var (path, filtered) = (new List<int>(), new List<int>());
        var hops = ShortestPath.Between(graph.Csr, graph.Source, graph.Target, path, maxHops);
        var filteredHops = ShortestPath.Between(graph.Csr, filter, graph.Source, graph.Target, filtered);
        var expected = BreadthFirst.From(graph.Csr, graph.Source, maxHops);
        var expectedFiltered = BreadthFirst.From(filter.Of(graph), graph.Source);
        return (
            $"{hops}: {string.Join(' ', path)}; {filteredHops}: {string.Join(' ', filtered)}",
            $"{expected.DistanceTo(graph.Target)}: {Text(expected.PathTo(graph.Target))}; {expectedFiltered.DistanceTo(graph.Target)}: {Text(expectedFiltered.PathTo(graph.Target))}");
    });

    [Test]
    public void LargerGraphs_ShortestPathIsThatOfBreadthFirst([Range(0, 19)] int seed)
    {
        // Dense ones meet after a hop or two, thin ones after many; around hubs the sides meet over many edges at once.
        var (graph, path) = (Large(seed, 1_000 * (1 + seed)), new List<int>());
        var tree = BreadthFirst.From(graph, seed);
        foreach (var target in Enumerable.Range(0, Nodes))
        {
            ShortestPath.Between(graph, seed, target, path);
            Assert.That(Text(path), Is.EqualTo(Text(tree.PathTo(target))));
        }
    }

    [Test]
    public void RandomGraphs_NeighbourhoodIsWhatBreadthFirstReaches() => RandomGraph.ForMany(graph =>
    {
        var (hops, filter) = (graph.Seed % 4, new EdgeSet(graph.Seed));
        var (nodes, filtered) = (new List<int>(), new List<int>());
        Neighbourhood.Within(graph.Csr, graph.Source, hops, nodes);
        Neighbourhood.Within(graph.Csr, filter, graph.Source, hops, filtered);
        return (
            $"{Text(nodes)}; {Text(filtered)}",
            $"{Text(BreadthFirst.From(graph.Csr, graph.Source, hops).Reached)}; {Text(BreadthFirst.From(filter.Of(graph), graph.Source, hops).Reached)}");
    });

    [Test]
    public void RandomGraphs_ClosureHasTheHopsOfBreadthFirst() => RandomGraph.ForMany(graph =>
    {
        var (hops, filtered, filter) = (new int[graph.NodeCount], new int[graph.NodeCount], new EdgeSet(graph.Seed));
        var count = Closure.From(graph.Csr, graph.Source, hops);
        var filteredCount = Closure.From(graph.Csr, filter, graph.Source, filtered);
        return (
            $"{count}: {Text(hops)}; {filteredCount}: {Text(filtered)}",
            $"{Expected(graph.Csr, graph.Source)}; {Expected(filter.Of(graph), graph.Source)}");
    });

    [Test]
    public void LargerGraphs_ClosureHasTheHopsOfBreadthFirst([Range(0, 19)] int seed)
    {
        // Dense, thin and chained ones, so that levels are asked for, then follow their edges again.
        var graph = Large(seed, 200 * (1 + (seed % 30)));
        var hops = new int[Nodes];
        var count = Closure.From(graph, seed, hops);
        Assert.That($"{count}: {Text(hops)}", Is.EqualTo(Expected(graph, seed)));
    }

    [Test]
    public void RandomGraphs_LightestPathWeighsWhatTheOracleSays() => RandomGraph.ForMany(graph =>
    {
        var path = new List<int>();
        var weight = LightestPath.Between(new WeightedGraph<long>(graph.Csr, graph.Weights), graph.Source, graph.Target, path);
        var found = BruteGraph.SimplePaths(graph);
        var ofPath = found.Where(other => Text(other.Nodes) == Text(path)).Select(other => (long?)other.Weight).FirstOrDefault();
        var expected = found.Select(other => (long?)other.Weight).FirstOrDefault();
        return ($"{weight} {ofPath}", $"{expected} {expected}");
    });

    [Test]
    public void RandomGraphs_FilteredLightestPathWeighsWhatItDoesInTheFilteredGraph() => RandomGraph.ForMany(graph =>
    {
        var (path, filter) = (new List<int>(), new EdgeSet(graph.Seed));
        double[] halves = [.. graph.Weights.Select(weight => weight / 2.0)];
        double[] kept = [.. Enumerable.Range(0, halves.Length).Where(edge => filter.Admits(edge)).Select(edge => halves[edge])];
        var weight = LightestPath.Between(new WeightedGraph<double>(graph.Csr, halves), filter, graph.Source, graph.Target, path);
        return ($"{weight}", $"{Dijkstra.From(filter.Of(graph), kept, graph.Source).DistanceTo(graph.Target)}");
    });

    [Test]
    public void WarmSearches_AllocateNothing()
    {
        var (graph, random) = (Large(1, Edges), new Random(2));
        var weighted = new WeightedGraph<long>(graph, [.. Enumerable.Range(0, Edges).Select(_ => (long)random.Next(100))]);
        var (path, hops) = (new List<int>(Nodes), new int[Nodes]);
        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Ask()
        {
            for (var node = 0; node < 100; node++)
            {
                ShortestPath.Between(graph, node, Nodes - 1 - node, path);
                Neighbourhood.Within(graph, node, 3, path);
                LightestPath.Between(weighted, node, Nodes - 1 - node, path);
                Closure.From(graph, node, hops);
            }
        }
    }

    [Test]
    public void ManyThreadsAtOnce_GetTheAnswersOfOne()
    {
        var (graph, random) = (Large(3, Edges), new Random(4));
        var weighted = new WeightedGraph<long>(graph, [.. Enumerable.Range(0, Edges).Select(_ => (long)random.Next(100))]);
        var alone = Enumerable.Range(0, 1_000).Select(Answer).ToArray();
        var together = new string[alone.Length];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, pair => together[pair] = Answer(pair));
        Assert.That(together, Is.EqualTo(alone));

        string Answer(int pair)
        {
            var (source, target, path, nodes) = (pair, (pair * 7919) % Nodes, new List<int>(), new List<int>());
            var hops = ShortestPath.Between(graph, source, target, path);
            Neighbourhood.Within(graph, source, 2, nodes);
            var weight = LightestPath.Between(weighted, source, target, new List<int>());
            return $"{hops} {Text(path)}; {Text(nodes)}; {weight}";
        }
    }

    [Test]
    public void WrongArguments_AreRefused()
    {
        var graph = CsrGraph.Directed(2, [0], [1]);
        Assert.That(() => ShortestPath.Between(graph, 0, 2, []), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Neighbourhood.Within(graph, -1, 1, []), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => LightestPath.Between(new WeightedGraph<long>(graph, [1]), 2, 0, []), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Closure.From(graph, 0, new int[3]), Throws.ArgumentException.With.Message.EqualTo(
            "the span has 3 places for 2 nodes; give one for each node (Parameter 'hops')"));
    }

    private static CsrGraph Large(int seed, int edges)
    {
        // Half of the ends fall on a few nodes, the rest anywhere.
        var random = new Random(seed);
        return CsrGraph.Directed(Nodes, Draw(), Draw());

        int[] Draw() => [.. Enumerable.Range(0, edges).Select(_ => random.Next(random.Next(2) == 0 ? 50 : Nodes))];
    }

    private static string Expected(CsrGraph graph, int source)
    {
        var tree = BreadthFirst.From(graph, source);
        return $"{tree.Reached.Count}: {Text(Enumerable.Range(0, graph.NodeCount).Select(node => tree.DistanceTo(node) ?? Closure.Unreached))}";
    }

    private static string Text(IEnumerable<int>? numbers) => string.Join(' ', numbers ?? []);
}
