using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>What holds together all that a node is connected with.</summary>
public sealed record BridgesResult : Result
{
    /// <summary>Of the nodes behind a point or bridge, and of those of a part, at most so many are listed; all are counted.</summary>
    public const int MostListed = 20;

    /// <summary>Number of nodes of the component, or of what is within the hops, the node asked about included; 0 where a bound stopped the search.</summary>
    public int Nodes { get; init; }

    /// <summary>Number of links between them: pairs of nodes with a fact.</summary>
    public int Links { get; init; }

    /// <summary>Number of articulation points that cut others off, whatever the limit.</summary>
    public int PointCount { get; init; }

    /// <summary>Number of bridges, whatever the limit.</summary>
    public int BridgeCount { get; init; }

    /// <summary>Number of parts that the node asked about alone holds together, whatever the limit; 0 where it is no articulation point.</summary>
    public int PartCount { get; init; }

    /// <summary>The articulation points but the node asked about, by the number of nodes cut off, greatest first, then by id.</summary>
    public IReadOnlyList<CutPoint> Points { get; init; } = [];

    /// <summary>The bridges, by the number of nodes cut off, greatest first, then by the ids of their ends.</summary>
    public IReadOnlyList<Bridge> Bridges { get; init; } = [];

    /// <summary>The parts into which all else falls without the node asked about, greatest first, then by their first nodes.</summary>
    public IReadOnlyList<SeparatePart> Parts { get; init; } = [];

    /// <summary>Every node listed above, each once, by hops, then by id, with its first shortest path from the node asked about.</summary>
    public IReadOnlyList<TierMember> Members { get; init; } = [];

    /// <summary>
    /// <see cref="KnowledgeGap.MaxHops"/> where more lies beyond the hops, so that what is found need not hold for the whole;
    /// <see cref="KnowledgeGap.FromHasNoFacts"/> where no fact of the followed types ties the node to anything.
    /// </summary>
    public IReadOnlyList<KnowledgeGap> Gaps { get; init; } = [];

    internal override IEnumerable<Claim> Claims =>
    [
        new("articulation points", [.. Points.Select(point => point.Node)]),
        new("bridges", [.. Bridges.Select(bridge => bridge.Id)]),
        .. Points.Select(point => new Claim($"cut off without {point.Node}", point.CutOff)),
        new("facts", [.. DrawnFacts.Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
    [
        .. Points.Select(point => new AnswerItem("articulation point", point.Node, [Count("cuts off", point.CutsOff)])),
        .. Bridges.Select(bridge => new AnswerItem(
            "bridge", bridge.Id, [Count("cuts off", bridge.CutsOff), new("facts", string.Join(' ', bridge.Link.Facts.Select(fact => fact.Id)))])),
        .. AnswerItem.OfFacts(DependencyPath.RestsOn(Chains)),
    ];

    internal override IEnumerable<string> DrawnFacts => DependencyPath.FactsOf(Chains);

    internal override IEnumerable<DependencyPath> Chains => Members.Select(member => member.Path);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("nodes", Nodes);
        writer.Field("links", Links);
        writer.Field("pointCount", PointCount);
        writer.Field("bridgeCount", BridgeCount);
        writer.Field("partCount", PartCount);
        writer.List("points", Points, static (w, point) => w.Object(point, static (p, item) =>
        {
            p.Field("node", item.Node);
            p.Field("cutsOff", item.CutsOff);
            p.Field("cutOff", item.CutOff);
        }));
        writer.List("bridges", Bridges, static (w, bridge) => w.Object(bridge, static (b, item) =>
        {
            b.Object("link", item.Link, PathJson.Write);
            b.Field("cutsOff", item.CutsOff);
            b.Field("cutOff", item.CutOff);
        }));
        writer.List("parts", Parts, static (w, part) => w.Object(part, static (p, item) =>
        {
            p.Field("size", item.Size);
            p.Field("nodes", item.Nodes);
        }));
        writer.List("members", Members, static (w, member) => w.Object(member, static (m, item) =>
        {
            m.Field("node", item.Node);
            m.Field("tier", item.Tier);
            m.Object("path", item.Path, PathJson.Write);
        }));
        writer.List("gaps", Gaps, static (w, gap) => w.WriteValue(PathJson.TextOf(gap)));
    }

    private static ItemValue Count(string name, int count) => new(name, count.ToString(CultureInfo.InvariantCulture));
}

/// <summary>An articulation point: a node without which others are cut off from the node asked about.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="CutsOff">How many nodes are cut off, at least 1.</param>
/// <param name="CutOff">Ids of the nearest of them, at most <see cref="BridgesResult.MostListed"/>, by hops, then by id.</param>
public sealed record CutPoint(string Node, int CutsOff, IReadOnlyList<string> CutOff);

/// <summary>A bridge: two nodes whose link alone keeps others connected with the node asked about.</summary>
/// <param name="Link">The link from its near end to its far end, with all facts that form it, best confidence first.</param>
/// <param name="CutsOff">How many nodes are cut off without it, the far end included.</param>
/// <param name="CutOff">Ids of the nearest of them, the far end first, at most <see cref="BridgesResult.MostListed"/>, by hops, then by id.</param>
public sealed record Bridge(Hop Link, int CutsOff, IReadOnlyList<string> CutOff)
{
    /// <summary>The ids of both ends with <c> &gt; </c> between.</summary>
    internal string Id => $"{Link.From} > {Link.To}";
}

/// <summary>A part that only the node asked about ties to the others.</summary>
/// <param name="Size">Number of its nodes.</param>
/// <param name="Nodes">Ids of the nearest of them, at most <see cref="BridgesResult.MostListed"/>, by hops, then by id.</param>
public sealed record SeparatePart(int Size, IReadOnlyList<string> Nodes);
