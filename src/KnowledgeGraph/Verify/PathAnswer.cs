using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>Checks an answer about paths or connections.</summary>
internal sealed class PathAnswer
{
    private readonly AnswerBody body;
    private readonly HopRules rules;
    private readonly Asked asked;
    private readonly StepCount steps;
    private readonly string member;

    private PathAnswer(AnswerBody body, HopRules rules, StepCount steps)
    {
        (this.body, this.rules, asked, this.steps) = (body, rules, rules.Asked, steps);
        member = asked.IsUndirected ? "connections" : "paths";
    }

    internal static void Check(AnswerBody body, HopRules rules, StepCount steps) => new PathAnswer(body, rules, steps).Check();

    private void Check()
    {
        body.ExpectOnly([member, .. asked.IsUndirected ? new[] { "meaning", "gaps" } : ["gaps", "frontier", "relaxations"], .. asked.WantsCertificate ? new[] { "certificate" } : []]);
        if (asked.IsUndirected)
        {
            body.Expect("meaning", static writer => writer.Field("meaning", "a connection, not a dependence"));
        }

        var paths = SoundPaths();
        if (paths is null)
        {
            return;
        }

        body.CheckHead(paths.Count > 0, body.Items("gaps").Count > 0);
        CheckOrder(paths);
        CheckList(paths);
        if (asked.WantsCertificate)
        {
            new LabelProof(rules, body).Check(paths.Count > 0 ? paths[0] : null);
        }
        else
        {
            body.Findings.Leave("by labels that nothing is better: the answer carries no certificate; ask with --certificate");
        }

        if (paths.Count > 0)
        {
            body.CheckEvidence(paths.SelectMany(path => PathText.FactsOf(rules, path)), EndsOf(paths.SelectMany(path => path.Nodes)));
            ExpectNoReasons();
        }
        else
        {
            NoPathAnswer.Check(body, rules, steps);
        }
    }

    /// <summary>An answer about connections names the ends whether or not it lists any.</summary>
    private IEnumerable<string> EndsOf(IEnumerable<string> nodes) => asked.IsUndirected ? [asked.From, asked.To, .. nodes] : nodes;

    /// <summary>The paths listed, each worked out anew from its nodes; null where one cannot be.</summary>
    private List<PathFacts>? SoundPaths()
    {
        if (body.Find(member) is not { Kind: SeedKind.List } list)
        {
            body.Wrong("paths", member, body.Find(member), "a list");
            return null;
        }

        var paths = new List<PathFacts>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (PathItem.Check(body, rules, list.Items[i], string.Create(CultureInfo.InvariantCulture, $"{member}[{i}]")) is not { } path)
            {
                return null;
            }

            var nodes = list.Items[i].Find("nodes")!;
            if (path.Nodes[0] != asked.From || path.Nodes[^1] != asked.To || path.Hops.Count > asked.MaxHops)
            {
                body.Wrong("ends", $"{member}[{i}].nodes", nodes, $"from {asked.From} to {asked.To} within {asked.MaxHops} hops");
            }

            paths.Add(path);
        }

        if (paths.Count > 0)
        {
            body.Findings.Prove($"{Findings.Count(paths.Count, member)}, {Findings.Count(paths.Sum(path => path.Hops.Count), "hops")}: every hop keeps to filters and rules; facts, products, weakest links and days are those of the seed");
        }

        return paths;
    }

    private void CheckOrder(List<PathFacts> paths)
    {
        for (var i = 1; i < paths.Count; i++)
        {
            if (Compare(paths[i - 1], paths[i]) >= 0)
            {
                body.Wrong("order", $"{member}[{i}]", body.Items(member)[i], $"by {asked.Order}, then hops, then node ids, each once");
            }

            if (asked.IsDisjoint && Enumerable.Range(0, i).Any(j => !DisjointSets.AreDisjoint(paths[j].Nodes, paths[i].Nodes, asked.Mode == "node-disjoint")))
            {
                body.Wrong("disjointness", $"{member}[{i}]", body.Items(member)[i], $"{asked.Mode} paths");
            }
        }
    }

    private int Compare(PathFacts a, PathFacts b)
    {
        var byWorth = WantedPaths.WorthOf(b, asked.Order).CompareTo(WantedPaths.WorthOf(a, asked.Order));
        var byHops = byWorth != 0 ? byWorth : a.Hops.Count.CompareTo(b.Hops.Count);
        return byHops != 0 ? byHops : a.Nodes.Zip(b.Nodes, string.CompareOrdinal).FirstOrDefault(order => order != 0);
    }

    private void CheckList(List<PathFacts> paths)
    {
        if (body.IsCut)
        {
            body.Findings.Leave($"that nothing is missing: the search was stopped by its bound of {body.StoppedBy}");
            return;
        }

        // A listing that is given up leaves the steps for everything else untouched.
        var ownSteps = new StepCount(steps.Most);
        if (new WantedPaths(rules, new PathList(rules, ownSteps), ownSteps).Find() is not var (wanted, isLimited))
        {
            body.Findings.Leave($"that nothing is missing or better: to list the paths again takes more than {steps.Most} steps");
            return;
        }

        var before = body.Findings.Problems;
        for (var i = 0; i < Math.Max(wanted.Count, paths.Count); i++)
        {
            var expected = i < wanted.Count ? string.Join(" > ", wanted[i]) : "no further path";
            var found = i < paths.Count ? string.Join(" > ", paths[i].Nodes) : "no further path";
            if (expected != found)
            {
                body.Wrong("complete", $"{member}[{i}]", i < paths.Count ? body.Items(member)[i] : body.Find(member), expected, found);
            }
        }

        if ((body.StoppedBy == "limit") != isLimited)
        {
            body.Wrong("bound", "stoppedBy", body.Find("stoppedBy"), isLimited ? "limit: there are more paths" : "nothing: there are no more paths");
        }

        if (body.Findings.Problems == before)
        {
            body.Findings.Prove("nothing is missing and nothing is better: the paths were listed again");
        }
    }

    private void ExpectNoReasons()
    {
        foreach (var name in new[] { "gaps", "frontier", "relaxations" })
        {
            if (body.Find(name) is { } reason)
            {
                body.Wrong("member", name, reason, "nothing where paths were found");
            }
        }
    }
}
