namespace KnowledgeGraph.Neo4j;

/// <summary>What went wrong with a Neo4j server, by what can be done about it.</summary>
public enum Neo4jErrorKind
{
    /// <summary>Nothing answers, or the connection broke.</summary>
    Unreachable,

    /// <summary>The server's certificate is not trusted, or it does not speak TLS.</summary>
    Untrusted,

    /// <summary>Something answers that is no Neo4j of 5.26 or later.</summary>
    NotNeo4j,

    /// <summary>User, password or token are refused.</summary>
    Authentication,

    /// <summary>Too many wrong passwords; the server wants a pause.</summary>
    TooManyAttempts,

    /// <summary>The server has no database of the name.</summary>
    UnknownDatabase,

    /// <summary>The database refuses writes.</summary>
    ReadOnly,

    /// <summary>The time bound was reached.</summary>
    TimedOut,

    /// <summary>A passing state such as a deadlock or a cluster without a leader: the whole transaction may be tried again.</summary>
    Transient,

    /// <summary>
    /// A commit was sent and no answer to it came back: it took or it did not. Trying again is right only for what first looks what
    /// stands there.
    /// </summary>
    Unconfirmed,

    /// <summary>The transaction was ended by somebody else, or by the server for being idle.</summary>
    Terminated,

    /// <summary>Another load is at work on the same data set.</summary>
    Busy,

    /// <summary>The data set is missing, unfinished, or not as a load leaves it.</summary>
    Dataset,

    /// <summary>The server refuses the statement, or it failed while running.</summary>
    Statement,

    /// <summary>The reply cannot be understood, or is too large.</summary>
    Protocol,
}
