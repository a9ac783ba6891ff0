namespace KnowledgeGraph.Query;

/// <summary>One thing that an answer says, for comparison with another answer to the same question.</summary>
/// <param name="Kind">What it is, such as <c>path</c>, <c>node</c> or <c>fact</c>.</param>
/// <param name="Id">Its id; node ids with <c> &gt; </c> between for a path.</param>
/// <param name="Values">What the answer says of it, in canonical texts; an answer says the same of every item of a kind.</param>
public sealed record AnswerItem(string Kind, string Id, IReadOnlyList<ItemValue> Values)
{
    /// <summary>The kind of facts.</summary>
    internal const string FactKind = "fact";

    /// <summary>The facts that a result rests on, each once, in ordinal order.</summary>
    internal static IEnumerable<AnswerItem> OfFacts(IEnumerable<string> ids) =>
        ids.Distinct().Order(StringComparer.Ordinal).Select(id => new AnswerItem(FactKind, id, []));

    /// <summary>A path, or what stands at its end.</summary>
    internal static AnswerItem Of(string kind, string id, DependencyPath path, params IReadOnlyList<ItemValue> others) =>
        new(kind, id, [.. others, .. PathItem.Values(path)]);
}

/// <summary>Something that an answer says of an item.</summary>
/// <param name="Name">What it is, such as <c>weakest link</c>.</param>
/// <param name="Text">The value; dates as <c>2025-08-31</c>, numbers in their shortest form.</param>
public sealed record ItemValue(string Name, string Text);
