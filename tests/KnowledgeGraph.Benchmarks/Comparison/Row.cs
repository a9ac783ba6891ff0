namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>A row of the table.</summary>
/// <param name="Name">Its name, as peers know it.</param>
/// <param name="Title">What is done, in words.</param>
/// <param name="Bars">What is asked of us.</param>
internal sealed record Row(string Name, string Title, params Bar[] Bars)
{
    private const double Millisecond = 1e6;

    /// <summary>All rows but those of loading; what may not end within the bound comes last.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        new("build", "build from arrays", Bar.AtMost(500 * Millisecond)),
        new("shortest", "shortest path", Bar.Times("c", 1.5), Bar.TimesFaster("networkx", 10), Bar.TimesFaster("jgrapht", 70)),
        new("filtered", "shortest path, edge types + as-of", Bar.OfRow("shortest", 2.5), Bar.OfQuestion("shortest", 2.5)),
        new("reliable", "most reliable path", Bar.AtMost(0.7 * Millisecond), Bar.TimesFaster("jgrapht", 20)),
        new("hood", "3-hop neighbourhood", Bar.Times("c", 1.5)),
        new("closure", "full closure", Bar.AtMost(30 * Millisecond)),
        new("closure-plain", "full closure, plain breadth-first search"),
        new("simple", "all simple paths of at most 5 hops, the first 1,000", Bar.AtMost(3 * Millisecond)),
        new("scc", "strongly connected components", Bar.AtMost(350 * Millisecond)),
        new("articulation", "articulation points", Bar.AtMost(650 * Millisecond)),
        new("dominators", "dominator tree", Bar.AtMost(900 * Millisecond)),
        new("cut", "s–t vertex cut", Bar.AtMost(60 * Millisecond)),
        new("yen", "Yen, k = 10, by reliability", Bar.AtMost(15 * Millisecond)),
        new("roundtrip", "a round trip to the server (RETURN 1)"),
        new("scan", "1M facts: bare Utf8JsonReader scan"),
        new("import", "1M facts: JSON lines to a ready graph file", Bar.OfRow("scan", 2.5)),
    ];
}

/// <summary>A bound on our median.</summary>
/// <param name="Peer">The peer whose median it is a multiple of; null where it is none.</param>
/// <param name="OtherRow">Our row whose median it is a multiple of; null where it is none.</param>
/// <param name="Most">The multiple, or nanoseconds.</param>
/// <param name="IsOfQuestion">Whether the whole question is meant, not the algorithm alone.</param>
internal sealed record Bar(string? Peer, string? OtherRow, double Most, bool IsOfQuestion = false)
{
    public static Bar AtMost(double nanoseconds) => new(null, null, nanoseconds);

    public static Bar Times(string peer, double most) => new(peer, null, most);

    public static Bar TimesFaster(string peer, double least) => new(peer, null, 1 / least);

    public static Bar OfRow(string row, double most) => new(null, row, most);

    public static Bar OfQuestion(string row, double most) => new(null, row, most, IsOfQuestion: true);
}
