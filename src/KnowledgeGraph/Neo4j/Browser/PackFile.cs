namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>A file of the pack.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="MediaType">What it is, for whoever hands it out over HTTP.</param>
/// <param name="Bytes">Its content; text is UTF-8.</param>
public sealed record PackFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);
