namespace KnowledgeGraph.Query;

/// <summary>What a path has gathered on its way to a node, as far as it decides which hops may follow.</summary>
/// <param name="Product">The product track, as <see cref="ProductTracker"/> has it.</param>
/// <param name="Pattern">Where the edge expression stands, as <see cref="EdgeAutomaton"/> numbers it; 0 without one.</param>
/// <param name="Passed">How many of the nodes to pass through lie behind.</param>
/// <param name="Day">With time in order, the bound on the days of later hops, as a day number; else 0.</param>
internal readonly record struct Travel(int Product, int Pattern, int Passed, int Day);
