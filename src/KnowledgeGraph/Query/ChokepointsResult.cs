using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>The chokepoints of what a node depends on, or why none was found.</summary>
public sealed record ChokepointsResult : Result
{
    /// <summary>How many nodes the target depends on at all.</summary>
    public required int Reached { get; init; }

    /// <summary>The chokepoints, by the number of nodes cut off, greatest first, then by tier, then by id.</summary>
    public required IReadOnlyList<Chokepoint> Chokepoints { get; init; }

    /// <summary>The chokepoints and the nodes that they cut off, each once, by tier, then by id.</summary>
    public required IReadOnlyList<HangingNode> Members { get; init; }

    /// <summary>Where nothing was found: what keeps the question undecided; empty if it is decided.</summary>
    public IReadOnlyList<KnowledgeGap> Gaps { get; init; } = [];

    internal override IEnumerable<Claim> Claims =>
    [
        new("chokepoints", [.. Chokepoints.Select(point => point.Node)]),
        .. Chokepoints.Select(point => new Claim($"cut off without {point.Node}", point.CutOff)),
        new("facts", [.. DrawnFacts.Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
    [
        .. Chokepoints.Select(point => new AnswerItem("chokepoint", point.Node, [new ItemValue("cuts off", string.Join(", ", point.CutOff))])),
        .. AnswerItem.OfFacts(DependencyPath.RestsOn(Members.Select(member => member.Path))),
    ];

    internal override IEnumerable<string> DrawnFacts => DependencyPath.FactsOf(Members.Select(member => member.Path));

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("reached", Reached);
        writer.List("chokepoints", Chokepoints, static (w, point) => w.Object(point, static (p, item) =>
        {
            p.Field("node", item.Node);
            p.Field("cutOff", item.CutOff);
        }));
        writer.List("members", Members, static (w, member) => w.Object(member, static (m, item) =>
        {
            m.Field("node", item.Node);
            m.Field("tier", item.Tier);
            m.Field("hangsFrom", item.HangsFrom);
            m.Object("path", item.Path, PathJson.Write);
        }));
        if (Chokepoints.Count == 0)
        {
            writer.List("gaps", Gaps, static (w, gap) => w.WriteValue(PathJson.TextOf(gap)));
        }
    }
}

/// <summary>A node that everything behind it hangs from.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="CutOff">Ids of the nodes that no path reaches without it, by tier, then by id; at least one.</param>
public sealed record Chokepoint(string Node, IReadOnlyList<string> CutOff);

/// <summary>A chokepoint, or a node cut off by one.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Tier">Hops of the shortest simple path.</param>
/// <param name="HangsFrom">Ids of its nearest chokepoints, one as a rule; empty where it hangs from the target alone.</param>
/// <param name="Path">The first shortest path by node ids, from the dependent end.</param>
public sealed record HangingNode(string Node, int Tier, IReadOnlyList<string> HangsFrom, DependencyPath Path);
