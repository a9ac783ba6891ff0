using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using KnowledgeGraph.Export;
using KnowledgeGraph.Query;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// Asks many mixed questions of one engine, from one thread and from eight at once: whether all answers are the same, byte for byte, and
/// how many come a second.
/// </summary>
internal static class ConcurrentQuestions
{
    private const int Threads = 8;

    /// <summary>Measures on a graph file, warm, one thread and eight in turns, and prints a line for each.</summary>
    /// <param name="path">The graph file.</param>
    /// <param name="count">How many questions are drawn.</param>
    /// <param name="turns">How often each is asked from one thread and from eight, after a first pass.</param>
    /// <returns>Whether every answer was the same.</returns>
    public static bool Run(string path, int count, int turns)
    {
        var engine = new EmbeddedQueries(GraphFile.Open(path));
        var nodes = GraphFile.Open(path).NodeCount;
        var random = new SplitMix64(1);
        List<Func<EmbeddedQueries, string>> questions = [.. Enumerable.Range(0, count).Select(number => Draw(number, nodes, random))];
        var expected = Ask(engine, questions, 1, "first pass, 1 thread").Answers;
        var (alone, together) = (new List<double>(), new List<double>());
        var isSame = true;
        for (var pair = 0; pair < turns; pair++)
        {
            foreach (var threads in new[] { 1, Threads })
            {
                var (answers, rate) = Ask(engine, questions, threads, threads == 1 ? "1 thread" : $"{threads} threads");
                (threads == 1 ? alone : together).Add(rate);
                isSame &= answers.SequenceEqual(expected);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isSame ? "all answers the same" : "ANSWERS DIFFER")}; {together.Order().ElementAt(turns / 2) / alone.Order().ElementAt(turns / 2):0.00} times the questions a second, {Environment.ProcessorCount} processors, server GC {GCSettings.IsServerGC}"));
        return isSame;
    }

    private static (string[] Answers, double Rate) Ask(EmbeddedQueries engine, List<Func<EmbeddedQueries, string>> questions, int threadCount, string what)
    {
        var answers = new string[questions.Count];
        var next = -1;
        var (clock, allocated, paused) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());
        var threads = Enumerable.Range(0, threadCount).Select(_ => new Thread(AskNext)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var rate = questions.Count / clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {rate:0} questions/s, {(GC.GetTotalAllocatedBytes() - allocated) / questions.Count / 1024} KiB each, paused {(GC.GetTotalPauseDuration() - paused).TotalSeconds / clock.Elapsed.TotalSeconds:0.0%}"));
        return (answers, rate);

        void AskNext()
        {
            for (var i = Interlocked.Increment(ref next); i < questions.Count; i = Interlocked.Increment(ref next))
            {
                answers[i] = questions[i](engine);
            }
        }
    }

    /// <summary>Questions as analysts ask them of companies: how one depends on another, what is around it, what is known of it.</summary>
    private static Func<EmbeddedQueries, string> Draw(int number, int nodes, SplitMix64 random)
    {
        var (a, b) = (Company(nodes, random), Company(nodes, random));
        var control = new GraphFilter { Layers = ["control"] };
        return (number % 10) switch
        {
            0 or 1 => Ask(new PathQuestion { From = a, To = b }),
            2 => Ask(new PathQuestion { From = a, To = b, Mode = PathMode.KShortest, K = 5, Filter = control }),
            3 => Ask(new PathQuestion { From = a, To = b, Mode = PathMode.KShortest, Order = PathOrder.Reliability, Filter = control }),
            4 => Ask(new TierQuestion { Anchor = a, MaxHops = 2, Filter = control }),
            5 => Ask(new TierQuestion { Anchor = a, MaxHops = 2, IsDownstream = true, Filter = control }),
            6 => Ask(new CommonQuestion { Anchors = [a, b], MaxHops = 2, Filter = control }),
            7 => Ask(new ConnectQuestion { From = a, To = b }),
            8 => Ask(new ShowQuestion { NodeId = a }),
            _ => Ask(new FindQuestion { Text = $"Company {a[1..].TrimStart('0')}", IsWholeName = true }),
        };
    }

    private static string Company(int nodes, SplitMix64 random) => GraphGenerator.IdOf((random.Below(nodes / 10) * 10) + 3 + random.Below(7));

    private static Func<EmbeddedQueries, string> Ask<TResult>(Question<TResult> question)
        where TResult : Result
        => engine => AnswerJson.Canonical(engine.Ask(question with { Bounds = new SearchBounds(20, TimeSpan.FromMinutes(10)) }));
}
