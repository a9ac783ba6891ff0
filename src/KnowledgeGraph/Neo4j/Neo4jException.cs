namespace KnowledgeGraph.Neo4j;

/// <summary>A failure of a Neo4j server or of the way to it. The message names the endpoint and, where it is known, the cure.</summary>
public sealed class Neo4jException : Exception
{
    /// <param name="kind">What went wrong.</param>
    /// <param name="endpoint">Where, without credentials.</param>
    /// <param name="message">What was found and what to do.</param>
    /// <param name="code">The server's own code, such as <c>Neo.ClientError.Statement.SyntaxError</c>; null where it gave none.</param>
    /// <param name="inner">The cause.</param>
    public Neo4jException(Neo4jErrorKind kind, string endpoint, string message, string? code = null, Exception? inner = null)
        : base(message, inner)
    {
        (Kind, Endpoint, Code, IsTransient) = (kind, endpoint, code, kind == Neo4jErrorKind.Transient);
    }

    /// <summary>What went wrong.</summary>
    public Neo4jErrorKind Kind { get; }

    /// <summary>Address and database, without credentials.</summary>
    public string Endpoint { get; }

    /// <summary>The server's own code, or null where it gave none.</summary>
    public string? Code { get; }

    /// <summary>
    /// Whether running the whole transaction again may succeed, and nothing of it was written: so for
    /// <see cref="Neo4jErrorKind.Transient"/>, and where a server that had answered before is gone.
    /// </summary>
    public bool IsTransient { get; init; }
}
