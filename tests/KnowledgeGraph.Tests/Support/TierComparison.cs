using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>An answer about tiers against the oracle, every difference as a line.</summary>
internal static class TierComparison
{
    internal static List<string> Differences(FactSet set, TierQuestion question, Answer<TiersResult> answer)
    {
        var oracle = new BruteForce(set, new PathQuestion { From = "", To = "", Filter = question.Filter, IsOrderedInTime = question.IsOrderedInTime });
        var isFromAnchor = question.IsDownstream == oracle.IsCausal;
        var members = set.Nodes
            .Where(node => node.Id != question.Anchor)
            .Select(node => (Node: node.Id, Path: FirstPath(oracle, question, node.Id, isFromAnchor)))
            .Where(member => member.Path is not null)
            .OrderBy(member => member.Path!.Nodes.Count)
            .ThenBy(member => member.Node, StringComparer.Ordinal)
            .ToList();
        var kept = members.Take(question.Bounds.Limit).ToList();
        var differences = new List<string>();
        PathComparison.Compare(differences, "stopped", kept.Count < members.Count ? StopReason.Limit : StopReason.None, answer.Stopped);
        PathComparison.Compare(
            differences,
            "members",
            PathComparison.Lines(kept.Select(member => member.Path!.Nodes.Prepend($"{member.Node} {member.Path.Nodes.Count - 1}:"))),
            PathComparison.Lines(answer.Result.Members.Select(member => member.Path.Nodes.Prepend($"{member.Node} {member.Tier}:"))));
        var counts = members.CountBy(member => member.Path!.Nodes.Count - 1).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}:{pair.Value}");
        PathComparison.Compare(differences, "tiers", string.Join(' ', counts), string.Join(' ', answer.Result.Tiers.Select(tier => $"{tier.Tier}:{tier.Nodes}")));
        CompareContents(differences, set, members.Select(member => (member.Node, member.Path!)), isFromAnchor, answer.Result);
        CompareOutcome(differences, oracle, question, members.Count, isFromAnchor, answer, set);
        CompareFrontier(differences, oracle, kept.Select(member => member.Node), isFromAnchor, answer.Result);
        if (differences.Count == 0)
        {
            foreach (var (expected, actual) in kept.Zip(answer.Result.Members))
            {
                PathComparison.ComparePath(differences, set, question.Filter, oracle, expected.Path!, actual.Path);
            }

            EvidenceComparison.Compare(differences, set, answer.Result.Members.Select(member => member.Path), answer);
        }

