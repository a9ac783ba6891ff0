using System.Globalization;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>Whether peers that were asked the same gave the same answer: whole numbers as they are, reliabilities within a billionth.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-9;

    /// <summary>Every query on which a peer differs from the first that answered it, in words.</summary>
    public static IEnumerable<string> Differences(
        IReadOnlyDictionary<(string Peer, string Row), Measurement> measured, IReadOnlyDictionary<string, string[]> queries)
    {
        foreach (var row in measured.GroupBy(item => item.Key.Row))
        {
            for (var query = 0; query < queries[row.Key].Length; query++)
            {
                (string Peer, string Answer)[] answers =
                    [.. row.Where(item => item.Value.Answers.ContainsKey(query)).Select(item => (item.Key.Peer, item.Value.Answers[query]))];
                foreach (var other in answers.Skip(1).Where(other => !AreSame(answers[0].Answer, other.Answer)))
                {
                    yield return $"{row.Key} {queries[row.Key][query]}: {answers[0].Peer} says {answers[0].Answer}, {other.Peer} says {other.Answer}";
                }
            }
        }
    }

    private static bool AreSame(string one, string other)
    {
        var (ones, others) = (one.Split(','), other.Split(','));
        return ones.Length == others.Length && ones.Zip(others).All(pair => IsSame(pair.First, pair.Second));
    }

    private static bool IsSame(string one, string other) =>
        one == other
        || (double.TryParse(one, CultureInfo.InvariantCulture, out var a)
            && double.TryParse(other, CultureInfo.InvariantCulture, out var b)
            && Math.Abs(a - b) <= Tolerance);
}
