namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>What searches from both ends need of a graph: its rows either way and a pool of scratch; made once, at the first search.</summary>
/// <param name="Ahead">From a node to the next on a path.</param>
/// <param name="Back">From a node to the one before it, edges numbered alike.</param>
/// <param name="Pool">Scratch for searches.</param>
internal sealed record TwoWayRows(Adjacency Ahead, Adjacency Back, ScratchPool Pool);
