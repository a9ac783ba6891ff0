namespace KnowledgeGraph.Neo4j.AdminImport;

/// <summary>What an export for <c>neo4j-admin</c> wrote.</summary>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="DataHash">Hash of the facts.</param>
/// <param name="NodeCount">Nodes for the database, those of facts, sources and conflicts included.</param>
/// <param name="RelationshipCount">Relationships for the database, provenance included.</param>
/// <param name="Command">The command that imports them, to be typed where the files and the stopped server are.</param>
public sealed record AdminExportReport(string Dataset, string DataHash, long NodeCount, long RelationshipCount, string Command);
