namespace KnowledgeGraph.Query.Search;

/// <summary>What a path has gathered on its way to a node, as far as it decides which hops may follow.</summary>
/// <remarks>A class, as are the other small records of the search: generic code over classes is compiled ahead of a cold start.</remarks>
/// <param name="Product">The product track, as <see cref="ProductTracker"/> has it.</param>
/// <param name="Pattern">Where the edge expression stands, as <see cref="EdgeAutomaton"/> numbers it; 0 without one.</param>
/// <param name="Passed">How many of the nodes to pass through lie behind.</param>
/// <param name="Day">With time in order, the bound on the days of later hops, as a day number; else 0.</param>
internal sealed record Travel(int Product, int Pattern, int Passed, int Day);
