using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Import;

/// <summary>Some lines of a file, and what they hold.</summary>
internal sealed class ImportPiece
{
    public LinePiece Lines { get; } = new();

    /// <summary>What was taken straight from its bytes.</summary>
    public RecordBatch Plain { get; } = new();

    /// <summary>The other lines.</summary>
    public List<ReadLine> Others { get; } = [];

    /// <summary>Where the file is read up to.</summary>
    public long Position { get; set; }
}

/// <summary>A line that went through the readers.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Before">What of the plain items of its piece stands before it.</param>
/// <param name="Items">What it holds.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record ReadLine(int Number, BatchMark Before, IReadOnlyList<ImportedItem> Items, IReadOnlyList<SeedProblem> Problems);
