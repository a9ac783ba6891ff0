namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>A simple path and what it weighs.</summary>
/// <typeparam name="T">The kind of weight.</typeparam>
/// <param name="Weight">The sum of the weights, added from the target's end on; zero for a path of one node.</param>
/// <param name="Nodes">The nodes from source to target, none twice.</param>
public sealed record WeightedPath<T>(T Weight, IReadOnlyList<int> Nodes)
    where T : struct;
