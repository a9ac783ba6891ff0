using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query;

/// <summary>The answers to a question without an overlay and with it, and what differs.</summary>
/// <typeparam name="TResult">What the answers hold.</typeparam>
public sealed record WhatIfAnswer<TResult>
    where TResult : Result
{
    /// <summary>What is assumed.</summary>
    public required Overlay Overlay { get; init; }

    /// <summary>Ids of the facts that the overlay takes away, by themselves or with their nodes, in ordinal order.</summary>
    public required IReadOnlyList<string> FactsGone { get; init; }

    /// <summary>The answer from the facts as they are.</summary>
    public required Answer<TResult> Before { get; init; }

    /// <summary>The answer from the facts as they would be; its data hash is that of the overlay on the facts.</summary>
    public required Answer<TResult> After { get; init; }

    /// <summary>What differs.</summary>
    public required AnswerDifference Difference { get; init; }

    /// <summary>Whether no bound was reached on either side; where one was, a difference may come of the cut.</summary>
    public bool IsExhaustive => Before.IsExhaustive && After.IsExhaustive;

    /// <summary>Found where something differs, none where nothing does; undecided where a bound was reached on either side, or nothing differs and one was not explored or both are undecided alike.</summary>
    public Outcome Outcome =>
        !IsExhaustive ? Outcome.Undecided
        : !Difference.IsEmpty ? Outcome.Found
        : Before.Result.IsUnexplored || After.Result.IsUnexplored ? Outcome.Undecided
        : Before.Outcome != After.Outcome ? Outcome.Found
        : Before.Outcome == Outcome.Undecided ? Outcome.Undecided
        : Outcome.None;

    /// <summary>Whether the overlay itself takes an item away, rather than that it is lost with something else.</summary>
    public bool IsTakenAway(AnswerItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Overlay.RemovedNodes.Contains(item.Id) || FactsGone.Contains(item.Id);
    }
}
