namespace KnowledgeGraph.Neo4j;

/// <summary>A way to a Neo4j database: over the HTTP Query API, or over Bolt with the official driver.</summary>
public interface ICypherTransport : IAsyncDisposable
{
    /// <summary>Address and database, without credentials, as messages print it.</summary>
    public string Endpoint { get; }

    /// <summary>Begins a transaction, checking the server first when this is the first one.</summary>
    /// <param name="request">Access mode, time bound and metadata.</param>
    /// <param name="cancellation">Ends the wait; nothing is left open on the server then.</param>
    /// <exception cref="Neo4jException">The server cannot be reached, refuses the user, or is not a Neo4j that can answer.</exception>
    public Task<ICypherTransaction> BeginAsync(TransactionRequest request, CancellationToken cancellation);

    /// <summary>Ends a transaction of another writer: undoes what it wrote and frees its locks, at once.</summary>
    /// <param name="transaction">The server's id of it, as <c>SHOW TRANSACTIONS</c> gives it.</param>
    /// <param name="metadata">Its metadata, which may help to close it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="Neo4jException">The server failed or refuses.</exception>
    public Task TerminateAsync(string transaction, IReadOnlyDictionary<string, object?> metadata, CancellationToken cancellation);
}

/// <summary>
/// An open transaction. Disposing it rolls back whatever was not committed, also after a failure, and throws nothing. Not safe to
/// use from several threads at once.
/// </summary>
public interface ICypherTransaction : IAsyncDisposable
{
    /// <summary>Runs one statement and reads its whole result.</summary>
    /// <param name="statement">Cypher text; values go in as parameters.</param>
    /// <param name="parameters">
    /// Values by name: texts, whole numbers, doubles, booleans, null, lists of them, and maps with text keys.
    /// </param>
    /// <param name="cancellation">Ends the statement and the transaction on the server.</param>
    /// <exception cref="Neo4jException">The statement failed; the transaction is lost.</exception>
    public Task<CypherResult> RunAsync(
        string statement, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellation);

    /// <summary>Makes everything the transaction wrote visible, at once or not at all.</summary>
    /// <exception cref="Neo4jException">
    /// The commit failed, or (<see cref="Neo4jErrorKind.Unconfirmed"/>) was sent and not answered, so that its outcome is unknown.
    /// </exception>
    public Task CommitAsync(CancellationToken cancellation);

    /// <summary>Undoes everything the transaction wrote. Does nothing where it is over already.</summary>
    /// <exception cref="Neo4jException">The server cannot be reached; it rolls back by itself after its idle time.</exception>
    public Task RollBackAsync(CancellationToken cancellation);
}
