using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>An answer about articulation points and bridges against an oracle that takes each node and each link away in turn.</summary>
internal static class BridgeComparison
{
    internal static List<string> Differences(FactSet set, BridgesQuestion question, Answer<BridgesResult> answer)
    {
        var oracle = BruteForce.OfLinks(set, question.Filter);
        var links = oracle.Hops.Where(hop => hop.From != hop.To).Select(hop => (hop.From, hop.To)).Distinct().ToHashSet();
        var all = Hops(links, question.Anchor);
        var near = all.Where(pair => pair.Value <= (question.MaxHops ?? int.MaxValue)).ToDictionary(pair => pair.Key, pair => pair.Value);
        links.RemoveWhere(link => !near.ContainsKey(link.From) || !near.ContainsKey(link.To));
        var points = near.Keys.Where(node => node != question.Anchor)
            .Select(node => (Text: node, CutOff: Lost(links.Where(link => link.From != node && link.To != node), node)))
            .ToList();
        var bridges = links.Where(link => near[link.From] < near[link.To])
            .Select(link => (Text: $"{link.From} > {link.To}", CutOff: Lost(links.Where(other => other != link && other != (link.To, link.From)), except: "")))
            .ToList();
        var (pointLines, bridgeLines, partLines) = (Lines(points), Lines(bridges), PartLines());
        var (limit, result, differences) = (question.Bounds.Limit, answer.Result, new List<string>());
        PathComparison.Compare(differences, "size", (near.Count, links.Count / 2), (result.Nodes, result.Links));
        PathComparison.Compare(differences, "counts", (pointLines.Count, bridgeLines.Count, partLines.Count), (result.PointCount, result.BridgeCount, result.PartCount));
        Compare("points", pointLines, result.Points.Select(point => Line(point.Node, point.CutsOff, point.CutOff)));
        Compare("bridges", bridgeLines, result.Bridges.Select(bridge => Line($"{bridge.Link.From} > {bridge.Link.To}", bridge.CutsOff, bridge.CutOff)));
        Compare("parts", partLines, result.Parts.Select(part => Line("", part.Size, part.Nodes)));
        var isLimited = Math.Max(pointLines.Count, Math.Max(bridgeLines.Count, partLines.Count)) > limit;
        PathComparison.Compare(differences, "stopped", isLimited ? StopReason.Limit : StopReason.None, answer.Stopped);
        var gap = near.Count < all.Count ? "MaxHops" : near.Count == 1 && !oracle.IsLeft(question.Anchor) ? "FromHasNoFacts" : "";
        PathComparison.Compare(differences, "gaps", gap, string.Join(' ', result.Gaps));
        var isFound = pointLines.Count + bridgeLines.Count > 0;
        PathComparison.Compare(differences, "outcome", isFound ? Outcome.Found : gap.Length > 0 ? Outcome.Undecided : Outcome.None, answer.Outcome);
        foreach (var member in differences.Count > 0 ? [] : result.Members)
        {
            PathComparison.ComparePath(differences, set, question.Filter, oracle, oracle.Paths(question.Anchor, member.Node, member.Tier)[0], member.Path);
        }

        return differences;

        List<string> Lost(IEnumerable<(string From, string To)> left, string except)
        {
            var kept = Hops([.. left], question.Anchor);
            return InOrder(near.Keys.Where(node => node != except && !kept.ContainsKey(node)));
        }

        List<string> InOrder(IEnumerable<string> nodes) => [.. nodes.OrderBy(node => near[node]).ThenBy(node => node, StringComparer.Ordinal)];

        List<string> PartLines()
        {
            var without = links.Where(link => link.From != question.Anchor && link.To != question.Anchor).ToHashSet();
            var parts = near.Keys.Where(node => node != question.Anchor).Select(node => InOrder(Hops(without, node).Keys)).DistinctBy(nodes => nodes[0]);
            var lines = parts.OrderByDescending(nodes => nodes.Count).ThenBy(nodes => near[nodes[0]]).ThenBy(nodes => nodes[0], StringComparer.Ordinal)
                .Select(nodes => Line("", nodes.Count, nodes)).ToList();
            return lines.Count > 1 ? lines : [];
        }

        void Compare(string what, List<string> expected, IEnumerable<string> actual) =>
            PathComparison.Compare(differences, what, string.Join(", ", expected.Take(limit)), string.Join(", ", actual));
    }

    private static List<string> Lines(IEnumerable<(string Text, List<string> CutOff)> candidates) =>
    [
        .. candidates.Where(candidate => candidate.CutOff.Count > 0)
            .OrderByDescending(candidate => candidate.CutOff.Count)
            .ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
            .Select(candidate => Line(candidate.Text, candidate.CutOff.Count, candidate.CutOff)),
    ];

    private static string Line(string text, int count, IEnumerable<string> nodes) => $"{text} {count}: {string.Join(' ', nodes.Take(BridgesResult.MostListed))}";

    private static Dictionary<string, int> Hops(HashSet<(string From, string To)> links, string start)
    {
        var hops = new Dictionary<string, int> { [start] = 0 };
        for (var depth = 0; hops.ContainsValue(depth); depth++)
        {
            foreach (var node in hops.Where(pair => pair.Value == depth).Select(pair => pair.Key).ToList())
            {
                foreach (var link in links.Where(link => link.From == node))
                {
                    hops.TryAdd(link.To, depth + 1);
                }
            }
        }

        return hops;
    }
}
