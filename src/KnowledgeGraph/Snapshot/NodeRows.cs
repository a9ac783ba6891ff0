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
    private readonly List<(long Record, ushort Type, Origin Origin)> rows = [];
    private readonly List<(uint Hash, int Node)> names = [];
    private readonly List<(int Node, int Country)> countries = [];
    private int[] indices = [];

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

    /// <param name="number">The number of its id.</param>
    /// <param name="type">The number of its type.</param>
    /// <param name="record">Where its record stands.</param>
    /// <param name="nameKeys">The keys of its id and its names, each once.</param>
    /// <param name="nodeCountries">The numbers of the ids of its countries.</param>
    /// <param name="origin">Where it came from.</param>
    public void Define(int number, ushort type, long record, IEnumerable<string> nameKeys, IEnumerable<int> nodeCountries, Origin origin)
    {
        while (rows.Count <= number)
        {
            rows.Add(default);
        }

        rows[number] = (record, type, origin);
        foreach (var name in nameKeys)
        {
            names.Add((NameIndex.HashOf(name), number));
        }

        foreach (var country in nodeCountries)
        {
            countries.Add((number, country));
        }
    }

    public long RecordOf(int number) => rows[number].Record;

    public string TypeOf(int number) => types[rows[number].Type];

    /// <summary>The position of a node in the file, or -1 where it is not in it; known once they are settled.</summary>
    public int IndexOf(int number) => indices[number];

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

        var order = Ids.InOrder(Enumerable.Range(0, rows.Count).Where(number => IsDefined(number) && !isLeftOut[number]));
        indices = new int[Ids.Count];
        Array.Fill(indices, -1);
        for (var i = 0; i < order.Length; i++)
        {
            indices[order[i]] = i;
        }

        return order;
    }

    /// <summary>Writes the index of names.</summary>
    public void WriteNames(BlockWriter file)
    {
        var kept = names.Select(name => (name.Hash, Node: IndexOf(name.Node))).Where(name => name.Node >= 0).ToArray();
        Array.Sort(kept);
        file.Section<uint>(SnapshotSection.NameHashes, Array.ConvertAll(kept, name => name.Hash));
        file.Section<int>(SnapshotSection.NameNodes, Array.ConvertAll(kept, name => name.Node));
    }

    private (string Code, string Reason)? WhyNoCountry(int country, bool[] isLeftOut) =>
        !IsDefined(country) || isLeftOut[country]
            ? (SeedCode.DanglingNode, $"node {ProblemList.Quote(Ids.Text(country))} does not exist, or was not taken")
            : !ontology.IsA(TypeOf(country), OntologyModel.CountryType)
                ? (SeedCode.NotACountry, $"{ProblemList.Quote(Ids.Text(country))} is of type {TypeOf(country)}; \"country\" takes nodes of type {OntologyModel.CountryType}")
                : null;
}
