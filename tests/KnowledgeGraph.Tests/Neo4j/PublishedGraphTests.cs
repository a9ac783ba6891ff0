using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>A published graph of railway lines, either way: both engines count the simple paths that were published.</summary>
[NonParallelizable]
internal sealed class PublishedGraphTests
{
    private const string Line = "COOPERATES_WITH";

    [Test]
    public async Task Railway_SimplePathsByLengthAreThePublished()
    {
        await using var database = TestDatabase.Open();
        var published = PublishedGraph.Named("cypher-shortest-groups-worcester");
        var set = published.AsFacts(Line).Set();
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        var counts = published.Expected["simple"]!.ToObject<Dictionary<int, int>>();
        var (from, to) = (Station(published, "source"), Station(published, "target"));
        foreach (IGraphQueries engine in new IGraphQueries[] { new EmbeddedQueries(new EmbeddedGraph(set)), new Neo4jQueries(database.Transport, set.Ontology, database.Dataset) })
        {
            var paths = await engine.AskAsync(new PathQuestion { From = from, To = to, Mode = PathMode.All, MaxHops = 12, Filter = new() { Types = [Line] } });
            var connections = await engine.AskAsync(new ConnectQuestion { From = from, To = to, K = 100, MaxHops = 12 });
            Assert.That(ByLength(paths.Result.Paths), Is.EqualTo(counts), paths.Run.Engine);
            Assert.That(ByLength(connections.Result.Connections), Is.EqualTo(counts), paths.Run.Engine);
            Assert.That((paths.Stopped, connections.Stopped), Is.EqualTo((StopReason.None, StopReason.None)), paths.Run.Engine);
        }
    }

    private static string Station(PublishedGraph published, string end) => PublishedGraph.IdOf(PublishedGraph.Text(published.Query[end]));

    private static Dictionary<int, int> ByLength(IEnumerable<DependencyPath> paths) =>
        paths.GroupBy(path => path.Hops.Count).ToDictionary(group => group.Key, group => group.Count());
}
