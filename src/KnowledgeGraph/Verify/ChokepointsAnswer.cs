using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Verify;

/// <summary>Checks an answer about chokepoints: leaves each node out in turn and looks what can still be reached.</summary>
internal static class ChokepointsAnswer
{
    internal static void Check(AnswerBody body, HopRules rules, StepCount steps)
    {
        body.ExpectOnly("reached", "chokepoints", "members", "gaps");
        body.CheckHead(body.Items("chokepoints").Count > 0, body.Items("gaps").Count > 0);
        var tiers = new TierPaths(rules, steps);
        if (body.IsCut || tiers.From(rules.Asked.From) is not { } paths || PointsOf(rules, tiers, paths, steps) is not { } points)
        {
            body.Findings.Leave("anything but the head: the search, or this check, was cut short");
            return;
        }

        var kept = points.Take(rules.Asked.Limit).ToList();
        var members = kept.SelectMany(point => point.CutOff.Prepend(point.Path)).Distinct().OrderBy(paths.ToList().IndexOf).ToList();
        Expect(body, rules, tiers, paths.Count, kept, members);
        if ((body.StoppedBy == "limit") != kept.Count < points.Count)
        {
            body.Wrong("bound", "stoppedBy", body.Find("stoppedBy"), kept.Count < points.Count ? "limit: there are more" : "nothing: there are no more");
        }

        body.Findings.Prove($"these chokepoints and no others: each of {paths.Count} nodes was left out in turn");
        body.CheckEvidence(members.SelectMany(path => PathText.FactsOf(rules, path)), [rules.Asked.From, .. members.SelectMany(path => path.Nodes)]);
    }

    /// <summary>The nodes without which others cannot be reached, most cut off first; null once the steps are spent.</summary>
    private static List<(PathFacts Path, List<PathFacts> CutOff)>? PointsOf(HopRules rules, TierPaths tiers, IReadOnlyList<PathFacts> paths, StepCount steps)
    {
        var points = new List<(PathFacts Path, List<PathFacts> CutOff)>();
        foreach (var point in paths)
        {
            var node = tiers.MemberOf(point.Nodes);
            var filter = rules.Asked.Filter;
            var without = new HopRules(rules.Set, rules.Asked with { Filter = filter with { AvoidNodes = [.. filter.AvoidNodes, node] } });
            var onWay = paths.Where(path => path != point && path.Nodes.Contains(node)).ToList();
            var left = onWay.Count == 0 ? [] : new TierPaths(without, steps).From(rules.Asked.From)?.Select(path => tiers.MemberOf(path.Nodes)).ToHashSet();
            if (left is null)
            {
                return null;
            }

            var cutOff = onWay.Where(path => !left.Contains(tiers.MemberOf(path.Nodes))).ToList();
            points.AddRange(cutOff.Count > 0 ? [(point, cutOff)] : []);
        }

        return [.. points.OrderByDescending(point => point.CutOff.Count)];
    }

    private static void Expect(
        AnswerBody body, HopRules rules, TierPaths tiers, int reached, List<(PathFacts Path, List<PathFacts> CutOff)> points, List<PathFacts> members)
    {
        var above = points.SelectMany(point => point.CutOff.Select(path => (path, point.Path))).ToLookup(pair => pair.path, pair => pair.Path);
        body.Expect("complete", writer =>
        {
            writer.Field("reached", reached);
            writer.List("chokepoints", points, (w, point) => w.Object(point, (p, item) =>
            {
                p.Field("node", tiers.MemberOf(item.Path.Nodes));
                p.Field("cutOff", [.. item.CutOff.Select(path => tiers.MemberOf(path.Nodes))]);
            }));
            writer.List("members", members, (w, member) => w.Object(member, (m, path) =>
            {
                var nearest = above[path].Where(point => !above[path].Any(other => above[other].Contains(point)));
                m.Field("node", tiers.MemberOf(path.Nodes));
                m.Field("tier", path.Hops.Count);
                m.Field("hangsFrom", [.. nearest.Select(point => tiers.MemberOf(point.Nodes)).Order(StringComparer.Ordinal)]);
                m.Object("path", path, (p, each) => PathText.Write(p, rules, each));
            }));
            if (points.Count == 0)
            {
                writer.List("gaps", tiers.GapsOf(rules.Asked.From), static (w, gap) => w.WriteValue(gap));
            }
        });
    }
}
