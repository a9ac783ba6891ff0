using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>Connections between two nodes, or why there are none.</summary>
public sealed record ConnectionsResult : Result
{
    /// <summary>What a connection is, for whoever reads the answer without the question.</summary>
    public const string Meaning = "a connection, not a dependence";

    /// <summary>The connections, by hops, then by node ids; each hop is read from the side it is travelled.</summary>
    public required IReadOnlyList<DependencyPath> Connections { get; init; }

    /// <summary>Where nothing was found: what keeps the question undecided; empty if it is decided.</summary>
    public IReadOnlyList<KnowledgeGap> Gaps { get; init; } = [];

    /// <summary>What shows that no connection is shorter than the first, or that there is none; null where it was not asked for.</summary>
    public PathCertificate? Certificate { get; init; }

    internal override IEnumerable<Claim> Claims =>
    [
        new("connections", [.. Connections.Select(path => string.Join(" > ", path.Nodes))]),
        new("facts", [.. DrawnFacts.Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
        [.. Connections.Select(path => AnswerItem.Of("connection", PathItem.IdOf(path), path)), .. AnswerItem.OfFacts(DependencyPath.RestsOn(Chains))];

    internal override IEnumerable<string> DrawnFacts => DependencyPath.FactsOf(Chains);

    internal override IEnumerable<DependencyPath> Chains => Connections;

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("meaning", Meaning);
        writer.List("connections", Connections, static (w, path) => w.Object(path, PathJson.Write));
        if (Connections.Count == 0)
        {
            writer.List("gaps", Gaps, static (w, gap) => w.WriteValue(PathJson.TextOf(gap)));
        }

        Certificate?.WriteTo(writer);
    }
}
