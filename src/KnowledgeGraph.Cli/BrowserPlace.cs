using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli;

/// <summary>Where a data set is explored in Neo4j Browser.</summary>
/// <param name="Server">The server's HTTP address.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="NeedsLogin">Whether the server asks for a password, as far as is known.</param>
internal sealed record BrowserPlace(Uri Server, string Dataset, bool NeedsLogin)
{
    private static readonly Uri Local = new("http://localhost:7474");

    /// <summary>The place of a store; without one, where a server on this machine would be.</summary>
    internal static BrowserPlace Of(DataChoice choice, Neo4jOptions? store = null) => new(
        store is null ? Local : HttpOf(store.Server),
        choice.Dataset ?? StoreAddress.DefaultDataset,
        store is null or { User.Length: > 0 });

    /// <summary>Browser is a page of the HTTP port, whatever protocol kg itself speaks.</summary>
    private static Uri HttpOf(Uri server) =>
        server.Scheme is "http" or "https" ? server : new UriBuilder("http", server.Host, Local.Port).Uri;
}
