using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>An answer about paths against the oracle, every difference as a line.</summary>
internal static class PathComparison
{
    internal static List<string> Differences(FactSet set, PathQuestion question, Answer<PathsResult> answer)
    {
        var oracle = new BruteForce(set, question);
        var all = oracle.Paths(question.From, question.To, question.MaxHops);
        var wanted = BruteRanking.Wanted(question, all);
        var kept = BruteRanking.Kept(question, all, wanted);
        var differences = new List<string>();
        Compare(differences, "stopped", kept.Count < wanted.Count ? StopReason.Limit : StopReason.None, answer.Stopped);
        Compare(differences, "paths", Lines(kept.Select(path => path.Nodes)), Lines(answer.Result.Paths.Select(path => path.Nodes)));
        if (differences.Count == 0)
        {
            foreach (var (expected, actual) in kept.Zip(answer.Result.Paths))
            {
                ComparePath(differences, set, question.Filter, oracle, expected, actual);
            }

            CompareOutcome(differences, oracle, question, all.Count, answer);
            EvidenceComparison.Compare(differences, set, answer.Result.Paths, answer);
        }

        return differences;
    }

    /// <summary>A path with its hops, weakest link, product and days.</summary>
    internal static void ComparePath(
        List<string> differences, FactSet set, GraphFilter filter, BruteForce oracle, BrutePath expected, DependencyPath actual)
    {
        var name = string.Join(' ', expected.Nodes);
        for (var hop = 0; hop < actual.Hops.Count; hop++)
        {
            var facts = actual.Hops[hop].Facts.Select(fact => BruteForce.LineOf(fact));
            Compare(differences, $"{name}: hop {hop + 1}", string.Join(' ', expected.FactsOf(hop)), string.Join(' ', facts));
            Compare(differences, $"{name}: ends of hop {hop + 1}", (expected.Nodes[hop], expected.Nodes[hop + 1]), (actual.Hops[hop].From, actual.Hops[hop].To));
        }

        Compare(differences, $"{name}: weakest link", expected.Weakest, actual.WeakestLink?.Confidence);
        if (actual.WeakestLink is { } weakest)
        {
            Compare(differences, $"{name}: the weakest fact lies on its hop", true, actual.Hops[weakest.Hop - 1].Facts.Any(fact => fact.Id == weakest.Fact));
            Compare(differences, $"{name}: confidence of the weakest fact", set.FindFact(weakest.Fact)!.Confidence, weakest.Confidence);
        }

        Compare(differences, $"{name}: product", expected.Product, actual.Product);
        Compare(differences, $"{name}: certainty", filter.AsOf is { } day ? oracle.At(expected, day) : null, actual.Certainty);
        CompareWindows(differences, set, oracle, expected, actual.Windows);
    }

    internal static void Compare<T>(List<string> differences, string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            differences.Add($"{what}: expected {expected}, was {actual}");
        }
    }

    internal static string Lines(IEnumerable<IEnumerable<string>> paths) => string.Join(" | ", paths.Select(path => string.Join(' ', path)));

    private static void CompareWindows(
        List<string> differences, FactSet set, BruteForce oracle, BrutePath path, IReadOnlyList<HoldingWindow> windows)
    {
        var days = path.Choices.SelectMany(choice => choice).SelectMany(hop => BruteDates.Turns(set, hop.Fact)).Append(new DateOnly(2025, 1, 1)).Distinct();
        foreach (var day in days)
        {
            var told = windows.Where(window => !(day < window.From) && !(day > window.To)).Select(window => window.Certainty).ToList();
            Compare(differences, $"windows over {day:yyyy-MM-dd}", 1, Math.Max(told.Count, 1));
            Compare(differences, $"window of {day:yyyy-MM-dd}", oracle.At(path, day), told.FirstOrDefault(Certainty.Not));
        }

        foreach (var (earlier, later) in windows.Zip(windows.Skip(1)))
        {
            Compare(differences, "windows are in order", true, earlier.To < later.From);
            Compare(differences, "neighbouring windows differ", false, earlier.To?.AddDays(1) == later.From && earlier.Certainty == later.Certainty);
        }
    }

    private static void CompareOutcome(List<string> differences, BruteForce oracle, PathQuestion question, int count, Answer<PathsResult> answer)
    {
        if (count > 0)
        {
            Compare(differences, "outcome", Outcome.Found, answer.Outcome);
            return;
        }

        var gaps = answer.Result.Gaps;
        Compare(differences, "outcome", gaps.Count > 0 ? Outcome.Undecided : Outcome.None, answer.Outcome);
        Compare(differences, "FROM is a dependent end", oracle.IsLeft(question.From), !gaps.Contains(KnowledgeGap.FromHasNoFacts));
        Compare(differences, "TO is depended on", oracle.IsArrivedAt(question.To), !gaps.Contains(KnowledgeGap.ToHasNoFacts));
        var isThereLonger = oracle.Paths(question.From, question.To, int.MaxValue).Count > 0;
        Compare(differences, "a longer path is hinted at", true, !isThereLonger || gaps.Contains(KnowledgeGap.MaxHops));
        var frontier = oracle.Reachable(question.From, question.MaxHops).Where(node => !oracle.IsLeft(node));
        Compare(differences, "frontier", "", string.Join(' ', frontier.Except(answer.Result.Frontier)));
        Compare(differences, "frontier leads on", "", string.Join(' ', answer.Result.Frontier.Where(oracle.IsLeft)));
    }
}
