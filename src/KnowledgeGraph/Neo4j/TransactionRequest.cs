namespace KnowledgeGraph.Neo4j;

/// <summary>Whether a transaction may write.</summary>
public enum AccessMode
{
    /// <summary>Reads only; the server refuses writes.</summary>
    Read,

    /// <summary>Reads and writes.</summary>
    Write,
}

/// <summary>What a transaction is for.</summary>
/// <param name="Access">Whether it may write.</param>
/// <param name="Bound">
/// How long it may take from begin to commit, in whole seconds at the server; after that it is ended there, and the call that
/// waits throws <see cref="Neo4jErrorKind.TimedOut"/>.
/// </param>
/// <param name="Metadata">What <c>SHOW TRANSACTIONS</c> shows beside <c>app: 'kg'</c>: texts and whole numbers.</param>
public sealed record TransactionRequest(AccessMode Access, TimeSpan Bound, IReadOnlyDictionary<string, object?> Metadata);
