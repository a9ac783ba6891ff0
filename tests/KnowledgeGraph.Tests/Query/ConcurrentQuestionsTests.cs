using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Snapshot;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>One engine, asked from many threads at once, on a graph in memory and on one in a file whose blocks nobody has touched yet.</summary>
[TestFixture]
internal sealed class ConcurrentQuestionsTests
{
    private const int Threads = 8;
    private const int Nodes = 300;

    private static readonly GraphFilter ByRecord = new() { Sources = ["D1"], KnownOn = new DateOnly(2030, 1, 1), AvoidNodeTypes = ["Country"] };

    private static readonly IReadOnlyList<Func<EmbeddedQueries, string>> Questions = [.. Enumerable.Range(0, 30).SelectMany(OfEveryKind)];

    [Test]
    public void InMemory_AnswersAreThoseOfOneThread()
    {
        var graph = LargeGraph.Of(Nodes, 5 * Nodes);
        AssertSame(graph, graph);
    }

    [Test]
    public void InAFile_AnswersAreThoseOfOneThread()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + GraphFile.Extension);
        try
        {
            GraphFile.Write(file, LargeGraph.Of(Nodes, 5 * Nodes).Facts);
            AssertSame(GraphFile.Open(file), GraphFile.Open(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void AssertSame(EmbeddedGraph alone, EmbeddedGraph shared)
    {
        var engine = new EmbeddedQueries(alone);
        var expected = Questions.Select(ask => ask(engine)).ToList();
        var (together, answers) = (new EmbeddedQueries(shared), new string[Threads * Questions.Count]);
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() => AskAll(together, number, answers))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.That(expected.Distinct().Count(), Is.GreaterThan(Questions.Count / 2), "the questions have answers of their own");
        Assert.That(Enumerable.Range(0, answers.Length).Where(i => answers[i] != expected[i % expected.Count]), Is.Empty);
    }

    /// <summary>Each thread begins elsewhere, so that different kinds of questions run beside each other.</summary>
    private static void AskAll(EmbeddedQueries engine, int thread, string[] answers)
    {
        for (var i = 0; i < Questions.Count; i++)
        {
            var question = (i + (thread * Questions.Count / Threads)) % Questions.Count;
            answers[(thread * Questions.Count) + question] = Questions[question](engine);
        }
    }

    private static IEnumerable<Func<EmbeddedQueries, string>> OfEveryKind(int number)
    {
        var (a, b) = (Id(number), Id((number * 37) + 11));
        return
        [
            Ask(new PathQuestion { From = a, To = b }),
            Ask(new PathQuestion { From = a, To = b, Filter = ByRecord }),
            Ask(new PathQuestion { From = a, To = b, Mode = PathMode.KShortest, K = 3, Order = PathOrder.Reliability, MaxHops = 5 }),
            Ask(new TierQuestion { Anchor = a, MaxHops = 2 }),
            Ask(new TierQuestion { Anchor = a, IsDownstream = true, MaxHops = 2 }),
            Ask(new TierQuestion { Anchor = a, IsClosure = true, Filter = new GraphFilter { Layers = ["control"] } }),
            Ask(new CommonQuestion { Anchors = [a, b], MaxHops = 3 }),
            Ask(new ConnectQuestion { From = a, To = b }),
            Ask(new ShowQuestion { NodeId = a }),
            Ask(new FindQuestion { Text = $"Node 00{number:D3}" }),
            Ask(new FactsQuestion { Pattern = new FactPattern { Subjects = [a] } }),
        ];
    }

    private static string Id(int node) => $"n{(node % (Nodes / 10) * 10) + 1 + (node % 9):D5}";

    private static Func<EmbeddedQueries, string> Ask<TResult>(Question<TResult> question)
        where TResult : Result
        => engine => AnswerJson.Canonical(engine.Ask(question with { Bounds = new SearchBounds(20, TimeSpan.FromMinutes(5)) }));
}
