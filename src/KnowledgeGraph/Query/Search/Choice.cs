namespace KnowledgeGraph.Query.Search;

/// <summary>A fact for a hop.</summary>
/// <param name="Track">What was gathered before the hop.</param>
/// <param name="Edge">The edge.</param>
/// <param name="Next">What has been gathered after it.</param>
internal sealed record Choice(Travel Track, int Edge, Travel Next);
