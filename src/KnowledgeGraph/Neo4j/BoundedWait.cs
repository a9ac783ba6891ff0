namespace KnowledgeGraph.Neo4j;

/// <summary>A token that a caller's cancellation or a bound of time fires, whichever comes first.</summary>
internal sealed class BoundedWait : IDisposable
{
    private readonly CancellationTokenSource bound;
    private readonly CancellationTokenSource either;

    public BoundedWait(TimeProvider time, TimeSpan bound, CancellationToken cancellation)
    {
        this.bound = new CancellationTokenSource(bound > TimeSpan.Zero ? bound : TimeSpan.Zero, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(this.bound.Token, cancellation);
    }

    public CancellationToken Token => either.Token;

    public void Dispose()
    {
        either.Dispose();
        bound.Dispose();
    }
}
