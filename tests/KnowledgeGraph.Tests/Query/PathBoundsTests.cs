using System.Diagnostics;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>A complete graph of 60 nodes: more paths than can ever be listed, in every order and mode.</summary>
[TestFixture]
internal sealed class PathBoundsTests
{
    private const int Size = 60;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly EmbeddedGraph even = new(CompleteGraph.Of(Size));
    private readonly EmbeddedGraph uneven = new(CompleteGraph.Of(Size, static (i, j) => (2_000 + (((i * 7_919) + (j * 104_729)) % 8_000)) / 10_000.0));

    [Test]
    public void EqualConfidences_GiveTheFirstThousandInEveryOrder([Values] PathOrder order)
    {
        var answer = Ask(even, new() { From = "n00", To = "n59", Mode = PathMode.All, Order = order, MaxHops = 12 });

        Assert.That(answer.Stopped, Is.EqualTo(StopReason.Limit));
        Assert.That(Nodes(answer), Is.EqualTo(CompleteGraph.FirstPaths(Size, 1_000)));
    }

    [Test]
    public void DifferentConfidences_StopInTimeAndStandInOrder([Values] PathOrder order, [Values(PathMode.Shortest, PathMode.KShortest, PathMode.All)] PathMode mode)
    {
        var answer = Ask(uneven, new() { From = "n00", To = "n59", Mode = mode, K = 500, Order = order, MaxHops = 12 });

        Assert.That(answer.Result.Paths, Is.Not.Empty);
        Assert.That(answer.Stopped, mode == PathMode.All ? Is.Not.EqualTo(StopReason.None) : Is.AnyOf(StopReason.None, StopReason.Limit, StopReason.Timeout));
        var worth = answer.Result.Paths.Select(path => order == PathOrder.Hops ? -path.Hops.Count : order == PathOrder.Width ? path.WeakestLink!.Confidence : path.Product);
        Assert.That(worth, Is.Ordered.Descending);
        TestContext.Out.WriteLine($"{answer.Result.Paths.Count} paths, {answer.Stopped}, {answer.Run.Elapsed.TotalSeconds:F2} s, {answer.Run.Steps} steps");
    }

    [Test]
    public void DisjointPaths_AreAsManyAsNeighbours([Values(PathMode.EdgeDisjoint, PathMode.NodeDisjoint)] PathMode mode, [Values(5, 100)] int k)
    {
        var answer = Ask(uneven, new() { From = "n00", To = "n59", Mode = mode, K = k, MaxHops = 12 });

        TestContext.Out.WriteLine($"{answer.Result.Paths.Count} paths, {answer.Stopped}, {answer.Run.Elapsed.TotalSeconds:F2} s, {answer.Run.Steps} steps");
        Assert.That(answer.Result.Paths.Take(5).Select(path => path.Hops.Count), Is.EqualTo(new[] { 1, 2, 2, 2, 2 }));
        Assert.That(answer.Stopped == StopReason.None ? answer.Result.Paths.Count : Math.Min(k, Size - 1), Is.EqualTo(Math.Min(k, Size - 1)));
    }

    [TestCase(PathOrder.Hops)]
    [TestCase(PathOrder.Reliability)]
    [TestCase(PathOrder.Width)]
    public void TimeUp_IsNamedAndNothingUnprovenIsListed(PathOrder order)
    {
        var question = new PathQuestion { From = "n00", To = "n59", Mode = PathMode.All, Order = order, Bounds = new SearchBounds(1_000_000, TimeSpan.FromSeconds(1)) };

        var answer = new EmbeddedQueries(uneven, new FakeClock(TimeSpan.FromMilliseconds(1))).Ask(question);

        Assert.That(answer.Stopped, Is.EqualTo(StopReason.Timeout));
        var all = new EmbeddedQueries(uneven).Ask(question with { Bounds = new SearchBounds(Math.Max(answer.Result.Paths.Count, 1), TimeSpan.FromMinutes(5)) });
        Assert.That(Nodes(answer), Is.EqualTo(Nodes(all).Take(answer.Result.Paths.Count)));
    }

    [TestCase(PathOrder.Hops, 300)]
    [TestCase(PathOrder.Reliability, 300)]
    [TestCase(PathOrder.Width, 40)]
    public void MemoryUp_IsNamed(PathOrder order, int maxStates)
    {
        var question = new PathQuestion { From = "n00", To = "n59", Mode = PathMode.All, Order = order };
        var answer = Ask(uneven, question with { Bounds = new SearchBounds(MaxStates: maxStates) });

        Assert.That(answer.Stopped, Is.EqualTo(StopReason.Memory));
        Assert.That(answer.Outcome, Is.EqualTo(answer.Result.Paths.Count > 0 ? Outcome.Found : Outcome.Undecided));
        Assert.That(order == PathOrder.Hops ? answer.Result.Paths.Count : 1, Is.EqualTo(1), "by hops, what is near comes before what is far is explored");
        var all = new EmbeddedQueries(uneven).Ask(question with { Bounds = new SearchBounds(Math.Max(answer.Result.Paths.Count, 1), TimeSpan.FromMinutes(5)) });
        Assert.That(Nodes(answer), Is.EqualTo(Nodes(all).Take(answer.Result.Paths.Count)));
    }

    private static IEnumerable<string> Nodes(Answer<PathsResult> answer) => answer.Result.Paths.Select(path => string.Join(' ', path.Nodes));

    /// <summary>Asks for at most a thousand within a second. A part that never looks at the clock would need hours; a busy machine adds seconds.</summary>
    private static Answer<PathsResult> Ask(EmbeddedGraph graph, PathQuestion question)
    {
        var watch = Stopwatch.StartNew();
        var answer = new EmbeddedQueries(graph).Ask(question with { Bounds = question.Bounds with { Limit = 1_000, Timeout = Timeout } });
        Assert.That(watch.Elapsed, Is.LessThan(Timeout + TimeSpan.FromSeconds(15)));
        return answer;
    }
}
