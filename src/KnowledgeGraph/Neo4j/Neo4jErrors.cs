namespace KnowledgeGraph.Neo4j;

/// <summary>The one place where a server's error codes become exceptions, for every transport.</summary>
public static class Neo4jErrors
{
    private const string ClientError = "Neo.ClientError.";
    private const string DatabaseError = "Neo.DatabaseError.";
    private const string TransientError = "Neo.TransientError.";
    private const int MaxDetailLength = 600;

    /// <summary>The exception for an error of the server.</summary>
    /// <param name="endpoint">Where, without credentials.</param>
    /// <param name="code">The server's code.</param>
    /// <param name="detail">The server's message; it is shortened.</param>
    /// <param name="isByToken">Whether a bearer token was sent rather than user and password.</param>
    public static Neo4jException FromServer(string endpoint, string code, string detail, bool isByToken = false)
    {
        ArgumentNullException.ThrowIfNull(code);
        var kind = KindOf(code, detail);
        var message = kind == Neo4jErrorKind.Authentication && isByToken
            ? $"{endpoint} refuses the bearer token ({code}); get a new one from whoever issues them, and put it into KG_NEO4J_TOKEN"
            : Message(kind, endpoint, code, Shorten(detail));
        return new Neo4jException(kind, endpoint, message, code);
    }

    /// <summary>Text of at most some hundred characters on one line, for messages.</summary>
    public static string Shorten(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxDetailLength ? line : line[..MaxDetailLength] + "…";
    }

    private static Neo4jErrorKind KindOf(string code, string detail) => code switch
    {
        ClientError + "Security.AuthenticationRateLimit" => Neo4jErrorKind.TooManyAttempts,
        ClientError + "Security.Forbidden" => Neo4jErrorKind.Statement,
        ClientError + "Database.DatabaseNotFound" => Neo4jErrorKind.UnknownDatabase,
        ClientError + "General.WriteOnReadOnlyAccessDatabase" or ClientError + "General.ForbiddenOnReadOnlyDatabase"
            => Neo4jErrorKind.ReadOnly,
        ClientError + "Transaction.TransactionTimedOut" or ClientError + "Transaction.TransactionTimedOutClientConfiguration"
            => Neo4jErrorKind.TimedOut,
        ClientError + "Cluster.NotALeader" or ClientError + "Cluster.Routing" => Neo4jErrorKind.Transient,

        // An index that seemed left over belonged to a constraint that another load was making, and is that constraint's by now.
        DatabaseError + "Schema.IndexDropFailed" => Neo4jErrorKind.Transient,
        ClientError + "Transaction.Terminated" or TransientError + "Transaction.Terminated"
            or ClientError + "Transaction.TransactionNotFound" => Neo4jErrorKind.Terminated,
        ClientError + "Request.Invalid" when detail.StartsWith("Transaction with Id", StringComparison.Ordinal)
            => Neo4jErrorKind.Terminated,
        _ when code.StartsWith(ClientError + "Security.", StringComparison.Ordinal) => Neo4jErrorKind.Authentication,
        _ when code.StartsWith(TransientError, StringComparison.Ordinal) => Neo4jErrorKind.Transient,
        _ => Neo4jErrorKind.Statement,
    };

    private static string Message(Neo4jErrorKind kind, string endpoint, string code, string detail) => kind switch
    {
        Neo4jErrorKind.Authentication =>
            $"{endpoint} refuses the user or the password ({code}); give both, for example http://USER:PASSWORD@HOST:PORT",
        Neo4jErrorKind.TooManyAttempts => $"{endpoint} refuses to answer after too many wrong passwords; wait five seconds, then give the right one",
        Neo4jErrorKind.UnknownDatabase => $"{endpoint} has no such database; Neo4j's own is called neo4j (SHOW DATABASES lists them)",
        Neo4jErrorKind.ReadOnly =>
            $"{endpoint} is read-only; load where writing is allowed, or set server.databases.default_to_read_only=false there",
        Neo4jErrorKind.TimedOut => $"{endpoint} ended the transaction at its time bound; narrow the question or allow more time",
        Neo4jErrorKind.Terminated =>
            $"the transaction at {endpoint} is gone: ended by somebody else, or by the server for being idle; nothing of it was written ({code}: {detail})",
        Neo4jErrorKind.Transient => $"{endpoint} could not finish just now; try again ({code}: {detail})",
        _ => $"{endpoint} refuses the statement ({code}: {detail})",
    };
}
