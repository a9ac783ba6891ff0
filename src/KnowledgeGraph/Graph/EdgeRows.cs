using System.Runtime.InteropServices;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Takes facts in the order of their positions and lays out their edges: the one place where facts become edges. Until then an edge
/// takes 32 bytes.
/// </summary>
internal sealed class EdgeRows
{
    private const int BatchEdges = 256;

    private readonly EdgeType[] types;
    private readonly bool[] pointsToSubject;
    private readonly List<int> from = [];
    private readonly List<int> to = [];
    private readonly ChunkedList<Attributes> attributes = new();
    private readonly List<Validity> windows = [];
    private readonly Dictionary<Validity, int> windowNumbers = [];

    public EdgeRows(OntologyModel ontology)
    {
        types = [.. ontology.EdgeTypes.Values];
        pointsToSubject = Array.ConvertAll(types, ontology.PointsToSubject);
        var typeIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var known in types)
        {
            typeIndex.Add(known.Name, typeIndex.Count);
        }

        TypeIndex = typeIndex;
    }

    /// <summary>The numbers of the edge types, by name.</summary>
    public IReadOnlyDictionary<string, int> TypeIndex { get; }

    /// <summary>The number of a window of validity, by which edges have it: few windows differ.</summary>
    public int NumberOf(Validity window)
    {
        if (!windowNumbers.TryGetValue(window, out var number))
        {
            windowNumbers.Add(window, number = windows.Count);
            windows.Add(window);
        }

        return number;
    }

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

    /// <summary>The columns, and the rows both ways. Linear, but for the sorting of each row.</summary>
    /// <param name="nodeCount">Number of nodes.</param>
    public (EdgeColumns Edges, Adjacency Dependencies, Adjacency Dependents) LayOut(int nodeCount)
    {
        var (starts, neighbours, order) = RowSort.Sort(nodeCount, CollectionsMarshal.AsSpan(from), CollectionsMarshal.AsSpan(to));
        var columns = Ordered(starts, neighbours, order);
        var (backStarts, backNeighbours, backEdges) = RowSort.Transpose(starts, neighbours, []);
        return (columns, new Adjacency(new(starts), columns.To, null), new Adjacency(new(backStarts), new(backNeighbours), new(backEdges)));
    }

    /// <summary>
    /// Attributes stand side by side, so that one look at memory an edge fetches them all; a batch is fetched before it is spread over
    /// the columns, so that many looks are under way at once.
    /// </summary>
    private EdgeColumns Ordered(int[] starts, int[] neighbours, int[] order)
    {
        var (from, fact, product, window) = (Blank<int>(order), Blank<int>(order), Blank<int>(order), Blank<int>(order));
        var (type, confidence, marks) = (Blank<ushort>(order), Blank<double>(order), Blank<byte>(order));
        var batch = new Attributes[BatchEdges];
        for (var first = 0; first < order.Length; first += BatchEdges)
        {
            var edges = order.AsSpan(first, Math.Min(BatchEdges, order.Length - first));
            for (var i = 0; i < edges.Length; i++)
            {
                batch[i] = attributes[edges[i]];
            }

            for (var i = 0; i < edges.Length; i++)
            {
                ref readonly var edge = ref batch[i];
                (fact[first + i], product[first + i], window[first + i]) = (edge.Fact, edge.Product, edge.Window);
                (type[first + i], confidence[first + i], marks[first + i]) = (edge.Type, edge.Confidence, edge.Marks);
            }
        }

        for (var node = 0; node + 1 < starts.Length; node++)
        {
            from.AsSpan(starts[node]..starts[node + 1]).Fill(node);
        }

        return new EdgeColumns
        {
            Types = types,
            From = new(from),
            To = new(neighbours),
            Fact = new(fact),
            Type = new(type),
            Product = new(product),
            Confidence = new(confidence),
            Marks = new(marks),
            Window = new(window),
            Windows = new([.. windows]),
        };
    }

    /// <summary>A column to be filled, whatever stands in it.</summary>
    private static T[] Blank<T>(int[] order)
        where T : unmanaged
        => GC.AllocateUninitializedArray<T>(order.Length);

    private void Add(in EdgeFact edge, EdgeType known, int filler)
    {
        var toSubject = pointsToSubject[edge.Type];
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
        ref var added = ref attributes.Add();
        added.Confidence = edge.Confidence;
        added.Fact = edge.Fact;
        added.Product = filler;
        added.Window = edge.Window;
        added.Type = (ushort)edge.Type;
        added.Marks = (byte)(edge.Marks | (isObjectFirst ? EdgeMarks.ObjectFirst : 0));
    }

    /// <summary>What is known of an edge beside its ends.</summary>
    private struct Attributes
    {
        internal double Confidence;
        internal int Fact;
        internal int Product;
        internal int Window;
        internal ushort Type;
        internal byte Marks;
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
/// <param name="Window">The number of the window in which it holds: <see cref="EdgeRows.NumberOf"/>.</param>
internal readonly record struct EdgeFact(
    int Fact, int Type, int Subject, int Object, int[] Products, double Confidence, byte Marks, int Window)
{
    /// <summary>The marks of a fact.</summary>
    internal static byte MarksOf(FactStatus status, bool isDenied, bool isCurator) =>
        (byte)((byte)status | (isDenied ? EdgeMarks.Denied : 0) | (isCurator ? EdgeMarks.Curator : 0));
}
