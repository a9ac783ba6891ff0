namespace KnowledgeGraph.Neo4j;

/// <summary>Where a Neo4j server is and how to ask it.</summary>
public sealed record Neo4jOptions
{
    private const string Hosted = ".databases.neo4j.io";

    /// <summary>Scheme, host and port, without user and path.</summary>
    public required Uri Server { get; init; }

    /// <summary>Name of the database.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>User, or null to ask without authentication.</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>A bearer token, as single sign-on issues it, used in place of user and password.</summary>
    public string? BearerToken { get; init; }

    /// <summary>A file of certificates in PEM form that are trusted over <c>https</c> in place of this machine's own; null for those.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>The largest reply that is read, in bytes.</summary>
    public long MaxReplyBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How long to wait for short requests such as begin and roll-back; a server that has just started is slow.</summary>
    public TimeSpan ShortWait { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Address and database without credentials.</summary>
    public string Endpoint => Database == "neo4j" ? Address : $"{Address} (database {Database})";

    private string Address => Server.GetLeftPart(UriPartial.Authority);

    /// <summary>
    /// Reads <c>http://host:port</c> or <c>https://user:password@host:port/database</c>; the port defaults to 7474 or 7473, and to 443 on
    /// hosts of Neo4j's own service.
    /// </summary>
    /// <param name="address">The address; user and password are percent-encoded where they hold special characters.</param>
    /// <exception cref="FormatException">It is no such address; the message repeats no credentials.</exception>
    public static Neo4jOptions Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw new FormatException("the address of Neo4j is no URI; it looks like http://localhost:7474");
        }

        RequireForm(uri);
        var credentials = uri.UserInfo.Length == 0 ? [] : uri.UserInfo.Split(':', 2);
        var database = uri.AbsolutePath.Trim('/');
        return new Neo4jOptions
        {
            Server = new UriBuilder(uri.Scheme, uri.Host, PortOf(uri, address)).Uri,
            Database = database.Length == 0 ? "neo4j" : database,
            User = credentials.Length > 0 ? Uri.UnescapeDataString(credentials[0]) : null,
            Password = credentials.Length > 1 ? Uri.UnescapeDataString(credentials[1]) : null,
        };
    }

    /// <summary>As the record's own, but without password and token.</summary>
    public override string ToString() => Endpoint;

    private static void RequireForm(Uri uri)
    {
        if (uri.Scheme is not ("http" or "https"))
        {
            throw new FormatException($"\"{uri.Scheme}\" is no scheme of Neo4j's HTTP API; give http:// or https://, such as http://localhost:7474");
        }

        var path = uri.AbsolutePath.Trim('/');
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || !path.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
        {
            throw new FormatException("what follows the host is no database name; the address looks like http://localhost:7474/neo4j");
        }
    }

    private static int PortOf(Uri uri, string address)
    {
        var authority = address.Trim()[(uri.Scheme.Length + 3)..].Split('/')[0];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var hasPort = host.LastIndexOf(':') > host.LastIndexOf(']');
        return hasPort || uri.IdnHost.EndsWith(Hosted, StringComparison.OrdinalIgnoreCase) ? uri.Port : uri.Scheme == "https" ? 7473 : 7474;
    }
}
