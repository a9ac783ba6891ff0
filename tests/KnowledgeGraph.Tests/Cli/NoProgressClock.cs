namespace KnowledgeGraph.Tests.Cli;

/// <summary>The system's clock without anything that repeats: what is printed does not depend on how busy the machine is.</summary>
internal sealed class NoProgressClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, period == Timeout.InfiniteTimeSpan ? dueTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
