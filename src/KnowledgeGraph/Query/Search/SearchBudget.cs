namespace KnowledgeGraph.Query.Search;

/// <summary>Watches the bounds while a search runs. One per question; not shared between threads.</summary>
internal sealed class SearchBudget
{
    private const int StepsPerLook = 1024;

    private readonly TimeProvider clock;
    private readonly long start;
    private readonly CancellationToken cancellation;
    private int stepsToLook = StepsPerLook;

    /// <param name="bounds">The bounds.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="start">When the question was asked, as a time stamp of the clock.</param>
    /// <param name="cancellation">Gives up.</param>
    internal SearchBudget(SearchBounds bounds, TimeProvider clock, long start, CancellationToken cancellation)
    {
        Bounds = bounds;
        (this.clock, this.start, this.cancellation) = (clock, start, cancellation);
    }

    internal SearchBounds Bounds { get; }

    /// <summary>Steps taken so far.</summary>
    internal long Steps { get; private set; }

    /// <summary>The bound that was reached, once one was.</summary>
    internal StopReason Stopped { get; private set; }

    internal TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>A budget for what an answer can do without: it ends at the same moment, but stopping there leaves the answer whole.</summary>
    /// <param name="mostStates">Most states, unless the bounds allow fewer.</param>
    internal SearchBudget Spare(int mostStates = int.MaxValue) =>
        new(Bounds with { MaxStates = Math.Min(mostStates, Bounds.MaxStates) }, clock, start, cancellation);

    /// <summary>Counts a step; false once a bound is reached. Looks at the clock every 1,024 steps.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal bool Step()
    {
        Steps++;
        if (--stepsToLook > 0)
        {
            return Stopped == StopReason.None;
        }

        stepsToLook = StepsPerLook;
        cancellation.ThrowIfCancellationRequested();
        if (Elapsed > Bounds.Time)
        {
            Stop(StopReason.Timeout);
        }

        return Stopped == StopReason.None;
    }

    internal void Stop(StopReason reason)
    {
        if (Stopped == StopReason.None)
        {
            Stopped = reason;
        }
    }
}
