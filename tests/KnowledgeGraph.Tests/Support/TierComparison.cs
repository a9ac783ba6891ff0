using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>An answer about tiers against the oracle, every difference as a line.</summary>
internal static class TierComparison
{
    internal static List<string> Differences(FactSet set, TierQuestion question, Answer<TiersResult> answer)
    {
        var oracle = new BruteForce(set, question.Filter);
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
        CompareOutcome(differences, oracle, question, members.Count, isFromAnchor, answer);
        if (differences.Count == 0)
        {
            foreach (var (expected, actual) in kept.Zip(answer.Result.Members))
            {
                PathComparison.ComparePath(differences, set, question.Filter, oracle, expected.Path!, actual.Path);
            }
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

    private static void CompareOutcome(
        List<string> differences, BruteForce oracle, TierQuestion question, int count, bool isFromAnchor, Answer<TiersResult> answer)
    {
        var isKnown = isFromAnchor ? oracle.IsLeft(question.Anchor) : oracle.IsArrivedAt(question.Anchor);
        var expected = count > 0 ? Outcome.Found : isKnown ? Outcome.None : Outcome.Undecided;
        PathComparison.Compare(differences, "outcome", expected, answer.Outcome);
    }
}
