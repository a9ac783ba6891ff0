using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

[TestFixture]
internal sealed class BoundsTests
{
    private static readonly Lazy<EmbeddedGraph> Complete60 = new(() => Complete(60));

    [Test]
    public void CompleteGraph_ListsWholeLengthsThenCutsByIds()
    {
        var answer = new EmbeddedQueries(Complete60.Value).Ask(Question(1_000, TimeSpan.FromMinutes(1)));
        Assert.That(answer.Stopped, Is.EqualTo(StopReason.Limit));
        Assert.That(answer.Result.Paths.CountBy(path => path.Hops.Count), Is.EqualTo(Pairs((1, 1), (2, 58), (3, 941))));
        Assert.That(answer.Result.Paths.Skip(59).Select(path => string.Join(' ', path.Nodes)), Is.EqualTo(FirstOfThreeHops(941)));
    }

    [Test]
    public void CompleteGraph_StopsInTimeWithWholeLengthsOnly()
    {
        var answer = new EmbeddedQueries(Complete60.Value, new FakeClock(TimeSpan.FromMilliseconds(1))).Ask(Question(SearchBounds.GreatestLimit, TimeSpan.FromSeconds(1)));
        Assert.That(answer.Stopped, Is.EqualTo(StopReason.Timeout));
        var whole = Pairs((1, 1), (2, 58), (3, 58 * 57), (4, 58 * 57 * 56));
        Assert.That(answer.Result.Paths.CountBy(path => path.Hops.Count), Is.SubsetOf(whole));
        Assert.That(answer.Outcome, Is.EqualTo(answer.Result.Paths.Count > 0 ? Outcome.Found : Outcome.Undecided));
    }

    [Test]
    public void TimeIsUpBeforeTheFirstLength_IsUndecidedWithoutPaths()
    {
        var answer = new EmbeddedQueries(Complete60.Value, new FakeClock(TimeSpan.FromMinutes(1))).Ask(Question(1_000) with { Via = ["n30"] });
        Assert.That((answer.Stopped, answer.Outcome, answer.Result.Paths.Count), Is.EqualTo((StopReason.Timeout, Outcome.Undecided, 0)));
    }

    [Test]
    public void MoreStatesThanAllowed_GivesTheLengthsBeforeAndNamesMemory()
    {
        var answer = new EmbeddedQueries(Complete60.Value).Ask(Question(1_000) with { Bounds = new SearchBounds(MaxStates: 1_000) });
        Assert.That((answer.Stopped, answer.Outcome, answer.Result.Paths.Count), Is.EqualTo((StopReason.Memory, Outcome.Found, 1)));
    }

    // a ⇶ m1…m5 ⇶ z, limit 3 of shortest
    [TestCase(3, 3, StopReason.Limit)]
    [TestCase(5, 5, StopReason.None)]
    public void LimitOfShortest_IsNamedOnlyWhenReached(int limit, int count, StopReason stopped)
    {
        var graph = new GraphBuilder();
        for (var i = 1; i <= 5; i++)
        {
            graph.Fact("a", "DEPENDS_ON", $"m{i}").Fact($"m{i}", "DEPENDS_ON", "z");
        }

        var answer = graph.Ask(new PathQuestion { From = "a", To = "z", Bounds = new SearchBounds(limit) });
        Assert.That((answer.Result.Paths.Count, answer.Stopped, answer.Outcome), Is.EqualTo((count, stopped, Outcome.Found)));
    }

    [Test]
    public void MoreThanTheLimitAskedFor_NamesTheLimit()
    {
        var answer = new EmbeddedQueries(Complete60.Value).Ask(Question(10) with { Mode = PathMode.KShortest, K = 20 });
        Assert.That((answer.Result.Paths.Count, answer.Stopped), Is.EqualTo((10, StopReason.Limit)));
    }

    [Test]
    public void Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.That(() => new EmbeddedQueries(Complete60.Value).Ask(Question(1_000), source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void TiersOfACompleteGraph_CountBeyondTheLimit()
    {
        var answer = new EmbeddedQueries(Complete60.Value).Ask(new TierQuestion { Anchor = "n00", Bounds = new SearchBounds(7) });
        Assert.That(answer.Result.Tiers.Single(), Has.Property(nameof(TierCount.Tier)).EqualTo(1).And.Property(nameof(TierCount.Nodes)).EqualTo(59));
        Assert.That(answer.Result.Tiers.Single().Countries, Has.Count.EqualTo(59), "the limit does not cut them");
        Assert.That((answer.Result.Members.Count, answer.Result.Members[^1].Node, answer.Stopped), Is.EqualTo((7, "n07", StopReason.Limit)));
    }

    [Test]
    public void TiersOfALargeGraph_AreWholeInFewSteps([Values] bool isDownstream)
    {
        var engine = new EmbeddedQueries(LargeGraph.Of(2_000, 10_000));
        var answer = engine.Ask(new TierQuestion { Anchor = "n00001", IsDownstream = isDownstream, Bounds = new SearchBounds(Timeout: TimeSpan.FromMinutes(1)) });
        Assert.That((answer.Stopped, answer.Result.Members.Count), Is.EqualTo((StopReason.Limit, 100)));
        Assert.That(answer.Result.Tiers.Sum(tier => tier.Nodes), Is.GreaterThan(500));
        Assert.That(answer.Run.Steps, Is.LessThan(1_000_000), "nodes times products, not paths");
    }

    private static PathQuestion Question(int limit, TimeSpan? timeout = null) =>
        new() { From = "n00", To = "n59", Mode = PathMode.All, MaxHops = 12, Bounds = new SearchBounds(limit, timeout) };

    private static EmbeddedGraph Complete(int count)
    {
        var nodes = Enumerable.Range(0, count).Select(i => new Node { Id = $"n{i:D2}", Name = $"Node {i}", Type = "Country" }).ToList();
        var facts = nodes.SelectMany(a => nodes.Where(b => b != a).Select(b => GraphBuilder.Blank($"{a.Id}-{b.Id}", a.Id, "DEPENDS_ON", b.Id)));
        return new EmbeddedGraph(new FactSet(SmallOntology.Model, nodes, GraphBuilder.Sources, facts, []));
    }

    private static IEnumerable<string> FirstOfThreeHops(int count) =>
        (from a in Enumerable.Range(1, 58) from b in Enumerable.Range(1, 58) where a != b select $"n00 n{a:D2} n{b:D2} n59").Take(count);

    private static IEnumerable<KeyValuePair<int, int>> Pairs(params (int Hops, int Paths)[] counts) => counts.Select(pair => KeyValuePair.Create(pair.Hops, pair.Paths));
}
