#if OFFICIAL_PACKAGES
using KnowledgeGraph.Bolt;
#endif
using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli;

/// <summary>Works out which Neo4j server is meant, who asks it, and over which protocol: the scheme says so.</summary>
internal static class StoreAddress
{
    /// <summary>The data set that is meant when none is named.</summary>
    internal const string DefaultDataset = "default";

    /// <summary>
    /// Reads the value of <c>--store</c>: an address, or <c>neo4j</c> for the one in <c>KG_NEO4J_URI</c>. A user without a password is
    /// asked for it where there is a terminal. A token in <c>KG_NEO4J_TOKEN</c> goes before user and password of the environment, and after
    /// a user in the address.
    /// </summary>
    /// <exception cref="UsageException">It is no address, or a password is missing; the message repeats no credentials.</exception>
    internal static Neo4jOptions Read(string store, KgHost host)
    {
        var options = Parse(store == "neo4j" ? FromEnvironment(host.Environment) : store);
        options = options with
        {
            BearerToken = options.User is null ? Token(host.Environment("KG_NEO4J_TOKEN")) : null,
            AuthorityFile = host.Environment("KG_NEO4J_CA") is { Length: > 0 } file ? file : null,
            User = options.User ?? host.Environment("KG_NEO4J_USER"),
            Password = options.Password ?? host.Environment("KG_NEO4J_PASSWORD"),
        };
        return options is { BearerToken: null, User.Length: > 0, Password: null } ? options with { Password = Ask(options, host) } : options;
    }

    /// <summary>The way to a server, not yet opened.</summary>
    internal static ICypherTransport Connect(Neo4jOptions options, TimeProvider clock) =>
#if OFFICIAL_PACKAGES
        BoltAddress.IsBolt(options.Server.OriginalString) ? new BoltTransport(options, clock) : new Neo4jHttp(options, clock);
#else
        new Neo4jHttp(options, clock);
#endif

    private static string FromEnvironment(Func<string, string?> environment) =>
        environment("KG_NEO4J_URI") is { Length: > 0 } address
            ? address
            : throw new UsageException(["--store neo4j takes the address from KG_NEO4J_URI, which is not set; set it to something like http://localhost:7474"]);

    /// <summary>A token as RFC 6750 forms it, of which a message must repeat nothing.</summary>
    private static string? Token(string? text) => text?.Trim() switch
    {
        null or "" => null,
        var token when token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+' or '/' or '=') => token,
        _ => throw new UsageException(["KG_NEO4J_TOKEN is no bearer token; one holds letters, digits and - . _ ~ + / = only, without \"Bearer\" before it"]),
    };

    private static string Ask(Neo4jOptions options, KgHost host) =>
        host.AskSecret is { } ask
            ? ask($"password of {options.User} at {options.Endpoint}: ")
            : throw new UsageException([$"--store: user \"{options.User}\" has no password; set KG_NEO4J_PASSWORD, or run kg in a terminal, where it asks"]);

    private static Neo4jOptions Parse(string address)
    {
        try
        {
#if OFFICIAL_PACKAGES
            return BoltAddress.IsBolt(address) ? BoltAddress.Parse(address) : Neo4jOptions.Parse(address);
#else
            return IsBolt(address) ? throw new FormatException(WithoutBolt) : Neo4jOptions.Parse(address);
#endif
        }
        catch (FormatException wrong)
        {
            throw new UsageException([$"--store: {wrong.Message}"]);
        }
    }

#if !OFFICIAL_PACKAGES
    private const string WithoutBolt =
        "this build speaks http:// and https:// only; build with -p:OfficialPackages=true for Bolt, or give the HTTP address, such as http://host:7474";

    private static readonly string[] BoltSchemes = ["bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://"];

    private static bool IsBolt(string address) =>
        Array.Exists(BoltSchemes, scheme => address.AsSpan().TrimStart().StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
#endif
}
