using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Graph;

/// <summary>
/// What a search needs to know of an edge, one array per attribute. A fact gives one edge for each product it names
/// (one edge if none), and twice as many if its type is symmetric.
/// </summary>
public sealed class EdgeColumns
{
    /// <summary>Stands for "no product stated" in <see cref="Product"/>.</summary>
    public const int NoProduct = -1;

    internal EdgeColumns(FactSet facts, EdgeEnds edges, Func<string, int> nodeIndex)
    {
        Types = [.. facts.Ontology.EdgeTypes.Values];
        var typeIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in Types)
        {
            typeIndex.Add(type.Name, typeIndex.Count);
        }

        var count = edges.Fact.Count;
        (From, To, Fact, Product) = ([.. edges.From], [.. edges.To], [.. edges.Fact], [.. edges.Product]);
        (Type, Whole) = (new ushort[count], new int[count]);
        (Confidence, Status, IsDenied, IsCurator) = (new double[count], new FactStatus[count], new bool[count], new bool[count]);
        Validity = new Validity[count];
        for (var edge = 0; edge < count; edge++)
        {
            var fact = facts.Facts[Fact[edge]];
            Type[edge] = (ushort)typeIndex[fact.Type];
            Whole[edge] = nodeIndex(fact.Object!);
            Confidence[edge] = fact.Confidence;
            Status[edge] = fact.Status;
            IsDenied[edge] = fact.IsDenied;
            IsCurator[edge] = fact.IsCurator;
            Validity[edge] = facts.ValidityOf(fact);
        }
    }

    /// <summary>Edge types by the numbers in <see cref="Type"/>.</summary>
    public IReadOnlyList<EdgeType> Types { get; }

    /// <summary>Node index of the dependent end.</summary>
    public int[] From { get; }

    /// <summary>Node index of the end depended on.</summary>
    public int[] To { get; }

    /// <summary>Position of the edge's fact in <see cref="FactSet.Facts"/>.</summary>
    public int[] Fact { get; }

    /// <summary>Position of the edge's type in <see cref="Types"/>.</summary>
    public ushort[] Type { get; }

    /// <summary>Node index of the product, or <see cref="NoProduct"/>.</summary>
    public int[] Product { get; }

    /// <summary>Node index of the fact's object: what a component is built into.</summary>
    public int[] Whole { get; }

    /// <summary>Confidence of the fact, 0 to 1.</summary>
    public double[] Confidence { get; }

    /// <summary>Status of the fact.</summary>
    public FactStatus[] Status { get; }

    /// <summary>Whether the fact denies the relation.</summary>
    public bool[] IsDenied { get; }

    /// <summary>Whether the fact is a curator's edge.</summary>
    public bool[] IsCurator { get; }

    /// <summary>The days on which the fact holds.</summary>
    public Validity[] Validity { get; }

    /// <summary>Number of edges.</summary>
    public int Count => Fact.Length;
}

/// <summary>Edges before they are laid out, in the order of their facts: from the dependent end to the end depended on.</summary>
internal sealed class EdgeEnds
{
    internal List<int> From { get; } = [];

    internal List<int> To { get; } = [];

    /// <summary>Positions of the facts in <see cref="FactSet.Facts"/>.</summary>
    internal List<int> Fact { get; } = [];

    /// <summary>Node indices of the products, or <see cref="EdgeColumns.NoProduct"/>.</summary>
    internal List<int> Product { get; } = [];

    internal void Add(int from, int to, int fact, int product)
    {
        From.Add(from);
        To.Add(to);
        Fact.Add(fact);
        Product.Add(product);
    }
}
