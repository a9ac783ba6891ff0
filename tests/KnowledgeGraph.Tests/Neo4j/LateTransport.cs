using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>A transport on which a question runs out of time at its n-th statement, counted from 1.</summary>
internal sealed class LateTransport(ICypherTransport transport, int lastStatement) : ICypherTransport
{
    public string Endpoint => transport.Endpoint;

    /// <summary>Whether the time ran out.</summary>
    public bool IsLate { get; private set; }

    public async Task<ICypherTransaction> BeginAsync(TransactionRequest request, CancellationToken cancellation) =>
        new LateTransaction(this, lastStatement, await transport.BeginAsync(request, cancellation));

    public Task TerminateAsync(string transaction, IReadOnlyDictionary<string, object?> metadata, CancellationToken cancellation) =>
        transport.TerminateAsync(transaction, metadata, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class LateTransaction(LateTransport late, int lastStatement, ICypherTransaction transaction) : ICypherTransaction
    {
        private int statements;

        public Task<CypherResult> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellation)
        {
            late.IsLate = ++statements >= lastStatement;
            return late.IsLate
                ? throw new Neo4jException(Neo4jErrorKind.TimedOut, late.Endpoint, "the time is up")
                : transaction.RunAsync(statement, parameters, cancellation);
        }

        public Task CommitAsync(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

        public Task RollBackAsync(CancellationToken cancellation) => transaction.RollBackAsync(cancellation);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
