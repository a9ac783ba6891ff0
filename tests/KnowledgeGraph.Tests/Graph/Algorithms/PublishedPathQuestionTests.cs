using KnowledgeGraph.Query;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>Published answers about simple paths, asked as questions about facts.</summary>
[TestFixture]
internal sealed class PublishedPathQuestionTests
{
    [Test]
    public void Railway_SimplePathsByLengthAreThePublished()
    {
        var published = PublishedGraph.Named("cypher-shortest-groups-worcester");
        var answer = published.AsFacts("COOPERATES_WITH").Ask(Paths(PublishedGraph.Text(published.Query["source"]), PublishedGraph.Text(published.Query["target"]), "COOPERATES_WITH"));
        var counts = answer.Result.Paths.GroupBy(path => path.Nodes.Count - 1).ToDictionary(group => $"{group.Key}", group => group.Count());
        Assert.That(counts, Is.EqualTo(published.Expected["simple"]!.ToObject<Dictionary<string, int>>()));
        Assert.That(
            answer.Result.Paths.Where(path => path.Nodes.Count == 3).Select(path => path.Nodes),
            Is.EquivalentTo(published.Expected["all_shortest"]!.Select(path => path.Select(station => Id(PublishedGraph.Text(station))))));
        Assert.That(answer.Stopped, Is.EqualTo(StopReason.None));
    }

    [Test]
    public void Toy_SimplePathsAreAsManyAsPublished()
    {
        var published = PublishedGraph.Named("all-paths-jgrapht-toy");
        var facts = published.AsFacts("DEPENDS_ON");
        var answers =
            from source in published.Query["sources"]!.Select(PublishedGraph.Text)
            from target in published.Query["targets"]!.Select(PublishedGraph.Text)
            select facts.Ask(Paths(source, target, "DEPENDS_ON")).Result.Paths.Count;
        Assert.That(answers.Sum(), Is.EqualTo((int)published.Expected["count"]!));
    }

    [TestCase("yen-wikipedia")]
    [TestCase("yen-jgrapht-simpleGraph1")]
    public void Yen_AsManySimplePathsAsPublishedUntilExhausted(string id)
    {
        var published = PublishedGraph.Named(id);
        var answer = published.AsFacts("DEPENDS_ON").Ask(Paths(PublishedGraph.Text(published.Query["source"]), PublishedGraph.Text(published.Query["target"]), "DEPENDS_ON"));
        Assert.That(answer.Result.Paths, Has.Count.EqualTo(published.Expected["costs"]!.Count()));
    }

    private static PathQuestion Paths(string from, string to, string type) => new()
    {
        From = Id(from),
        To = Id(to),
        Mode = PathMode.All,
        MaxHops = 12,
        Filter = new GraphFilter { Types = [type] },
    };

    private static string Id(string name) => PublishedGraph.IdOf(name);
}
