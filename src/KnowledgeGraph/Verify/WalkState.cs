using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Verify;

/// <summary>Where a walk stands, as far as it decides which hops may follow.</summary>
/// <param name="Node">Id of the node.</param>
/// <param name="Product">The product track, as <see cref="ProductTracks"/> has it.</param>
/// <param name="Stand">Where it stands in the edge expression; null without one.</param>
/// <param name="Passed">How many of the nodes to pass through lie behind.</param>
/// <param name="Day">With days in order, the bound on the days of later hops; else null.</param>
internal sealed record WalkState(string Node, string Product, EdgePattern.Stand? Stand, int Passed, DateOnly? Day);

/// <summary>A fact that leads from one node to another, for one of its products.</summary>
/// <param name="From">Id of the node.</param>
/// <param name="To">Id of the next.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Product">Id of the product, or null.</param>
internal sealed record WalkHop(string From, string To, Fact Fact, string? Product);
