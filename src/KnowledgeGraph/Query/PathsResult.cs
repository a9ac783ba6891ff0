using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>Dependency paths, or why there are none.</summary>
public sealed record PathsResult : Result
{
    /// <summary>The paths, by the order asked for, then by hops, then by node ids.</summary>
    public required IReadOnlyList<DependencyPath> Paths { get; init; }

    /// <summary>
    /// Where nothing was found: nodes reached at which knowledge ends, since no fact of the followed types leads on from them.
    /// </summary>
    public IReadOnlyList<string> Frontier { get; init; } = [];

    /// <summary>Where nothing was found: what keeps the question undecided; empty if it is decided.</summary>
    public IReadOnlyList<KnowledgeGap> Gaps { get; init; } = [];

    /// <summary>Where nothing was found: what would be found if one condition were dropped, as far as the bounds let it be looked for.</summary>
    public IReadOnlyList<Relaxation> Relaxations { get; init; } = [];

    /// <summary>What shows that no path is better than the first, or that there is none; null where it was not asked for.</summary>
    public PathCertificate? Certificate { get; init; }

    internal override IEnumerable<Claim> Claims =>
    [
        new("paths", [.. Paths.Select(path => string.Join(" > ", path.Nodes))]),
        new("facts", [.. DrawnFacts.Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
        [.. Paths.Select(path => AnswerItem.Of("path", PathItem.IdOf(path), path)), .. AnswerItem.OfFacts(DependencyPath.RestsOn(Chains))];

    internal override IEnumerable<string> DrawnFacts => DependencyPath.FactsOf(Chains);

    internal override IEnumerable<DependencyPath> Chains => Paths;

    internal override bool IsUnexplored => Gaps.Contains(KnowledgeGap.Unexplored);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.List("paths", Paths, static (w, path) => w.Object(path, PathJson.Write));
        if (Paths.Count == 0)
        {
            writer.List("gaps", Gaps, static (w, gap) => w.WriteValue(PathJson.TextOf(gap)));
            writer.List("frontier", Frontier, static (w, node) => w.WriteValue(node));
            writer.List("relaxations", Relaxations, static (w, relaxation) => w.Object(relaxation, PathJson.Write));
        }

        Certificate?.WriteTo(writer);
    }
}

/// <summary>Why "nothing found" is not yet "no".</summary>
public enum KnowledgeGap
{
    /// <summary>More could be reached with more hops than were allowed.</summary>
    MaxHops,

    /// <summary>No fact of the followed types leads on from FROM: nothing is known of what it depends on.</summary>
    FromHasNoFacts,

    /// <summary>No fact of the followed types leads to TO: nothing is known to depend on it.</summary>
    ToHasNoFacts,

    /// <summary>So much lies within the hops that whether more of them would lead further, and where knowledge ends, was not looked for.</summary>
    Unexplored,
}

/// <summary>A path of dependence: a sequence of nodes, none twice, each depending on the next.</summary>
public sealed record DependencyPath
{
    /// <summary>Node ids from the dependent to the one depended on.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>The hops between them; one fewer than nodes.</summary>
    public required IReadOnlyList<Hop> Hops { get; init; }

    /// <summary>The least trusted fact of the choice that does best by it; null for a path without hops.</summary>
    public WeakestLink? WeakestLink { get; init; }

    /// <summary>The greatest product of confidences over all choices, multiplied in descending order; 1 without hops.</summary>
    public required double Product { get; init; }

    /// <summary>Whether the path holds on the day asked; null if no day was asked.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>When the path holds: runs of days with the same word, in order, those on which it does not left out.</summary>
    public required IReadOnlyList<HoldingWindow> Windows { get; init; }

    /// <summary>Ids of all facts that some paths rest on, those that declare components included.</summary>
    internal static IEnumerable<string> RestsOn(IEnumerable<DependencyPath> paths) => paths.SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn);

    /// <summary>Ids of the facts that carry the hops of some paths, each once.</summary>
    internal static IEnumerable<string> FactsOf(IEnumerable<DependencyPath> paths) =>
        paths.SelectMany(path => path.Hops).SelectMany(hop => hop.Facts).Select(fact => fact.Id).Distinct();
}

/// <summary>A hop of a path and the facts it rests on.</summary>
/// <param name="From">Id of the dependent node.</param>
/// <param name="To">Id of the node depended on.</param>
/// <param name="Reading">The hop in words, by its best fact.</param>
/// <param name="Facts">Every fact that some consistent choice uses, best confidence first, then id.</param>
public sealed record Hop(string From, string To, string Reading, IReadOnlyList<HopFact> Facts)
{
    /// <summary>Ids of all facts that the hop rests on, those that declare components included.</summary>
    public IEnumerable<string> RestsOn => Facts.SelectMany(fact => fact.DeclaredBy.Prepend(fact.Id));
}

/// <summary>A fact that carries a hop.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Layer">The layer of its type.</param>
/// <param name="Products">Ids of the products for which it joins; empty outside supply and where unstated.</param>
/// <param name="IsUnspecified">Whether it joins only because unspecified products were allowed.</param>
/// <param name="DeclaredBy">
/// Ids of the facts on which it rests that the product is a component of what the path carries, one a level; empty where none is needed.
/// They are no hops, but without them the fact would not join.
/// </param>
public sealed record HopFact(string Id, string Layer, IReadOnlyList<string> Products, bool IsUnspecified, IReadOnlyList<string> DeclaredBy);

/// <summary>The least trusted link.</summary>
/// <param name="Hop">Number of the hop, from 1.</param>
/// <param name="Fact">Id of the fact.</param>
/// <param name="Confidence">Its confidence.</param>
public sealed record WeakestLink(int Hop, string Fact, double Confidence);

/// <summary>A run of days.</summary>
/// <param name="From">The first day, or null where it reaches back without bound.</param>
/// <param name="To">The last day, or null where it goes on without bound.</param>
/// <param name="Certainty">The word for every day of it.</param>
public sealed record HoldingWindow(DateOnly? From, DateOnly? To, Certainty Certainty);

/// <summary>What would be found without one condition.</summary>
/// <param name="Without">The condition dropped, as the command line writes it.</param>
/// <param name="Nodes">The first path then found.</param>
/// <param name="BrokenAt">Where the product rule was dropped: the first hop, in words, at which products stop matching; else null.</param>
/// <param name="Facts">Ids of facts of that path, one for each hop.</param>
public sealed record Relaxation(string Without, IReadOnlyList<string> Nodes, string? BrokenAt, IReadOnlyList<string> Facts);
