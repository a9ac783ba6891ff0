using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>What came of reading an overlay: the overlay, or the problems.</summary>
/// <param name="Overlay">The overlay; null where there is any problem.</param>
/// <param name="Problems">Sorted by line, column and code; empty if the overlay is sound.</param>
public sealed record OverlayResult(Overlay? Overlay, IReadOnlyList<SeedProblem> Problems);