        return differences;
    }

    private static BrutePath? FirstPath(BruteForce oracle, TierQuestion question, string node, bool isFromAnchor) =>
        (isFromAnchor ? oracle.Paths(question.Anchor, node, question.MaxHops) : oracle.Paths(node, question.Anchor, question.MaxHops)).FirstOrDefault();

    private static void CompareContents(
        List<string> differences, FactSet set, IEnumerable<(string Node, BrutePath Path)> members, bool isFromAnchor, TiersResult result)
    {
        foreach (var (tier, group) in result.Tiers.Zip(members.GroupBy(member => member.Path.Nodes.Count - 1)))
        {
            var products = group.SelectMany(member => member.Path.ProductsOf(isFromAnchor ? member.Path.Nodes.Count - 2 : 0));
            var nodes = group.Select(member => set.Nodes.Single(node => node.Id == member.Node)).ToList();
            var countries = nodes.SelectMany(node => node.Countries).Concat(nodes.Where(node => node.Type == "Country").Select(node => node.Id));
            PathComparison.Compare(differences, $"products of tier {tier.Tier}", Sorted(products), string.Join(' ', tier.Products));
            PathComparison.Compare(differences, $"countries of tier {tier.Tier}", Sorted(countries), string.Join(' ', tier.Countries));
        }
    }

    private static string Sorted(IEnumerable<string> ids) => string.Join(' ', ids.Distinct().Order(StringComparer.Ordinal));

    /// <summary>A closure: the nodes that walks reach, with the fewest hops, and evidence that is such a walk.</summary>
    internal static List<string> DifferencesOfClosure(FactSet set, TierQuestion question, Answer<TiersResult> answer)
    {
        var oracle = new BruteForce(set, question.Filter);
        var isFromAnchor = question.IsDownstream == oracle.IsCausal;
        var hops = isFromAnchor
            ? oracle.Walks(question.Anchor)
            : set.Nodes.Select(node => (node.Id, Hops: oracle.Walks(node.Id))).Where(pair => pair.Hops.ContainsKey(question.Anchor)).ToDictionary(pair => pair.Id, pair => pair.Hops[question.Anchor]);
        hops.Remove(question.Anchor);
        var expected = hops.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}").ToList();
        var differences = new List<string>();
        PathComparison.Compare(differences, "stopped", expected.Count > question.Bounds.Limit ? StopReason.Limit : StopReason.None, answer.Stopped);
        PathComparison.Compare(
            differences,
            "members",
            string.Join(", ", expected.Take(question.Bounds.Limit)),
            string.Join(", ", answer.Result.Members.Select(member => $"{member.Node} {member.Tier}")));
        PathComparison.Compare(differences, "counted", expected.Count, answer.Result.Tiers.Sum(tier => tier.Nodes));
        foreach (var member in answer.Result.Members)
        {
            string[] ends = isFromAnchor ? [question.Anchor, member.Node] : [member.Node, question.Anchor];
            PathComparison.Compare(differences, $"ends of {member.Node}", string.Join(' ', ends), $"{member.Path.Nodes[0]} {member.Path.Nodes[^1]}");
            PathComparison.Compare(differences, $"hops carried to {member.Node}", member.Tier, oracle.SoundHops([.. member.Path.Nodes]));
        }

        return differences;
    }

    /// <summary>The nodes around one, by links either way.</summary>
    internal static List<string> DifferencesOfNeighbourhood(FactSet set, NeighbourhoodQuestion question, Answer<TiersResult> answer)
    {
        var oracle = BruteForce.OfLinks(set, question.Filter);
        var expected = oracle.Walks(question.Anchor)
            .Where(pair => pair.Key != question.Anchor && pair.Value <= question.MaxHops)
            .OrderBy(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        var differences = new List<string>();
        PathComparison.Compare(
            differences,
            "members",
            string.Join(", ", expected.Select(pair => $"{pair.Key} {pair.Value}")),
            string.Join(", ", answer.Result.Members.Select(member => $"{member.Node} {member.Tier}")));
        if (differences.Count == 0)
        {
            foreach (var member in answer.Result.Members)
            {
                var path = oracle.Paths(question.Anchor, member.Node, member.Tier)[0];
                PathComparison.ComparePath(differences, set, question.Filter, oracle, path, member.Path);
            }
        }

        PathComparison.Compare(differences, "outcome", expected.Count > 0 ? Outcome.Found : oracle.IsLeft(question.Anchor) ? Outcome.None : Outcome.Undecided, answer.Outcome);
        return differences;
    }

    private static void CompareFrontier(List<string> differences, BruteForce oracle, IEnumerable<string> members, bool isFromAnchor, TiersResult result) =>
        PathComparison.Compare(
            differences,
            "frontier",
            string.Join(' ', members.Where(node => !(isFromAnchor ? oracle.IsLeft(node) : oracle.IsArrivedAt(node))).Order(StringComparer.Ordinal)),
            string.Join(' ', result.Frontier));

    /// <summary>No is said only where no simple path of any length is to be found, and hops are blamed only where there are nodes for longer ones.</summary>
    private static void CompareOutcome(
        List<string> differences, BruteForce oracle, TierQuestion question, int count, bool isFromAnchor, Answer<TiersResult> answer, FactSet set)
    {
        var isKnown = isFromAnchor ? oracle.IsLeft(question.Anchor) : oracle.IsArrivedAt(question.Anchor);
        var isLonger = count == 0 && isKnown && set.Nodes.Any(node => node.Id != question.Anchor && FirstPath(oracle, question with { MaxHops = set.Nodes.Count }, node.Id, isFromAnchor) is not null);
        var isBlamed = answer.Result.Gaps.Contains(KnowledgeGap.MaxHops);
        if (isLonger && !isBlamed)
        {
            differences.Add("nothing is found within the hops, but there is a longer path");
        }

        if (isBlamed && question.MaxHops >= set.Nodes.Count - 1)
        {
            differences.Add("the hops are blamed, but there are no nodes for a longer path");
        }

        var expected = count > 0 ? Outcome.Found : isKnown && !isBlamed ? Outcome.None : Outcome.Undecided;
        PathComparison.Compare(differences, "outcome", expected, answer.Outcome);
    }
}
