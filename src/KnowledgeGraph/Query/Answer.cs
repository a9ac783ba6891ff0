using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query;

/// <summary>An answer with its evidence. Question, result and evidence are the same from every engine; <see cref="Run"/> is not.</summary>
/// <typeparam name="TResult">What the answer holds.</typeparam>
public sealed record Answer<TResult>
    where TResult : Result
{
    /// <summary>The question as asked, defaults filled in.</summary>
    public required Question<TResult> Question { get; init; }

    /// <summary>The version of the data it was answered from.</summary>
    public required string DataHash { get; init; }

    /// <summary>Found, none or undecided.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The bound that was reached; <see cref="StopReason.None"/> if the answer is exhaustive.</summary>
    public required StopReason Stopped { get; init; }

    /// <summary>The result.</summary>
    public required TResult Result { get; init; }

    /// <summary>Everything the result rests on.</summary>
    public required EvidenceSet Evidence { get; init; }

    /// <summary>How the answer was come by.</summary>
    public required RunReport Run { get; init; }

    /// <summary>Whether nothing was left out because a bound was reached.</summary>
    public bool IsExhaustive => Stopped == StopReason.None;

    /// <summary>The answer where its kind does not matter.</summary>
    internal AnswerContent Content => new(Question, Result, Evidence, DataHash);
}

/// <summary>An answer of any kind.</summary>
/// <param name="Question">The question.</param>
/// <param name="Result">The result.</param>
/// <param name="Evidence">Everything the result rests on.</param>
/// <param name="DataHash">The version of the data it was answered from.</param>
internal sealed record AnswerContent(object Question, Result Result, EvidenceSet Evidence, string DataHash);

/// <summary>Whether a question found something.</summary>
public enum Outcome
{
    /// <summary>It did.</summary>
    Found,

    /// <summary>It did not, and nothing was left unsearched.</summary>
    None,

    /// <summary>It did not, but a bound was reached or knowledge ends where it would have to begin.</summary>
    Undecided,
}

/// <summary>Everything that an answer rests on, sorted by id.</summary>
/// <param name="Facts">The facts used, and those in conflict with them.</param>
/// <param name="Nodes">The nodes named by result and facts.</param>
/// <param name="Sources">The sources of the facts.</param>
/// <param name="Conflicts">Conflicts that touch a fact used.</param>
public sealed record EvidenceSet(
    IReadOnlyList<Fact> Facts, IReadOnlyList<Node> Nodes, IReadOnlyList<Source> Sources, IReadOnlyList<Conflict> Conflicts);

/// <summary>How an answer was come by.</summary>
/// <param name="Engine"><c>embedded</c> or <c>neo4j</c>.</param>
/// <param name="Delivery">What a remote engine did itself and what it only delivered; null for the embedded engine.</param>
/// <param name="Elapsed">Time from question to answer.</param>
/// <param name="Steps">Search steps taken.</param>
/// <param name="GraphNodes">Nodes of the graph searched.</param>
/// <param name="GraphEdges">Edges of the graph searched.</param>
public sealed record RunReport(string Engine, string? Delivery, TimeSpan Elapsed, long Steps, int GraphNodes, int GraphEdges);
