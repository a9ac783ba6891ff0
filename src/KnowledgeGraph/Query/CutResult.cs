using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>The smallest cuts between two sides with what proves their size, or why there is none.</summary>
public sealed record CutResult : Result
{
    /// <summary>The smallest cuts, by the ids of their nodes or hops.</summary>
    public required IReadOnlyList<Cut> Cuts { get; init; }

    /// <summary>Whether there are more of the same size than were asked for.</summary>
    public bool HasMore { get; init; }

    /// <summary>Paths that nothing smaller meets, by hops; every part of every cut lies on one of them.</summary>
    public IReadOnlyList<DependencyPath> Proof { get; init; } = [];

    /// <summary>Whether these paths share nothing that can be cut, so that they are as many as the cut is large.</summary>
    public bool IsProvedByDisjointPaths { get; init; }

    /// <summary>Where nodes cannot cut: a path without a node between; null otherwise.</summary>
    public DependencyPath? Uncuttable { get; init; }

    /// <summary>Where there is no path to cut: of which nodes too little is known, or reached, for a no; empty if it is decided.</summary>
    public IReadOnlyList<CommonGap> Gaps { get; init; } = [];

    /// <summary>The paths shown.</summary>
    public IEnumerable<DependencyPath> Paths => Uncuttable is null ? Proof : [Uncuttable];

    internal override bool IsUnexplored => Gaps.Any(gap => gap.Reason == KnowledgeGap.Unexplored);

    internal override IEnumerable<Claim> Claims =>
    [
        new("cuts", [.. Cuts.Select(IdOf)]),
        new("proof", [.. Proof.Select(path => string.Join(" > ", path.Nodes))]),
        new("facts", [.. DrawnFacts.Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
        [.. Cuts.Select(cut => new AnswerItem("cut", IdOf(cut), [])), .. AnswerItem.OfFacts(DependencyPath.RestsOn(Paths))];

    internal override IEnumerable<string> DrawnFacts => DependencyPath.FactsOf(Paths);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.List("cuts", Cuts, static (w, cut) => w.Object(cut, static (c, item) =>
        {
            c.Field("nodes", item.Nodes);
            if (item.Hops.Count > 0)
            {
                c.List("hops", item.Hops, static (h, hop) => h.Object(hop, static (f, each) =>
                {
                    f.Field("from", each.From);
                    f.Field("to", each.To);
                }));
            }
        }));
        writer.Flag("more", HasMore);
        if (Cuts.Count > 0)
        {
            writer.Field("provedBy", IsProvedByDisjointPaths ? "disjoint-paths" : "paths");
            writer.List("proof", Proof, static (w, path) => w.Object(path, PathJson.Write));
        }
        else if (Uncuttable is { } path)
        {
            writer.Object("uncuttable", path, PathJson.Write);
        }
        else
        {
            writer.List("gaps", Gaps, static (w, gap) => w.Object(gap, static (g, item) =>
            {
                g.Field("node", item.Node);
                g.Field("reason", PathJson.TextOf(item.Reason));
            }));
        }
    }

    private static string IdOf(Cut cut) => string.Join(" + ", cut.Nodes.Concat(cut.Hops.Select(hop => $"{hop.From} > {hop.To}")));
}

/// <summary>Nodes or hops without which no path is left.</summary>
/// <param name="Nodes">Ids of the nodes, sorted; empty where hops are cut.</param>
/// <param name="Hops">The hops, by their ids; empty where nodes are cut.</param>
public sealed record Cut(IReadOnlyList<string> Nodes, IReadOnlyList<CutHop> Hops);

/// <summary>A hop that is cut, with all its facts.</summary>
/// <param name="From">Id of the dependent node.</param>
/// <param name="To">Id of the node depended on.</param>
public sealed record CutHop(string From, string To);
