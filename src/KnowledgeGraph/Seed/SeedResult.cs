using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>What came of reading a seed: the facts, or the problems.</summary>
/// <param name="Facts">All that was read; null where there is any problem.</param>
/// <param name="Problems">
/// Sorted by file, line, column and code; empty if the seed is sound. At most 1,000 are kept, then one more line counts the rest.
/// </param>
/// <param name="Counts">How much was read, broken items included.</param>
/// <param name="FactsByFile">Number of facts in each file of facts, by file name in ordinal order.</param>
public sealed record SeedResult(
    FactSet? Facts, IReadOnlyList<SeedProblem> Problems, SeedCounts Counts, IReadOnlyDictionary<string, int> FactsByFile);

/// <summary>How many of each were read.</summary>
/// <param name="Files">Files of JSON that make up the seed.</param>
/// <param name="Nodes">Nodes.</param>
/// <param name="Sources">Sources.</param>
/// <param name="Facts">Facts.</param>
/// <param name="Conflicts">Conflicts.</param>
public sealed record SeedCounts(int Files, int Nodes, int Sources, int Facts, int Conflicts);
