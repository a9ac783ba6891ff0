using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Verify;

/// <summary>Checks an answer about what nodes have in common: looks for the tiers of each again and compares.</summary>
internal static class CommonAnswer
{
    internal static void Check(AnswerBody body, HopRules rules, StepCount steps)
    {
        var asked = rules.Asked;
        body.ExpectOnly("members", "gaps", "frontier");
        body.CheckHead(body.Items("members").Count > 0, body.Items("gaps").Count > 0);
        var tiers = new TierPaths(rules, steps);
        var common = body.IsCut ? null : Common(asked, tiers);
        if (common is null)
        {
            body.Findings.Leave("anything but the head: the search, or this check, was cut short");
            return;
        }

        var kept = common.Take(asked.Limit).ToList();
        IReadOnlyList<string> frontier = kept.Count > 0 ? [] : tiers.EndsAmong(asked.Starts.SelectMany(anchor => tiers.From(anchor) ?? []));
        body.ExpectNoneOf("frontier", frontier.Count == 0);
        var before = body.Findings.Problems;
        body.Expect("complete", writer =>
        {
            writer.List("members", kept, (w, paths) => w.Object(paths, (m, item) => Write(m, rules, tiers, item)));
            if (kept.Count == 0)
            {
                writer.List("gaps", asked.Starts.Select(id => (Node: id, Reason: tiers.GapsOf(id) is [var reason, ..] ? reason : null)).Where(gap => gap.Reason is not null), static (w, gap) => w.Object(gap, static (g, item) =>
                {
                    g.Field("node", item.Node);
                    g.Field("reason", item.Reason);
                }));
                writer.Field("frontier", frontier);
            }
        });
        if ((body.StoppedBy == "limit") != kept.Count < common.Count)
        {
            body.Wrong("bound", "stoppedBy", body.Find("stoppedBy"), kept.Count < common.Count ? "limit: there are more nodes" : "nothing: there are no more nodes");
        }

        if (before == body.Findings.Problems)
        {
            body.Findings.Prove($"{Findings.Count(kept.Count, "nodes")} and no others: the first path from each of {asked.Starts.Count} nodes to every node was looked for again");
        }

        var found = kept.SelectMany(paths => paths).ToList();
        body.CheckEvidence(found.SelectMany(path => PathText.FactsOf(rules, path)), [.. asked.Starts, .. frontier, .. found.SelectMany(path => path.Nodes)]);
    }

    private static List<List<PathFacts>>? Common(Asked asked, TierPaths tiers)
    {
        var byNode = new List<Dictionary<string, PathFacts>>();
        foreach (var anchor in asked.Starts)
        {
            if (tiers.From(anchor) is not { } paths)
            {
                return null;
            }

            byNode.Add(paths.ToDictionary(path => tiers.MemberOf(path.Nodes), StringComparer.Ordinal));
        }

        return [.. byNode[0].Keys
            .Where(node => byNode.TrueForAll(paths => paths.ContainsKey(node)))
            .OrderBy(node => byNode.Sum(paths => paths[node].Hops.Count))
            .ThenBy(node => node, StringComparer.Ordinal)
            .Select(node => byNode.ConvertAll(paths => paths[node]))];
    }

    private static void Write(JsonWriter writer, HopRules rules, TierPaths tiers, List<PathFacts> paths)
    {
        writer.Field("node", tiers.MemberOf(paths[0].Nodes));
        writer.Field("hops", paths.Sum(path => path.Hops.Count));
        writer.List("from", paths, (w, path) => w.Object(path, (p, item) =>
        {
            p.Field("tier", item.Hops.Count);
            p.Object("path", item, (each, one) => PathText.Write(each, rules, one));
        }));
    }
}
