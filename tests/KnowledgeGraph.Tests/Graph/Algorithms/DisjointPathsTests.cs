using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>By Menger's theorem there are as many disjoint paths as the smallest cut has members.</summary>
[TestFixture]
internal sealed class DisjointPathsTests
{
    [Test]
    public void RandomGraphs_EdgeDisjointPathsAreSoundAndAsManyAsCuts() => RandomGraph.ForMany(graph =>
    {
        if (graph.Source == graph.Target)
        {
            return null;
        }

        var paths = DisjointPaths.ByEdges(graph.Csr, graph.Source, graph.Target);
        var steps = paths.SelectMany(path => path.Zip(path.Skip(1))).Select(step => graph.IsDirected ? step : (Math.Min(step.First, step.Second), Math.Max(step.First, step.Second)));
        RequireSound(graph, paths);
        Assert.That(steps, Is.Unique, $"{graph}");
        var firsts = graph.Steps().GroupBy(step => (step.From, step.To)).Select(group => group.Min(step => step.Edge)).ToHashSet();
        return ($"{paths.Count}", $"{BruteGraph.MinCut(graph, edge => firsts.Contains(edge) ? 1 : 0).Capacity}");
    });

    [Test]
    public void RandomGraphs_NodeDisjointPathsAreSoundAndAsManyAsCuts() => RandomGraph.ForMany(graph =>
    {
        if (graph.Source == graph.Target || BruteGraph.NodeCutSize(graph) is not { } size)
        {
            return null;
        }

        var paths = DisjointPaths.ByNodes(graph.Csr, graph.Source, graph.Target);
        RequireSound(graph, paths);
        Assert.That(paths.SelectMany(path => path.Skip(1).SkipLast(1)), Is.Unique, $"{graph}");
        return ($"{paths.Count}", $"{size}");
    });

    [Test]
    public void RandomGraphs_EndsNextToEachOtherAreOnePathMore() => RandomGraph.ForMany(graph =>
    {
        if (graph.Source == graph.Target || BruteGraph.NodeCutSize(graph) is not null)
        {
            return null;
        }

        var paths = DisjointPaths.ByNodes(graph.Csr, graph.Source, graph.Target);
        var others = Enumerable.Range(0, graph.From.Length).Where(edge => !Joins(graph, edge)).ToList();
        int[] from = [.. others.Select(edge => graph.From[edge])];
        int[] to = [.. others.Select(edge => graph.To[edge])];
        var rest = graph.IsDirected ? CsrGraph.Directed(graph.NodeCount, from, to) : CsrGraph.Undirected(graph.NodeCount, from, to);
        RequireSound(graph, paths);
        Assert.That(paths[0], Is.EqualTo(new[] { graph.Source, graph.Target }), $"{graph}");
        return ($"{paths.Count}", $"{MinNodeCut.Between(rest, [graph.Source], [graph.Target])!.Count + 1}");
    });

    [Test]
    public void ManyWays_NoMoreThanAskedFor()
    {
        var graph = NamedGraph.Parse(isDirected: true, "a-b b-z a-c c-z a-d d-z");
        Assert.That(DisjointPaths.ByEdges(graph.Csr, graph["a"], graph["z"], most: 2).Select(graph.Text), Is.EqualTo(new[] { "a b z", "a c z" }));
    }

    [Test]
    public void SharedNode_ParesNodesButNotEdges()
    {
        var graph = NamedGraph.Parse(isDirected: true, "a-b a-c b-m c-m m-d m-e d-z e-z");
        Assert.That(DisjointPaths.ByEdges(graph.Csr, graph["a"], graph["z"]), Has.Count.EqualTo(2));
        Assert.That(DisjointPaths.ByNodes(graph.Csr, graph["a"], graph["z"]), Has.Count.EqualTo(1));
    }

    [Test]
    public void SourceIsTarget_OnePathOfOneNode()
    {
        var graph = CsrGraph.Directed(2, [0, 1, 0], [1, 0, 0]);
        Assert.That(DisjointPaths.ByEdges(graph, 0, 0), Is.EqualTo(new[] { new[] { 0 } }));
        Assert.That(DisjointPaths.ByNodes(graph, 0, 0), Is.EqualTo(new[] { new[] { 0 } }));
    }

    private static bool Joins(RandomGraph graph, int edge) =>
        (graph.From[edge], graph.To[edge]) == (graph.Source, graph.Target)
        || !graph.IsDirected && (graph.To[edge], graph.From[edge]) == (graph.Source, graph.Target);

    private static void RequireSound(RandomGraph graph, IReadOnlyList<IReadOnlyList<int>> paths)
    {
        var possible = BruteGraph.SimplePaths(graph).Select(path => string.Join(' ', path.Nodes)).ToList();
        Assert.That(paths.Select(path => string.Join(' ', path)), Is.SubsetOf(possible), $"{graph}");
        Assert.That(paths.Select(path => path.Count), Is.Ordered, $"{graph}");
    }
}
