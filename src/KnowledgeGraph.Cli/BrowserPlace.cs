using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Cli;

/// <summary>Where a data set is explored in Neo4j Browser.</summary>
/// <param name="Store">The store that was asked; null where none was, and one on this machine is meant.</param>
/// <param name="Dataset">The data set.</param>
internal sealed record BrowserPlace(Neo4jOptions? Store, string Dataset)
{
    private const string Local = "http://localhost:7474";

    /// <summary>Browser is a page of the HTTP port, whatever protocol kg itself speaks.</summary>
    internal Uri Server => Store is null ? new Uri(Local)
        : Store.Server.Scheme is "http" or "https" ? Store.Server
        : new UriBuilder(Local) { Host = Store.Server.Host }.Uri;

    /// <summary>Whether the server asks for a password, as far as is known.</summary>
    internal bool NeedsLogin => Store is null or { User.Length: > 0 };

    /// <summary>The place of what was asked.</summary>
    internal static BrowserPlace Of(DataChoice choice, Neo4jOptions? store = null) => new(store, choice.Dataset ?? StoreAddress.DefaultDataset);
}
