using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Days in order along a path: whether each hop can be given a day on which it possibly holds, so that what is depended on never comes
/// later than what depends on it, nor a cause later than its effect. The same day may serve several hops.
/// </summary>
/// <remarks>
/// The possible days of a fact are one run, so that the choice nearest the start of the path is always the best: going against time
/// the latest day, going with time the earliest. One bound on the later hops is all that has to be remembered.
/// </remarks>
internal abstract class TimeOrder
{
    /// <summary>No order asked.</summary>
    internal static TimeOrder None { get; } = new Unordered();

    /// <summary>Paths of dependence: each hop no later than the one before it.</summary>
    internal static TimeOrder Falling { get; } = new FallingDays();

    /// <summary>Paths from cause to effect: each hop no earlier than the one before it.</summary>
    internal static TimeOrder Rising { get; } = new RisingDays();

    /// <summary>The bound before the first hop.</summary>
    internal abstract int Start { get; }

    /// <summary>The bound after a hop, or null if no day is left for it.</summary>
    internal abstract int? Next(int bound, Validity validity);

    private sealed class Unordered : TimeOrder
    {
        internal override int Start => 0;

        internal override int? Next(int bound, Validity validity) => bound;
    }

    private sealed class FallingDays : TimeOrder
    {
        internal override int Start => DateOnly.MaxValue.DayNumber;

        internal override int? Next(int bound, Validity validity)
        {
            var latest = Math.Min(bound, validity.NotAfter.DayNumber);
            return latest >= validity.NotBefore.DayNumber ? latest : null;
        }
    }

    private sealed class RisingDays : TimeOrder
    {
        internal override int Start => DateOnly.MinValue.DayNumber;

        internal override int? Next(int bound, Validity validity)
        {
            var earliest = Math.Max(bound, validity.NotBefore.DayNumber);
            return earliest <= validity.NotAfter.DayNumber ? earliest : null;
        }
    }
}
