using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Graph;

/// <summary>
/// What a search needs to know of an edge, one column per attribute. A fact gives one edge for each product it names
/// (one edge if none), and twice as many if its type is symmetric.
/// </summary>
/// <remarks>
/// Edges are numbered by their dependent end, then by the end depended on, then by fact, so that <see cref="To"/> is the row of each
/// node too. With the rows the other way, an edge takes 30 bytes for ends, type, confidence and window, and 9 for fact, product and
/// marks; windows are numbered, since few differ.
/// </remarks>
public sealed class EdgeColumns
{
    /// <summary>Stands for "no product stated" in <see cref="Product"/>.</summary>
    public const int NoProduct = -1;

    /// <summary>Edge types by the numbers in <see cref="Type"/>.</summary>
    public required IReadOnlyList<EdgeType> Types { get; init; }

    /// <summary>Node index of the dependent end.</summary>
    public required Column<int> From { get; init; }

    /// <summary>Node index of the end depended on.</summary>
    public required Column<int> To { get; init; }

    /// <summary>Position of the edge's fact in <see cref="FactSet.Facts"/>.</summary>
    public required Column<int> Fact { get; init; }

    /// <summary>Position of the edge's type in <see cref="Types"/>.</summary>
    public required Column<ushort> Type { get; init; }

    /// <summary>Node index of the product, or <see cref="NoProduct"/>.</summary>
    public required Column<int> Product { get; init; }

    /// <summary>Confidence of the fact, 0 to 1.</summary>
    public required Column<double> Confidence { get; init; }

    /// <summary>What is said in a word or two: status, denial, origin, and which end is the fact's object.</summary>
    public required Column<byte> Marks { get; init; }

    /// <summary>For each edge its position in <see cref="Windows"/>.</summary>
    public required Column<int> Window { get; init; }

    /// <summary>The windows of validity that occur, each once.</summary>
    public required Column<Validity> Windows { get; init; }

    /// <summary>Number of edges.</summary>
    public int Count => Fact.Count;

    /// <summary>Status of the fact.</summary>
    public FactStatus Status(int edge) => (FactStatus)(Marks[edge] & EdgeMarks.Status);

    /// <summary>Whether the fact denies the relation.</summary>
    public bool IsDenied(int edge) => (Marks[edge] & EdgeMarks.Denied) != 0;

    /// <summary>Whether the fact is a curator's edge.</summary>
    public bool IsCurator(int edge) => (Marks[edge] & EdgeMarks.Curator) != 0;

    /// <summary>Node index of the fact's object: what a component is built into.</summary>
    public int Whole(int edge) => (Marks[edge] & EdgeMarks.ObjectFirst) != 0 ? From[edge] : To[edge];

    /// <summary>The days on which the fact holds.</summary>
    public Validity Validity(int edge) => Windows[Window[edge]];
}

/// <summary>The bits of <see cref="EdgeColumns.Marks"/>.</summary>
internal static class EdgeMarks
{
    internal const byte Status = 7;
    internal const byte Denied = 8;
    internal const byte Curator = 16;

    /// <summary>The fact's object is the dependent end.</summary>
    internal const byte ObjectFirst = 32;
}
