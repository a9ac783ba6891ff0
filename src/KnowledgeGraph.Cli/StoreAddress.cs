using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli;

/// <summary>Works out which Neo4j server is meant, and who asks it.</summary>
internal static class StoreAddress
{
    /// <summary>The data set that is meant when none is named.</summary>
    internal const string DefaultDataset = "default";

    /// <summary>Reads the value of <c>--store</c>: an address, or <c>neo4j</c> for the one in <c>KG_NEO4J_URI</c>.</summary>
    /// <exception cref="UsageException">It is no address; the message repeats no credentials.</exception>
    internal static Neo4jOptions Read(string store, Func<string, string?> environment)
    {
        var options = Parse(store == "neo4j" ? FromEnvironment(environment) : store);
        return options with
        {
            User = options.User ?? environment("KG_NEO4J_USER"),
            Password = options.Password ?? environment("KG_NEO4J_PASSWORD"),
        };
    }

    private static string FromEnvironment(Func<string, string?> environment) =>
        environment("KG_NEO4J_URI") is { Length: > 0 } address
            ? address
            : throw new UsageException(["--store neo4j takes the address from KG_NEO4J_URI, which is not set; set it to something like http://localhost:7474"]);

    private static Neo4jOptions Parse(string address)
    {
        try
        {
            return Neo4jOptions.Parse(address);
        }
        catch (FormatException wrong)
        {
            throw new UsageException([$"--store: {wrong.Message}"]);
        }
    }
}
