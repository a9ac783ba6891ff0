namespace KnowledgeGraph.Benchmarks;

/// <summary>How large a generated graph is.</summary>
/// <param name="Nodes">Nodes.</param>
/// <param name="Facts">Facts.</param>
public sealed record GraphSize(int Nodes, int Facts)
{
    /// <summary>The size of a name: S, M, L, or 1M, the million facts that loading is measured with.</summary>
    /// <exception cref="ArgumentException">There is no such size.</exception>
    public static GraphSize Of(string name) => name switch
    {
        "S" => new GraphSize(10_000, 50_000),
        "M" => new GraphSize(1_000_000, 5_000_000),
        "1M" => new GraphSize(200_000, 1_000_000),
        "L" => new GraphSize(5_000_000, 25_000_000),
        _ => throw new ArgumentException($"there is no size \"{name}\"; there are S, M, L and 1M", nameof(name)),
    };
}
