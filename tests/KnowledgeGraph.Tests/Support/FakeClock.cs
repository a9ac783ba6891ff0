namespace KnowledgeGraph.Tests.Support;

/// <summary>A clock that goes forward by the same amount each time somebody looks.</summary>
internal sealed class FakeClock(TimeSpan step) : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => ticks += step.Ticks;
}
