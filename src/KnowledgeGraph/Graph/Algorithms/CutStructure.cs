namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Where a graph falls apart when a single node or edge is taken away.</summary>
/// <param name="ArticulationPoints">Nodes whose removal leaves more components than before, ascending.</param>
/// <param name="Bridges">Numbers of the edges whose removal leaves more components than before, ascending.</param>
/// <param name="BlockCount">Number of biconnected components; isolated nodes and self-loops form none.</param>
public sealed record CutStructure(IReadOnlyList<int> ArticulationPoints, IReadOnlyList<int> Bridges, int BlockCount);
