using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Bolt;

/// <summary>Addresses of Neo4j servers that are asked over Bolt.</summary>
public static class BoltAddress
{
    private const int DefaultPort = 7687;

    private static readonly string[] Schemes = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>Whether an address is for Bolt rather than for the HTTP API: it says so in its scheme.</summary>
    public static bool IsBolt(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Schemes.Any(scheme => address.TrimStart().StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Reads <c>bolt://host:port</c> or <c>neo4j+s://user:password@host:port/database</c>; the port defaults to 7687. Routing contexts
    /// (<c>?policy=…</c>) are not taken.
    /// </summary>
    /// <param name="address">The address; user and password are percent-encoded where they hold special characters.</param>
    /// <exception cref="FormatException">It is no such address; the message repeats no credentials.</exception>
    public static Neo4jOptions Parse(string address)
    {
        if (!IsBolt(address) || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri))
        {
            throw NoAddress();
        }

        return Options(address.Trim(), uri) with
        {
            Server = new UriBuilder(uri.Scheme, uri.Host, uri.Port < 0 ? DefaultPort : uri.Port).Uri,
        };
    }

    /// <summary>Credentials and database are written as in an address of the HTTP API, so that reader reads them.</summary>
    private static Neo4jOptions Options(string address, Uri uri)
    {
        try
        {
            return Neo4jOptions.Parse("http" + address[uri.Scheme.Length..]);
        }
        catch (FormatException)
        {
            throw NoAddress();
        }
    }

    private static FormatException NoAddress() => new(
        $"the address of Neo4j over Bolt looks like bolt://USER:PASSWORD@localhost:{DefaultPort}/neo4j; schemes are {string.Join(", ", Schemes)}");
}
