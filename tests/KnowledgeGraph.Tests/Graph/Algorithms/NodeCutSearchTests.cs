using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>The search around the ends against blocking flows through the whole network, whose cut is the nearest by construction.</summary>
[TestFixture]
internal sealed class NodeCutSearchTests
{
    private const int Graphs = 2_000;
    private const int Groups = 6;
    private const int GroupNodes = 7;

    [Test]
    public void GroupsInARow_CutIsTheOneOfBlockingFlows()
    {
        var (moved, sizes) = (0, new HashSet<int>());
        for (var seed = 0; seed < Graphs; seed++)
        {
            var random = new Random(seed);
            var graph = GroupsInARow(random);
            int[] sources = [.. Enumerable.Range(0, random.Next(1, 4))];
            int[] sinks = [.. Enumerable.Range(graph.NodeCount - 3, random.Next(1, 4))];
            if (MinNodeCut.Between(graph, sources, sinks) is not { } cut)
            {
                continue;
            }

            var expected = MinNodeCut.OfBlockingFlows(graph, sources, sinks, default);
            Assert.That(cut, Is.EqualTo(expected), $"seed {seed}, {string.Join(' ', sources)} to {string.Join(' ', sinks)}");
            sizes.Add(cut.Count);
            moved += cut.SequenceEqual(MinNodeCut.OfBlockingFlows(graph.Reversed(), sinks, sources, default)) ? 0 : 1;
        }

        Assert.That(moved, Is.GreaterThan(Graphs / 20), "too few graphs have several minimum cuts");
        Assert.That(sizes, Has.Count.GreaterThan(4));
    }

    [Test]
    public void TooFewSteps_FindsNothing()
    {
        var graph = CsrGraph.Directed(4, [0, 1, 2], [1, 2, 3]);
        using var few = new NodeCutSearch(graph, [0], [3], default);
        using var enough = new NodeCutSearch(graph, [0], [3], default);
        Assert.That(few.Find(maxSteps: 0), Is.Null);
        Assert.That(enough.Find(maxSteps: 100), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void SameGraphAskedAgain_NothingIsLeftOfTheSearchBefore()
    {
        for (var seed = 0; seed < Graphs / 10; seed++)
        {
            var random = new Random(seed);
            var graph = GroupsInARow(random);
            for (var pair = 0; pair < 10; pair++)
            {
                var (source, sink) = (random.Next(GroupNodes), graph.NodeCount - 1 - random.Next(GroupNodes));
                if (MinNodeCut.Between(graph, [source], [sink]) is { } cut)
                {
                    Assert.That(cut, Is.EqualTo(MinNodeCut.OfBlockingFlows(graph, [source], [sink], default)), $"seed {seed}, {source} to {sink}");
                }
            }
        }
    }

    /// <summary>Groups joined densely within and thinly to the next, so that there are many cuts of much the same size.</summary>
    private static CsrGraph GroupsInARow(Random random)
    {
        var (from, to) = (new List<int>(), new List<int>());
        var within = random.Next(5, 40);
        for (var group = 0; group < Groups; group++)
        {
            Join(group, group, within);
            Join(group, Math.Min(group + 1, Groups - 1), random.Next(1, 8));
            Join(group, Math.Max(group - 1, 0), random.Next(0, 3));
        }

        var nodes = Groups * GroupNodes;
        return random.Next(4) == 0 ? CsrGraph.Undirected(nodes, from, to) : CsrGraph.Directed(nodes, from, to);

        void Join(int group, int other, int count)
        {
            for (var i = 0; i < count; i++)
            {
                from.Add((group * GroupNodes) + random.Next(GroupNodes));
                to.Add((other * GroupNodes) + random.Next(GroupNodes));
            }
        }
    }
}
