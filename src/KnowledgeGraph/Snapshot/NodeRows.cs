using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>The nodes while a graph file is written.</summary>
internal sealed class NodeRows
{
    private readonly OntologyModel ontology;
    private readonly string[] types;
    private readonly Dictionary<string, ushort> typeIndex = new(StringComparer.Ordinal);
    private readonly ChunkedList<(long Record, Origin Origin, ushort Type)> rows = new();
    private readonly ChunkedList<(uint Hash, int Node)> names = new();
    private readonly List<(int Node, int Country)> countries = [];
    private (int Index, ushort Type)[] settled = [];

    public NodeRows(OntologyModel ontology)
    {
        this.ontology = ontology;
        types = [.. ontology.NodeTypes.Keys];
        foreach (var type in types)
        {
            typeIndex.Add(type, (ushort)typeIndex.Count);
        }
    }

    /// <summary>Numbers their ids, of those that were only named too.</summary>
    public IdTable Ids { get; } = new();

    /// <summary>Whether a node with the id was added.</summary>
    public bool IsDefined(int number) => number < rows.Count && rows[number].Record > 0;

    /// <summary>The number of a type.</summary>
    public ushort TypeIndex(string type) => typeIndex[type];

    /// <summary>Adds a node; its names and countries come next.</summary>
    /// <param name="number">The number of its id.</param>
    /// <param name="type">The number of its type.</param>
    /// <param name="record">Where its record stands.</param>
    /// <param name="origin">Where it came from.</param>
    public void Define(int number, ushort type, long record, Origin origin)
    {
        while (rows.Count <= number)
        {
            rows.Add(default);
        }

        rows[number] = (record, origin, type);
    }

    /// <summary>Gives a node a name.</summary>
    /// <param name="number">The number of its id.</param>
    /// <param name="nameHash">The hash of the name's key, as <see cref="NameIndex"/> takes it.</param>
    public void AddName(int number, uint nameHash) => names.Add((nameHash, number));

    /// <summary>Gives a node a country, by the number of its id.</summary>
    public void AddCountry(int number, int country) => countries.Add((number, country));

    public long RecordOf(int number) => rows[number].Record;

    public string TypeOf(int number) => types[rows[number].Type];

    /// <summary>The position of a node in the file and the number of its type; known once they are settled.</summary>
    /// <returns>-1 and how many types there are, where it is not in the file.</returns>
    public (int Index, ushort Type) this[int number] => settled[number];

    /// <summary>Leaves out nodes whose countries are none, and gives the others their positions, by id.</summary>
    /// <returns>The numbers of the nodes, in the order of the file.</returns>
    public int[] Settle(Action<Refusal> refuse)
    {
        var isLeftOut = new bool[Ids.Count];
        for (var before = -1; before != 0;)
        {
            before = 0;
            foreach (var (node, country) in countries.Where(pair => !isLeftOut[pair.Node]))
            {
                if (WhyNoCountry(country, isLeftOut) is { } why)
                {
                    isLeftOut[node] = true;
                    before++;
                    refuse(new Refusal(rows[node].Origin, why.Code, why.Reason));
                }
            }
        }

        var order = Ids.InOrder(number => IsDefined(number) && !isLeftOut[number]);
        settled = new (int, ushort)[Ids.Count];
        Array.Fill(settled, (-1, (ushort)types.Length));
        for (var i = 0; i < order.Length; i++)
        {
            settled[order[i]] = (i, rows[order[i]].Type);
        }

        return order;
    }

    /// <summary>Writes the index of names.</summary>
    public void WriteNames(BlockWriter file)
    {
        var (kept, count) = (new ulong[names.Count], 0);
        for (var i = 0; i < kept.Length; i++)
        {
            if (settled[names[i].Node].Index is var node and >= 0)
            {
                kept[count++] = ((ulong)names[i].Hash << 32) | (uint)node;
            }
        }

        // One number for both, so that sorting compares numbers.
        Array.Resize(ref kept, count);
        Array.Sort(kept);
        file.Section<uint>(SnapshotSection.NameHashes, Array.ConvertAll(kept, name => (uint)(name >> 32)));
        file.Section<int>(SnapshotSection.NameNodes, Array.ConvertAll(kept, name => (int)name));
    }

    private (string Code, string Reason)? WhyNoCountry(int country, bool[] isLeftOut) =>
        !IsDefined(country) || isLeftOut[country]
            ? (SeedCode.DanglingNode, $"node {ProblemList.Quote(Ids.Text(country))} does not exist, or was not taken")
            : !ontology.IsA(TypeOf(country), OntologyModel.CountryType)
                ? (SeedCode.NotACountry, $"{ProblemList.Quote(Ids.Text(country))} is of type {TypeOf(country)}; \"country\" takes nodes of type {OntologyModel.CountryType}")
                : null;
}
