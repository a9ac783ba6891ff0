namespace KnowledgeGraph.Import;

/// <summary>How far an import is.</summary>
/// <param name="Input">The file being read; null once all are read and the graph file is laid out.</param>
/// <param name="DoneBytes">Bytes read, of all files.</param>
/// <param name="TotalBytes">Bytes of all files; a pipe counts for none.</param>
/// <param name="Lines">Lines read.</param>
/// <param name="Rejects">Lines not taken.</param>
public sealed record ImportProgress(string? Input, long DoneBytes, long TotalBytes, long Lines, long Rejects);
