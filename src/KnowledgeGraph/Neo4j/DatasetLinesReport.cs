namespace KnowledgeGraph.Neo4j;

/// <summary>What was written of a data set in Neo4j.</summary>
/// <param name="Nodes">Nodes.</param>
/// <param name="Facts">Facts.</param>
/// <param name="Sources">Sources.</param>
/// <param name="Conflicts">Conflicts.</param>
/// <param name="LoadedHash">Hash of the facts that the last load left; edits by hand since then do not show in it.</param>
public sealed record DatasetLinesReport(long Nodes, long Facts, long Sources, long Conflicts, string LoadedHash);
