using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// A fact while a graph file is written: what its edges need, by numbers, in 56 bytes. Its text is written already. Its further references
/// end where those of the next begin.
/// </summary>
internal record struct FactRow
{
    /// <summary>Where its record stands.</summary>
    public required long Record { readonly get; set; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { readonly get; init; }

    /// <summary>Where it came from.</summary>
    public Origin Origin { readonly get; init; }

    /// <summary>The number of its subject's id; of a fact that was accepted, the node's position in the file.</summary>
    public required int Subject { readonly get; set; }

    /// <summary>As for the subject; -1 where there is none.</summary>
    public required int Object { readonly get; set; }

    /// <summary>Where its further references begin in the list of all.</summary>
    public required int FirstReference { readonly get; set; }

    /// <summary>When the relation begins; the default where that is unknown. For a value that is a date, that date.</summary>
    public PartialDate From { readonly get; init; }

    /// <summary>When it ends; the default where that is unknown.</summary>
    public PartialDate To { readonly get; init; }

    /// <summary>Its own attestation, the default where the sources give it; of a fact that was accepted, what attests it.</summary>
    public PartialDate Attested { readonly get; set; }

    /// <summary>When it was entered.</summary>
    public required PartialDate Entered { readonly get; init; }

    /// <summary>The number of its edge type.</summary>
    public required ushort Type { readonly get; init; }

    /// <summary>Status, denial and origin.</summary>
    public required byte Marks { readonly get; init; }

    /// <summary>The marks of a fact.</summary>
    public static byte MarksOf(FactStatus status, bool isDenied, bool isCurator) => EdgeFact.MarksOf(status, isDenied, isCurator);
}

/// <summary>A further reference of a fact.</summary>
/// <param name="Kind">What it is: from 0 the number of the role it fills, else one of the constants.</param>
/// <param name="Number">
/// The number of the id: a source's for evidence and author, else a node's, or its position in the file once the fact was accepted.
/// </param>
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
