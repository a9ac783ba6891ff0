using KnowledgeGraph.Graph.Algorithms;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>Published small graphs with their published answers: ../shared/data/algo_reference.</summary>
[TestFixture]
internal sealed class ReferenceTests
{
    [TestCase("yen-wikipedia")]
    [TestCase("yen-gds-doc")]
    [TestCase("yen-jgrapht-simpleGraph1")]
    public void Yen_CostsAndPathsAreThePublished(string id)
    {
        var published = PublishedGraph.Named(id);
        var paths = published.Paths().Take((int)published.Query["k"]!).ToList();
        var costs = published.Expected["costs"]!.Select(cost => 100 * (long)cost);
        Assert.That(paths.Select(path => path.Weight), Is.EqualTo(costs));
        if (published.Expected["paths"] is { } expected)
        {
            // Ours are ordered inside equal costs, theirs are not.
            Assert.That(
                paths.Select(path => published.Graph.Text(path.Nodes)),
                Is.EquivalentTo(expected.Select(path => string.Join(' ', path.Select(PublishedGraph.Text)))));
        }
    }

    [TestCase("yen-jgrapht-pseudograph2-1to3")]
    [TestCase("yen-jgrapht-pseudograph2-1to4")]
    public void YenOfParallelEdges_MadeDistinctByNodesOnThem_CostsAreThePublished(string id)
    {
        var published = PublishedGraph.Named(id);
        var distinct = new NamedGraph(isDirected: true);
        var weights = new List<long>();
        foreach (var edge in published.Item["edges"]!)
        {
            var between = $"edge {weights.Count}";
            distinct.Edge(PublishedGraph.Text(edge[0]), between);
            distinct.Edge(between, PublishedGraph.Text(edge[1]));
            weights.AddRange([(long)edge[2]!, 0]);
        }

        var source = distinct[PublishedGraph.Text(published.Query["source"])];
        var target = distinct[PublishedGraph.Text(published.Query["target"])];
        var costs = KShortestPaths.Between(distinct.Csr, [.. weights], source, target).Select(path => path.Weight).ToList();
        Assert.That(costs, Is.EqualTo(published.Expected["costs"]!.Select(cost => (long)cost)));
        Assert.That(published.Paths().Select(path => path.Weight), Is.EqualTo(new[] { 100 * costs[0] }));
    }

    [Test]
    public void Railway_SimplePathsByLengthAndShortestGroupAreThePublished()
    {
        var published = PublishedGraph.Named("cypher-shortest-groups-worcester");
        var (graph, ones) = (published.Graph, published.Graph.Ones());
        var paths = KShortestPaths.Between(graph.Csr, ones, published.Source, published.Target).ToList();
        var counts = paths.GroupBy(path => path.Weight).ToDictionary(group => $"{group.Key}", group => group.Count());
        Assert.That(counts, Is.EqualTo(published.Expected["simple"]!.ToObject<Dictionary<string, int>>()));
        Assert.That(
            paths.Where(path => path.Weight == paths[0].Weight).Select(path => graph.NamesOf(path.Nodes)),
            Is.EquivalentTo(published.Expected["all_shortest"]!.Select(path => path.Select(PublishedGraph.Text))));
    }

    [TestCase("dominators-boost")]
    [TestCase("dominators-domrel")]
    public void ImmediateDominators_AreThePublished(string id)
    {
        var published = PublishedGraph.Named(id);
        Assert.That(ImmediateDominators(published.Graph, published.Graph.Csr, published.Source), Is.EquivalentTo(Pairs(published.Expected)));
    }

    [Test]
    public void PostDominators_AreThoseOfTheReversedGraph()
    {
        var published = PublishedGraph.Named("dominators-domrel");
        Assert.That(
            ImmediateDominators(published.Graph, published.Graph.Csr.Reversed(), published.Graph["6"]),
            Is.EquivalentTo(Pairs(published.Item["post_dominators_from_6"]!)));
    }

    [Test]
    public void MinimumCuts_AreThePublished()
    {
        var published = PublishedGraph.Named("mincut-brandes-erlebach");
        var (graph, source, target) = (published.Graph, published.Source, published.Target);
        var (edgeCut, nodeCut) = ((int)published.Expected["edge_cut_size"]!, published.Expected["node_cut"]!.Select(PublishedGraph.Text));
        Assert.That(MinEdgeCut.Between(graph.Csr, [source], [target]).Edges, Has.Count.EqualTo(edgeCut));
        Assert.That(DisjointPaths.ByEdges(graph.Csr, source, target), Has.Count.EqualTo(edgeCut));
        Assert.That(graph.NamesOf(MinNodeCut.Between(graph.Csr, [source], [target])!), Is.EquivalentTo(nodeCut));
        Assert.That(DisjointPaths.ByNodes(graph.Csr, source, target), Has.Count.EqualTo((int)published.Expected["node_connectivity_1_11"]!));
        var others = Enumerable.Range(0, graph.Names.Count).Where(node => node != source);
        Assert.That(
            others.Min(node => MinEdgeCut.Between(graph.Csr, [source], [node]).Capacity),
            Is.EqualTo((long)published.Expected["edge_connectivity_global"]!));
    }

    [Test]
    public void AllSimplePaths_AreAsManyAsPublished()
    {
        var published = PublishedGraph.Named("all-paths-jgrapht-toy");
        var ends =
            from source in published.Query["sources"]!.Select(PublishedGraph.Text)
            from target in published.Query["targets"]!.Select(PublishedGraph.Text)
            select (From: published.Graph[source], To: published.Graph[target]);
        var count = ends.Sum(pair => KShortestPaths.Between(published.Graph.Csr, published.Weights, pair.From, pair.To).Count());
        Assert.That(count, Is.EqualTo((int)published.Expected["count"]!));
    }

    [Test]
    public void EdgesOnNoCycle_AreThePublishedShare()
    {
        var published = PublishedGraph.Named("flow-hierarchy");
        var (graph, components) = (published.Graph.Csr, StrongComponents.Of(published.Graph.Csr));
        var count = Enumerable.Range(0, graph.EdgeCount).Count(edge => components.Of(graph.From(edge)) != components.Of(graph.To(edge)));
        Assert.That((double)count / graph.EdgeCount, Is.EqualTo((double)published.Expected));
    }

    /// <summary>Each item is asked above, by its id; one that is added fails here until it is.</summary>
    [Test]
    public void EveryItem_IsAsked()
    {
        var ids = PublishedGraph.Ids.Order(StringComparer.Ordinal);
        Assert.That(ids, Is.EqualTo(new[]
        {
            "all-paths-jgrapht-toy", "cypher-shortest-groups-worcester", "dominators-boost", "dominators-domrel", "flow-hierarchy", "mincut-brandes-erlebach",
            "yen-gds-doc", "yen-jgrapht-pseudograph2-1to3", "yen-jgrapht-pseudograph2-1to4", "yen-jgrapht-simpleGraph1", "yen-wikipedia",
        }));
    }

    private static IEnumerable<string> ImmediateDominators(NamedGraph names, CsrGraph graph, int root)
    {
        var tree = Dominators.From(graph, root);
        return Enumerable.Range(0, graph.NodeCount)
            .Where(node => tree.ImmediateDominatorOf(node) is not null)
            .Select(node => $"{names.Names[node]}: {names.Names[tree.ImmediateDominatorOf(node)!.Value]}");
    }

    private static IEnumerable<string> Pairs(JToken expected) => ((JObject)expected).Properties().Select(pair => $"{pair.Name}: {pair.Value}");
}
