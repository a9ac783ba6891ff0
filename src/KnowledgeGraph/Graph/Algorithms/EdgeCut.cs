namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Edges whose removal leaves no way from the sources to the sinks.</summary>
/// <param name="Capacity">The sum of their capacities; their number, where each counts 1.</param>
/// <param name="Edges">Their numbers, ascending; none where there is no way to cut.</param>
/// <param name="SourceSide">The nodes on the sources' side, ascending: the edges are those that lead out of it.</param>
public sealed record EdgeCut(long Capacity, IReadOnlyList<int> Edges, IReadOnlyList<int> SourceSide);
