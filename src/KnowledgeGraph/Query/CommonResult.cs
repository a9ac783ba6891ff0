using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>What several nodes all depend on, or why nothing was found.</summary>
public sealed record CommonResult : Result
{
    /// <summary>The common nodes, by the hops of all their paths together, then by id.</summary>
    public required IReadOnlyList<CommonNode> Members { get; init; }

    /// <summary>Where nothing was found: for which of the nodes asked about the question is undecided, and why; empty if it is decided.</summary>
    public IReadOnlyList<CommonGap> Gaps { get; init; } = [];

    /// <summary>Where nothing was found: nodes reached from any of them at which knowledge ends, by id.</summary>
    public IReadOnlyList<string> Frontier { get; init; } = [];

    internal override IEnumerable<Claim> Claims =>
    [
        new("common", [.. Members.Select(member => member.Node)]),
        new("facts", [.. DrawnFacts.Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
    [
        .. Members.Select(member => new AnswerItem("node", member.Node, [.. member.Paths.Select(ValueOf)])),
        .. AnswerItem.OfFacts(DependencyPath.RestsOn(Chains)),
    ];

    internal override IEnumerable<string> DrawnFacts => DependencyPath.FactsOf(Chains);

    internal override IEnumerable<DependencyPath> Chains => Members.SelectMany(member => member.Paths);

    private static ItemValue ValueOf(DependencyPath path, int number) => new(
        $"path {(number + 1).ToString(CultureInfo.InvariantCulture)}", $"{PathItem.IdOf(path)}, weakest link {FactJson.Number(path.WeakestLink!.Confidence)} ({path.WeakestLink.Fact})");

    internal override void WriteTo(JsonWriter writer)
    {
        writer.List("members", Members, static (w, member) => w.Object(member, static (m, item) =>
        {
            m.Field("node", item.Node);
            m.Field("hops", item.Hops);
            m.List("from", item.Paths, static (f, path) => f.Object(path, static (p, each) =>
            {
                p.Field("tier", each.Hops.Count);
                p.Object("path", each, PathJson.Write);
            }));
        }));
        if (Members.Count == 0)
        {
            writer.List("gaps", Gaps, static (w, gap) => w.Object(gap, static (g, item) =>
            {
                g.Field("node", item.Node);
                g.Field("reason", PathJson.TextOf(item.Reason));
            }));
            writer.Field("frontier", Frontier);
        }
    }
}

/// <summary>A node that all depend on.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Hops">The hops of all paths together.</param>
/// <param name="Paths">The first shortest path from each node asked about, in their order; its length is the tier. Causal ones run from the cause.</param>
public sealed record CommonNode(string Node, int Hops, IReadOnlyList<DependencyPath> Paths);

/// <summary>Why too little is known of a node asked about.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Reason">What is missing.</param>
public sealed record CommonGap(string Node, KnowledgeGap Reason);
