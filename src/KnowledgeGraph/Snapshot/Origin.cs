namespace KnowledgeGraph.Snapshot;

/// <summary>Where an item came from, for whoever gave it: a number of a file and a line in it; nothing where nobody asks.</summary>
/// <param name="File">The file, from 0.</param>
/// <param name="Line">The line, from 1.</param>
internal readonly record struct Origin(int File, int Line);

/// <summary>An item that a graph file does not take.</summary>
/// <param name="Origin">Where it came from.</param>
/// <param name="Code">The rule's code.</param>
/// <param name="Reason">What was found, and what is allowed.</param>
internal sealed record Refusal(Origin Origin, string Code, string Reason);
