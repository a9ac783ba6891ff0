using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>Checks an answer about tiers: looks for the first shortest path of every node again.</summary>
internal static class TierAnswer
{
    internal static void Check(AnswerBody body, HopRules rules, StepCount steps)
    {
        var asked = rules.Asked;
        body.ExpectOnly("tiers", "members", "frontier", "gaps");
        var tiers = new TierPaths(rules, steps);
        body.CheckHead(body.Items("members").Count > 0, body.Items("gaps").Count > 0);
        var found = SoundMembers(body, rules, tiers);
        if (body.IsCut || tiers.From(asked.From) is not { } paths)
        {
            body.Findings.Leave("that no node is missing: the search, or this check, was cut short");
        }
        else
        {
            Expect(body, rules, tiers, paths);
        }

        string[] counted = [.. body.Items("tiers").SelectMany(tier => Texts(tier, "products").Concat(Texts(tier, "countries")))];
        body.CheckEvidence(found.SelectMany(path => PathText.FactsOf(rules, path)), [asked.From, .. found.SelectMany(path => path.Nodes), .. counted]);
    }

    private static List<PathFacts> SoundMembers(AnswerBody body, HopRules rules, TierPaths tiers)
    {
        var found = new List<PathFacts>();
        var members = body.Items("members");
        for (var i = 0; i < members.Count; i++)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"members[{i}]");
            if (members[i].Find("path") is not { } item || PathItem.Check(body, rules, item, $"{where}.path") is not { } path)
            {
                continue;
            }

            found.Add(path);
            body.ExpectItem("tier", where, members[i], writer =>
            {
                writer.Field("node", tiers.MemberOf(path.Nodes));
                writer.Field("tier", path.Hops.Count);
                writer.Object("path", path, (w, p) => PathText.Write(w, rules, p));
            });
        }

        body.Findings.Prove($"{Findings.Count(found.Count, "nodes")}, each with a path on which every hop keeps to filters and rules");
        return found;
    }

    private static void Expect(AnswerBody body, HopRules rules, TierPaths tiers, IReadOnlyList<PathFacts> paths)
    {
        var kept = paths.Take(rules.Asked.Limit).ToList();
        var frontier = tiers.EndsAmong(kept);
        var before = body.Findings.Problems;
        body.ExpectNoneOf("frontier", frontier.Count == 0);
        body.Expect("complete", writer =>
        {
            writer.List("tiers", paths.GroupBy(path => path.Hops.Count), (w, tier) => w.Object(tier, (t, group) => tiers.WriteCount(t, [.. group])));
            writer.List("members", kept, (w, path) => w.Object(path, (m, item) =>
            {
                m.Field("node", tiers.MemberOf(item.Nodes));
                m.Field("tier", item.Hops.Count);
                m.Object("path", item, (p, each) => PathText.Write(p, rules, each));
            }));
            writer.Field("frontier", frontier);
            if (kept.Count == 0)
            {
                writer.List("gaps", tiers.GapsOf(rules.Asked.From), static (w, gap) => w.WriteValue(gap));
            }
        });
        if ((body.StoppedBy == "limit") != kept.Count < paths.Count)
        {
            body.Wrong("bound", "stoppedBy", body.Find("stoppedBy"), kept.Count < paths.Count ? "limit: there are more nodes" : "nothing: there are no more nodes");
        }

        if (before == body.Findings.Problems)
        {
            body.Findings.Prove("no node is missing, and no path is shorter: the first path to every node was looked for again");
        }
    }

    private static IEnumerable<string> Texts(SeedValue item, string member) => item.Find(member)?.Items.Select(text => text.Text) ?? [];
}
