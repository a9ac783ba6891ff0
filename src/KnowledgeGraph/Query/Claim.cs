namespace KnowledgeGraph.Query;

/// <summary>
/// What an answer says under one name, in canonical texts: ids, node sequences with <c> &gt; </c> between, exact numbers with units.
/// Saved questions compare these, never words.
/// </summary>
/// <param name="Name">The name, such as <c>facts</c> or <c>tier 1</c>.</param>
/// <param name="Items">The texts, in the order of the answer.</param>
public sealed record Claim(string Name, IReadOnlyList<string> Items);
