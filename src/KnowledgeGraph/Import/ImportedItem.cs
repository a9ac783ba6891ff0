namespace KnowledgeGraph.Import;

/// <summary>An item on its way into a graph file.</summary>
/// <param name="Item">A node, source, fact or conflict.</param>
/// <param name="IsShared">Whether others give it too, such as a country: the first is kept, and nobody is blamed.</param>
internal readonly record struct ImportedItem(object Item, bool IsShared = false);
