using System.Net.Sockets;
using KnowledgeGraph.Neo4j;
using Driver = Neo4j.Driver;

namespace KnowledgeGraph.Bolt;

/// <summary>The driver's failures as ours. Server codes go through <see cref="Neo4jErrors"/>, as they do from every transport.</summary>
internal static class BoltErrors
{
    private const string Unauthorized = "Neo.ClientError.Security.Unauthorized";

    /// <summary>Runs a step of the driver.</summary>
    /// <exception cref="Neo4jException">The step failed.</exception>
    public static async Task<T> GuardAsync<T>(Neo4jOptions options, Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Driver.Neo4jException error)
        {
            throw Of(options, error);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            throw Unreachable(options, error);
        }
        catch (NotSupportedException error)
        {
            // What the driver throws where the peer speaks HTTP, or a Bolt that it does not know.
            throw new Neo4jException(
                Neo4jErrorKind.NotNeo4j,
                options.Endpoint,
                $"something else answers at {options.Endpoint}, not Neo4j over Bolt: {Neo4jErrors.Shorten(error.Message)}",
                inner: error);
        }
    }

    private static Neo4jException Of(Neo4jOptions options, Driver.Neo4jException error) => error switch
    {
        Driver.TransactionTerminatedException { InnerException: Driver.Neo4jException cause } => Of(options, cause),
        Driver.ServiceUnavailableException or Driver.SessionExpiredException or Driver.ConnectionReadTimeoutException
            => Unreachable(options, error),
        { Code: { Length: > 0 } code } => Neo4jErrors.FromServer(options.Endpoint, code, error.Message),
        Driver.AuthenticationException => Neo4jErrors.FromServer(options.Endpoint, Unauthorized, error.Message),
        Driver.SecurityException => new Neo4jException(
            Neo4jErrorKind.Unreachable,
            options.Endpoint,
            $"{options.Endpoint} does not answer over TLS with a certificate this machine trusts; use bolt://, or install the certificate",
            inner: error),
        Driver.ProtocolException => new Neo4jException(
            Neo4jErrorKind.Protocol,
            options.Endpoint,
            $"the reply of {options.Endpoint} cannot be understood: {Neo4jErrors.Shorten(error.Message)}",
            inner: error),
        _ => Unreachable(options, error),
    };

    private static Neo4jException Unreachable(Neo4jOptions options, Exception error) => new(
        Neo4jErrorKind.Unreachable,
        options.Endpoint,
        $"the connection to {options.Endpoint} failed; start Neo4j there, or give another address ({Neo4jErrors.Shorten(error.Message)})",
        inner: error);
}
