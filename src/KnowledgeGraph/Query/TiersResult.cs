using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>What a node depends on, or what depends on it, or what is around it, by tier.</summary>
public sealed record TiersResult : Result
{
    /// <summary>What each tier holds, nearest first; the limit does not cut these.</summary>
    public required IReadOnlyList<TierCount> Tiers { get; init; }

    /// <summary>The nodes, by tier, then by id.</summary>
    public required IReadOnlyList<TierMember> Members { get; init; }

    /// <summary>Nodes listed at which knowledge ends, since no fact of the followed types leads on from them, or to them downstream; by id.</summary>
    public IReadOnlyList<string> Frontier { get; init; } = [];

    /// <summary>Where nothing was found: what keeps the question undecided; empty if it is decided.</summary>
    public required IReadOnlyList<KnowledgeGap> Gaps { get; init; }

    internal override IEnumerable<Claim> Claims =>
    [
        .. Tiers.Select(count => new Claim($"tier {count.Tier}", [.. Members.Where(member => member.Tier == count.Tier).Select(member => member.Node)])),
        new("facts", [.. DrawnFacts.Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
    [
        .. Members.Select(member => AnswerItem.Of(
            "node",
            member.Node,
            member.Path,
            new ItemValue("tier", member.Tier.ToString(CultureInfo.InvariantCulture)),
            new ItemValue("path", PathItem.IdOf(member.Path)))),
        .. AnswerItem.OfFacts(DependencyPath.RestsOn(Chains)),
    ];

    internal override IEnumerable<string> DrawnFacts => DependencyPath.FactsOf(Chains);

    internal override IEnumerable<DependencyPath> Chains => Members.Select(member => member.Path);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.List("tiers", Tiers, static (w, count) => w.Object(count, static (c, item) =>
        {
            c.Field("tier", item.Tier);
            c.Field("nodes", item.Nodes);
            c.Field("products", item.Products);
            c.Field("countries", item.Countries);
        }));
        writer.List("members", Members, static (w, member) => w.Object(member, static (m, item) =>
        {
            m.Field("node", item.Node);
            m.Field("tier", item.Tier);
            m.Object("path", item.Path, PathJson.Write);
        }));
        writer.Field("frontier", Frontier);
        if (Members.Count == 0)
        {
            writer.List("gaps", Gaps, static (w, gap) => w.WriteValue(PathJson.TextOf(gap)));
        }
    }
}

/// <summary>What a tier holds, whatever the limit.</summary>
/// <param name="Tier">Hops from the node asked about.</param>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Products">Ids of the products that the hops at its nodes carry, sorted; empty outside supply and where unstated.</param>
/// <param name="Countries">Ids of the countries that its nodes are or belong to, sorted; empty where there are none.</param>
public sealed record TierCount(int Tier, int Nodes, IReadOnlyList<string> Products, IReadOnlyList<string> Countries);

/// <summary>A node of a tier.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Tier">Hops of the shortest simple path.</param>
/// <param name="Path">The first shortest path by node ids, from the dependent end; in a closure a walk, on which a node may stand twice.</param>
public sealed record TierMember(string Node, int Tier, DependencyPath Path);
