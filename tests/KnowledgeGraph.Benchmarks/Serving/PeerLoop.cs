using System.Diagnostics;
using System.Globalization;

namespace KnowledgeGraph.Benchmarks.Serving;

/// <summary>
/// Answers questions that come line by line, as every peer does: a row's name and its queries in, for each query the nanoseconds it took
/// and the answer out. The README of the peers describes the lines.
/// </summary>
internal static class PeerLoop
{
    /// <summary>Stands for "longer than the bound" in place of an answer.</summary>
    public const string Bound = "bound";

    private const string GivenUp = Bound + "\n";
    private const int NanosecondsPerSecond = 1_000_000_000;

    /// <param name="rows">For each row the answer to the numbers of a query, <see cref="Bound"/> or none where the time is up.</param>
    /// <param name="built">What building took.</param>
    /// <param name="bytes">What it takes in memory.</param>
    /// <param name="version">Of what answers; our own where it is left out.</param>
    public static void Serve(IReadOnlyDictionary<string, Func<int[], string>> rows, TimeSpan built, long bytes, string? version = null)
    {
        version ??= $".NET {Environment.Version}";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready {(long)built.TotalNanoseconds} {bytes} {version}"));
        while (Console.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            Console.Write(rows.TryGetValue(words[0], out var answer) ? Answers(answer, words[1..]) : "absent\n");
            Console.WriteLine("end");
        }
    }

    private static string Answers(Func<int[], string> answer, string[] queries)
    {
        int[][] numbers = [.. queries.Select(Numbers)];
        var replies = new List<string>(queries.Length);
        for (var query = 0; query < queries.Length && replies.LastOrDefault() != GivenUp; query++)
        {
            replies.Add(Timed(answer, numbers[query]));
        }

        return string.Concat(replies);
    }

    private static int[] Numbers(string query) =>
        query == Exchange.QueryLists.Whole ? [] : [.. query.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static string Timed(Func<int[], string> answer, int[] numbers)
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            var found = answer(numbers);
            var ticks = Stopwatch.GetTimestamp() - start;
            return found == Bound
                ? GivenUp
                : string.Create(CultureInfo.InvariantCulture, $"{(long)(ticks * ((double)NanosecondsPerSecond / Stopwatch.Frequency))} {found}\n");
        }
        catch (OperationCanceledException)
        {
            return GivenUp;
        }
    }
}
