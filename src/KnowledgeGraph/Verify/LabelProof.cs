using System.Globalization;
using System.Numerics;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>
/// Checks the labels of a certificate. Each says where a walk can stand after so many hops and, for reliability, with what product. If
/// they hold the start, are closed under every hop that could still lead to something better, and none may end at TO, then nothing
/// better does: the check looks at one hop at a time and searches for nothing.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="body">The answer.</param>
internal sealed class LabelProof(HopRules rules, AnswerBody body)
{
    private const string What = "certificate";
    private readonly Asked asked = rules.Asked;
    private readonly Dictionary<WalkState, List<Label>> labels = [];

    /// <param name="first">The first path of the answer; null where it says that there is none.</param>
    internal void Check(PathFacts? first)
    {
        if (body.Find("certificate") is not { } certificate)
        {
            body.Wrong(What, What, null, "a certificate, which the question asks for");
            return;
        }

        if (certificate.Find("shows")?.Text == "nothing")
        {
            CheckObstacle(certificate, first);
            return;
        }

        var claim = first is null ? "no-path" : asked.Order switch { "hops" => "none-shorter", "reliability" => "none-more-reliable", _ => "none-wider" };
        if (certificate.Find("shows") is not { } shows || shows.Text != claim)
        {
            body.Wrong(What, "certificate.shows", certificate.Find("shows"), claim);
        }

        foreach (var member in certificate.Properties.Where(member => member.Name is not ("shows" or "labels")))
        {
            body.Wrong(What, $"certificate.{member.Name}", member.Value, "shows and labels alone");
        }

        Check(certificate, first, claim);
    }

    /// <summary>A certificate may show nothing; why, it must say, and where the reason can be told from the rest of the answer, rightly.</summary>
    private void CheckObstacle(SeedValue certificate, PathFacts? first)
    {
        string[] reasons = asked.From == asked.To ? ["no-hops"]
            : first is null && body.StoppedBy is not null ? ["stopped"]
            : first is not null && asked.IsDisjoint ? ["disjoint"]
            : ["bounds", "labels", "walks"];
        if (certificate.Find("because") is { } because && reasons.Contains(because.Text) && certificate.Properties.Count == 2)
        {
            body.Findings.Leave($"by labels that nothing is better: the certificate shows nothing ({because.Text})");
        }
        else
        {
            body.Wrong(What, What, certificate, $"a reason why it shows nothing: {string.Join(" or ", reasons)}");
        }
    }

    private void Check(SeedValue certificate, PathFacts? first, string claim)
    {
        var before = body.Findings.Problems;
        var better = new Better(claim, first, asked);
        Read(certificate);
        var arrived = new HashSet<(WalkState, int, BigInteger)> { (rules.Start(asked.From), 0, Label.One) };
        if (!labels.ContainsKey(rules.Start(asked.From)))
        {
            body.Wrong(What, "certificate.labels", certificate, $"a label for the start, {asked.From}");
        }

        foreach (var label in labels.Values.SelectMany(some => some))
        {
            CheckOnwards(label, better, arrived);
        }

        CheckEach(arrived, better);
        if (body.Findings.Problems == before)
        {
            body.Findings.Prove(string.Create(
                CultureInfo.InvariantCulture, $"{better.Text}: {labels.Values.Sum(some => some.Count)} labels are closed under every hop, and no walk they cover ends at {asked.To}"));
        }
    }

    private void Read(SeedValue certificate)
    {
        var problems = new ProblemList();
        foreach (var item in certificate.Find("labels") is { } list ? list.Items : [])
        {
            var before = problems.Count;
            if (StrictObject.Of(item, problems) is { } json && Label.Read(json) is { } label && problems.Count == before && IsOfQuestion(label.State))
            {
                labels.TryAdd(label.State, []);
                labels[label.State].Add(label);
            }
            else
            {
                body.Wrong(What, "certificate.labels", item, "a label with a node, its hops and what the walk has gathered");
            }
        }
    }

    /// <summary>Whether a label says of a walk what this question has to know, and no more.</summary>
    private bool IsOfQuestion(WalkState state) =>
        (state.Stand is null) == (asked.Edges is null) && (state.Day is null) == !asked.IsInTimeOrder && state.Passed <= asked.Via.Count;

    private void CheckOnwards(Label label, Better better, HashSet<(WalkState, int, BigInteger)> arrived)
    {
        foreach (var hop in label.Hops < better.Horizon ? rules.From(label.State.Node) : [])
        {
            var best = better.Times(label.Best, hop);
            if (better.IsHopeless(hop, best) || rules.Next(label.State, hop) is not { } next)
            {
                continue;
            }

            arrived.Add((next, label.Hops + 1, best));
            if (!labels.TryGetValue(next, out var there) || !there.Exists(other => other.Hops <= label.Hops + 1 && other.Best >= best))
            {
                body.Wrong(What, "certificate.labels", label.Place, $"a label for {next.Node} after at most {label.Hops + 1} hops, where {hop.Fact.Id} leads");
            }
        }
    }

    private void CheckEach(HashSet<(WalkState, int, BigInteger)> arrived, Better better)
    {
        foreach (var label in labels.Values.SelectMany(some => some))
        {
            if (label.Hops > better.Horizon || !arrived.Contains((label.State, label.Hops, label.Best)))
            {
                body.Wrong(What, "certificate.labels", label.Place, "what one hop makes of another label");
            }

            if (labels[label.State].Exists(other => other != label && other.Hops <= label.Hops && other.Best >= label.Best))
            {
                body.Wrong(What, "certificate.labels", label.Place, "no label beside a better one for the same");
            }

            if (label.State.Node == asked.To && rules.MayEnd(label.State))
            {
                body.Wrong(What, "certificate.labels", label.Place, $"no label at which a path may end at {asked.To}");
            }
        }
    }

    /// <summary>What would be better than the first path, and how far it is worth looking.</summary>
    private sealed class Better(string claim, PathFacts? first, Asked asked)
    {
        private readonly double weakest = claim == "none-wider" ? new PathTrust(first!).Weakest()?.Carrier.Confidence ?? 1 : -1;

        private readonly BigInteger product = claim == "none-more-reliable" ? WantedPaths.WorthOf(first!, "reliability") : -1;

        internal int Horizon { get; } = claim == "none-shorter" ? first!.Hops.Count - 1 : asked.MaxHops;

        internal string Text { get; } = claim switch
        {
            "no-path" => $"there is no path within {asked.MaxHops} hops",
            "none-shorter" => $"no path has fewer hops than the first, {first!.Hops.Count}",
            "none-wider" => "no path has a better weakest link than the first",
            _ => "no path has a greater product than the first",
        };

        internal BigInteger Times(BigInteger best, WalkHop hop) =>
            product < 0 ? best : best / 10_000 * (int)Math.Round(hop.Fact.Confidence * 10_000);

        internal bool IsHopeless(WalkHop hop, BigInteger best) => hop.Fact.Confidence <= weakest || best <= product;
    }
}
