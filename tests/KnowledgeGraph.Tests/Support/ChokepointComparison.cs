using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>An answer about chokepoints against the oracle, which looks at every path, every difference as a line.</summary>
internal static class ChokepointComparison
{
    internal static List<string> Differences(FactSet set, ChokepointsQuestion question, Answer<ChokepointsResult> answer)
    {
        var oracle = new BruteForce(set, question.Filter);
        var paths = PathsByNode(oracle, set, question);
        var passed = paths.ToDictionary(pair => pair.Key, pair => PassedByAll(pair.Value));
        var points = paths.Keys
            .Select(node => (Node: node, CutOff: InOrder(passed.Where(pair => pair.Value.Contains(node)).Select(pair => pair.Key))))
            .Where(point => point.CutOff.Count > 0)
            .OrderByDescending(point => point.CutOff.Count)
            .ThenBy(point => paths[point.Node][0].Nodes.Count)
            .ThenBy(point => point.Node, StringComparer.Ordinal)
            .ToList();
        var kept = points.Take(question.Bounds.Limit).ToList();
        var keptNodes = kept.ConvertAll(point => point.Node);
        var members = InOrder(kept.SelectMany(point => point.CutOff.Append(point.Node)).Distinct());
        var differences = new List<string>();
        PathComparison.Compare(differences, "reached", paths.Count, answer.Result.Reached);
        PathComparison.Compare(differences, "stopped", kept.Count < points.Count ? StopReason.Limit : StopReason.None, answer.Stopped);
        PathComparison.Compare(
            differences,
            "chokepoints",
            PathComparison.Lines(kept.Select(point => point.CutOff.Prepend($"{point.Node}:"))),
            PathComparison.Lines(answer.Result.Chokepoints.Select(point => point.CutOff.Prepend($"{point.Node}:"))));
        PathComparison.Compare(
            differences,
            "members",
            PathComparison.Lines(members.Select(node => Nearest(node).Prepend($"{node} {paths[node][0].Nodes.Count - 1} <"))),
            PathComparison.Lines(answer.Result.Members.Select(member => member.HangsFrom.Prepend($"{member.Node} {member.Tier} <"))));
        CompareOutcome(differences, oracle, question, (paths.Count, points.Count), answer);
        if (differences.Count == 0)
        {
            foreach (var member in answer.Result.Members)
            {
                PathComparison.ComparePath(differences, set, question.Filter, oracle, paths[member.Node][0], member.Path);
            }
        }

        return differences;

        List<string> InOrder(IEnumerable<string> nodes) =>
            [.. nodes.OrderBy(node => paths[node][0].Nodes.Count).ThenBy(node => node, StringComparer.Ordinal)];

        IEnumerable<string> Nearest(string node) => passed[node]
            .Where(point => keptNodes.Contains(point) && !passed[node].Any(other => keptNodes.Contains(other) && passed[other].Contains(point)))
            .Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, List<BrutePath>> PathsByNode(BruteForce oracle, FactSet set, ChokepointsQuestion question) => set.Nodes
        .Where(node => node.Id != question.Target)
        .Select(node => (node.Id, Paths: oracle.IsCausal ? oracle.Paths(node.Id, question.Target, question.MaxHops) : oracle.Paths(question.Target, node.Id, question.MaxHops)))
        .Where(pair => pair.Paths.Count > 0)
        .ToDictionary(pair => pair.Id, pair => pair.Paths);

    private static HashSet<string> PassedByAll(List<BrutePath> paths)
    {
        var passed = paths[0].Nodes[1..^1].ToHashSet();
        paths.ForEach(path => passed.IntersectWith(path.Nodes[1..^1]));
        return passed;
    }

    /// <summary>Where nothing was found and more hops could find something, the answer may be open or no: the oracle looks no further than it.</summary>
    private static void CompareOutcome(
        List<string> differences, BruteForce oracle, ChokepointsQuestion question, (int Nodes, int Points) count, Answer<ChokepointsResult> answer)
    {
        var isKnown = oracle.IsCausal ? oracle.IsArrivedAt(question.Target) : oracle.IsLeft(question.Target);
        var isOpen = answer.Result.Gaps is [KnowledgeGap.MaxHops] && question.MaxHops < 8;
        var expected = count.Points > 0 ? Outcome.Found : isKnown && !isOpen ? Outcome.None : Outcome.Undecided;
        PathComparison.Compare(differences, "outcome", expected, answer.Outcome);
    }
}
