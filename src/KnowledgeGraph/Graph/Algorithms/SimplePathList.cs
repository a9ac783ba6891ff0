namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Simple paths found.</summary>
/// <param name="Paths">The nodes of each, from source to target: by hops, then by node numbers.</param>
/// <param name="IsCutShort">Whether there are more than were asked for.</param>
public sealed record SimplePathList(IReadOnlyList<IReadOnlyList<int>> Paths, bool IsCutShort);
