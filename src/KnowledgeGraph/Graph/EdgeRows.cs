using System.Runtime.InteropServices;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Graph;

/// <summary>Takes facts in the order of their positions and lays out their edges: the one place where facts become edges.</summary>
internal sealed class EdgeRows
{
    private readonly OntologyModel ontology;
    private readonly EdgeType[] types;
    private readonly List<int> from = [];
    private readonly List<int> to = [];
    private readonly List<int> fact = [];
    private readonly List<int> product = [];
    private readonly List<ushort> type = [];
    private readonly List<double> confidence = [];
    private readonly List<byte> marks = [];
    private readonly List<int> window = [];
    private readonly List<Validity> windows = [];
    private readonly Dictionary<Validity, int> windowNumbers = [];

    public EdgeRows(OntologyModel ontology)
    {
        this.ontology = ontology;
        types = [.. ontology.EdgeTypes.Values];
        var typeIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var known in types)
        {
            typeIndex.Add(known.Name, typeIndex.Count);
        }

        TypeIndex = typeIndex;
    }

    /// <summary>The numbers of the edge types, by name.</summary>
    public IReadOnlyDictionary<string, int> TypeIndex { get; }

    /// <summary>Takes the edges of a fact with subject and object.</summary>
    public void Add(in EdgeFact edge)
    {
        var known = types[edge.Type];
        switch (known.ProductPlace)
        {
            case ProductPlace.Subject:
                Add(edge, known, edge.Subject);
                break;
            case ProductPlace.Object:
                Add(edge, known, edge.Object);
                break;
            case ProductPlace.Role when edge.Products.Length > 0:
                foreach (var filler in edge.Products)
                {
                    Add(edge, known, filler);
                }

                break;
            default:
                Add(edge, known, EdgeColumns.NoProduct);
                break;
        }
    }

    /// <summary>The columns, and the rows both ways. Linear.</summary>
    /// <param name="nodeCount">Number of nodes.</param>
    public (EdgeColumns Edges, Adjacency Dependencies, Adjacency Dependents) LayOut(int nodeCount)
    {
        var (starts, neighbours, order) = RowSort.Sort(nodeCount, CollectionsMarshal.AsSpan(from), CollectionsMarshal.AsSpan(to));
        var columns = new EdgeColumns
        {
            Types = types,
            From = Ordered(from, order),
            To = new(neighbours),
            Fact = Ordered(fact, order),
            Type = Ordered(type, order),
            Product = Ordered(product, order),
            Confidence = Ordered(confidence, order),
            Marks = Ordered(marks, order),
            Window = Ordered(window, order),
            Windows = new([.. windows]),
        };
        var (backStarts, backNeighbours, backEdges) = RowSort.Transpose(starts, neighbours, []);
        return (columns, new Adjacency(new(starts), columns.To, null), new Adjacency(new(backStarts), new(backNeighbours), new(backEdges)));
    }

    private static Column<T> Ordered<T>(List<T> values, int[] order)
        where T : unmanaged
    {
        var ordered = new T[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ordered[i] = values[order[i]];
        }

        return new Column<T>(ordered);
    }

    private void Add(in EdgeFact edge, EdgeType known, int filler)
    {
        var toSubject = ontology.PointsToSubject(known);
        Add(edge, toSubject ? edge.Object : edge.Subject, toSubject ? edge.Subject : edge.Object, filler, toSubject);
        if (known.IsSymmetric && edge.Subject != edge.Object)
        {
            Add(edge, toSubject ? edge.Subject : edge.Object, toSubject ? edge.Object : edge.Subject, filler, !toSubject);
        }
    }

    private void Add(in EdgeFact edge, int first, int second, int filler, bool isObjectFirst)
    {
        from.Add(first);
        to.Add(second);
        fact.Add(edge.Fact);
        product.Add(filler);
        type.Add((ushort)edge.Type);
        confidence.Add(edge.Confidence);
        marks.Add((byte)(edge.Marks | (isObjectFirst ? EdgeMarks.ObjectFirst : 0)));
        window.Add(WindowOf(edge.Validity));
    }

    private int WindowOf(Validity validity)
    {
        if (!windowNumbers.TryGetValue(validity, out var number))
        {
            windowNumbers.Add(validity, number = windows.Count);
            windows.Add(validity);
        }

        return number;
    }
}

/// <summary>A fact with subject and object, as its edges need it.</summary>
/// <param name="Fact">Its position among the facts.</param>
/// <param name="Type">The number of its type.</param>
/// <param name="Subject">Node index.</param>
/// <param name="Object">Node index.</param>
/// <param name="Products">Node indices of the fillers of the product role.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Marks">Status, denial and origin.</param>
/// <param name="Validity">When it holds.</param>
internal readonly record struct EdgeFact(
    int Fact, int Type, int Subject, int Object, int[] Products, double Confidence, byte Marks, Validity Validity)
{
    /// <summary>The marks of a fact.</summary>
    internal static byte MarksOf(FactStatus status, bool isDenied, bool isCurator) =>
        (byte)((byte)status | (isDenied ? EdgeMarks.Denied : 0) | (isCurator ? EdgeMarks.Curator : 0));
}
