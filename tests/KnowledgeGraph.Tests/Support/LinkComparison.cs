using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Answers about connections, common nodes and facts against the oracle, every difference as a line.</summary>
internal static class LinkComparison
{
    internal static List<string> Differences(FactSet set, ConnectQuestion question, Answer<ConnectionsResult> answer)
    {
        var oracle = BruteForce.OfLinks(set, question.Filter);
        var all = oracle.Paths(question.From, question.To, question.MaxHops);
        var kept = question.K is { } k ? all.Take(k).ToList() : [.. all.TakeWhile(path => path.Nodes.Count == all[0].Nodes.Count)];
        var differences = new List<string>();
        PathComparison.Compare(
            differences, "connections", PathComparison.Lines(kept.Select(path => path.Nodes)), PathComparison.Lines(answer.Result.Connections.Select(path => path.Nodes)));
        if (differences.Count == 0)
        {
            foreach (var (expected, actual) in kept.Zip(answer.Result.Connections))
            {
                PathComparison.ComparePath(differences, set, question.Filter, oracle, expected, actual);
            }

            EvidenceComparison.Compare(differences, set, answer.Result.Connections, answer);
        }

        var gaps = answer.Result.Gaps;
        PathComparison.Compare(differences, "outcome", all.Count > 0 ? Outcome.Found : gaps.Count > 0 ? Outcome.Undecided : Outcome.None, answer.Outcome);
        if (all.Count == 0)
        {
            var isLonger = oracle.Paths(question.From, question.To, set.Nodes.Count).Count > 0;
            PathComparison.Compare(differences, "a longer connection is hinted at", true, !isLonger || gaps.Contains(KnowledgeGap.MaxHops));
            PathComparison.Compare(differences, "something ties FROM", oracle.IsLeft(question.From), !gaps.Contains(KnowledgeGap.FromHasNoFacts));
            PathComparison.Compare(differences, "something ties TO", oracle.IsArrivedAt(question.To), !gaps.Contains(KnowledgeGap.ToHasNoFacts));
        }

        return differences;
    }

    internal static List<string> Differences(FactSet set, CommonQuestion question, Answer<CommonResult> answer)
    {
        var oracle = new BruteForce(set, new PathQuestion { From = "", To = "", Filter = question.Filter, IsOrderedInTime = question.IsOrderedInTime });
        List<BrutePath?> PathsTo(string node, int maxHops) =>
            [.. question.Anchors.Select(anchor => anchor == node ? null : (oracle.IsCausal ? oracle.Paths(node, anchor, maxHops) : oracle.Paths(anchor, node, maxHops)).FirstOrDefault())];
        bool IsCommon(string node, int maxHops) => PathsTo(node, maxHops).TrueForAll(path => path is not null);
        var expected = set.Nodes.Select(node => node.Id)
            .Where(node => IsCommon(node, question.MaxHops))
            .Select(node => (Node: node, Paths: PathsTo(node, question.MaxHops)))
            .OrderBy(common => common.Paths.Sum(path => path!.Nodes.Count))
            .ThenBy(common => common.Node, StringComparer.Ordinal)
            .ToList();
        var differences = new List<string>();
        PathComparison.Compare(
            differences, "common", string.Join(' ', expected.Select(common => common.Node)), string.Join(' ', answer.Result.Members.Select(member => member.Node)));
        if (differences.Count == 0)
        {
            foreach (var (path, actual) in expected.SelectMany(common => common.Paths).Zip(answer.Result.Members.SelectMany(member => member.Paths)))
            {
                PathComparison.ComparePath(differences, set, question.Filter, oracle, path!, actual);
            }

            EvidenceComparison.Compare(differences, set, answer.Result.Members.SelectMany(member => member.Paths), answer);
        }

        if (expected.Count == 0 && answer.Outcome == Outcome.None)
        {
            var longer = set.Nodes.Select(node => node.Id).Where(node => IsCommon(node, set.Nodes.Count));
            PathComparison.Compare(differences, "longer paths to", "", string.Join(' ', longer));
        }

        return differences;
    }

    /// <summary>Facts as of a day, and as known on one.</summary>
    internal static List<string> Differences(FactSet set, FactsQuestion question, Answer<FactsResult> answer)
    {
        var pattern = question.Pattern;
        var expected = set.Facts
            .Where(fact => pattern.KnownOn is not { } known || BruteDates.LastDay(fact.EnteredOn) <= known)
            .Select(fact => (fact.Id, Certainty: BruteDates.At(set, fact, pattern.AsOf!.Value)))
            .Where(fact => fact.Certainty >= (pattern.CertainOnly ? Certainty.Certainly : Certainty.Possibly));
        var differences = new List<string>();
        PathComparison.Compare(differences, "facts", string.Join(' ', expected), string.Join(' ', answer.Result.Matches.Select(match => (match.Fact, match.Certainty!.Value))));
        return differences;
    }
}
