using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// A fact while a graph file is written: what its edges need, by numbers, in 56 bytes. Its text is written already. Its further references
/// end where those of the next begin.
/// </summary>
internal readonly record struct FactRow
{
    /// <summary>Where its record stands.</summary>
    public required long Record { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where it came from.</summary>
    public Origin Origin { get; init; }

    /// <summary>The number of its subject's id.</summary>
    public required int Subject { get; init; }

    /// <summary>The number of its object's id, or -1.</summary>
    public required int Object { get; init; }

    /// <summary>Where its further references begin in the list of all.</summary>
    public required int FirstReference { get; init; }

    /// <summary>When the relation begins; the default where that is unknown. For a value that is a date, that date.</summary>
    public PartialDate From { get; init; }

    /// <summary>When it ends; the default where that is unknown.</summary>
    public PartialDate To { get; init; }

    /// <summary>Its own attestation; the default where the sources give it.</summary>
    public PartialDate Attested { get; init; }

    /// <summary>When it was entered.</summary>
    public required PartialDate Entered { get; init; }

    /// <summary>The number of its edge type.</summary>
    public required ushort Type { get; init; }

    /// <summary>Status, denial and origin.</summary>
    public required byte Marks { get; init; }

    /// <summary>The marks of a fact.</summary>
    public static byte MarksOf(FactStatus status, bool isDenied, bool isCurator) => EdgeFact.MarksOf(status, isDenied, isCurator);
}

/// <summary>A further reference of a fact.</summary>
/// <param name="Kind">What it is: from 0 the number of the role it fills, else one of the constants.</param>
/// <param name="Number">The number of the id: a source's for evidence and author, else a node's.</param>
internal readonly record struct FactReference(int Kind, int Number)
{
    public const int Claimant = -1;
    public const int Evidence = -2;
    public const int Author = -3;

    /// <summary>The fact's own id, in a batch.</summary>
    public const int Self = -4;

    /// <summary>A node: the subject, the object, a country's id or a node's own, in a batch.</summary>
    public const int Node = -5;

    /// <summary>Whether it names a node.</summary>
    public bool IsNode => Kind >= Claimant;
}
