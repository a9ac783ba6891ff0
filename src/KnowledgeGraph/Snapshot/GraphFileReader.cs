using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>Puts the parts of a graph file together.</summary>
internal sealed class GraphFileReader
{
    private readonly MappedFile file;
    private readonly OntologyModel ontology;
    private readonly string dataHash;
    private readonly FileCatalog<Node> nodes;
    private readonly FileCatalog<Source> sources;
    private readonly FileCatalog<Fact> facts;
    private readonly FileCatalog<Conflict> conflicts;

    /// <exception cref="InvalidDataException">The file lacks a part, or its vocabulary is none.</exception>
    public GraphFileReader(MappedFile file)
    {
        this.file = file;
        (ontology, dataHash) = Vocabulary(file);
        nodes = new(file, new(file, SnapshotSection.Nodes), FactJsonReader.Node);
        sources = new(file, new(file, SnapshotSection.Sources), FactJsonReader.Source);
        facts = new(file, new(file, SnapshotSection.Facts), FactJsonReader.Fact);
        conflicts = new(file, new(file, SnapshotSection.Conflicts), FactJsonReader.Conflict);
    }

    public EmbeddedGraph Graph()
    {
        var edges = Edges();
        var forward = new Adjacency(Starts(SnapshotSection.DependencyStarts), edges.To, null);
        var back = new Adjacency(Starts(SnapshotSection.DependentStarts), Column<int>(SnapshotSection.Dependents), Column<int>(SnapshotSection.DependentEdges));
        return new EmbeddedGraph(Facts(), (edges, forward, back));
    }

    /// <summary>Reads everything once.</summary>
    /// <exception cref="InvalidDataException">Something is wrong.</exception>
    public void Check()
    {
        file.CheckAll();
        RequireOrder(nodes, "nodes");
        RequireOrder(sources, "sources");
        RequireOrder(facts, "facts");
        RequireOrder(conflicts, "conflicts");
        using var hash = new RecordHash(ontology);
        hash.Append(nodes.Count, index => nodes.Record(index));
        hash.Append(sources.Count, index => sources.Record(index));
        hash.Append(facts.Count, index => facts.Record(index));
        hash.Append(conflicts.Count, index => conflicts.Record(index));
        if (hash.Finish() is var found && found != dataHash)
        {
            throw new InvalidDataException($"{file.Path} holds data {found}, but says that it is {dataHash}; make it anew");
        }
    }

    private FactSet Facts()
    {
        var (starts, mentions) = (Starts(SnapshotSection.MentionStarts), Column<int>(SnapshotSection.Mentions));
        var names = new NameIndex(Column<uint>(SnapshotSection.NameHashes), Column<int>(SnapshotSection.NameNodes));
        return new FactSet(ontology, nodes, sources, facts, conflicts, FactsNaming, names.NodesWith, dataHash);

        IEnumerable<Fact> FactsNaming(string nodeId) => nodes.IndexOf(nodeId) is var node and >= 0
            ? mentions.Slice(starts[node], starts[node + 1] - starts[node]).ToArray().Select(fact => facts[fact])
            : [];
    }

    private EdgeColumns Edges() => new()
    {
        Types = [.. ontology.EdgeTypes.Values],
        From = Column<int>(SnapshotSection.From),
        To = Column<int>(SnapshotSection.To),
        Fact = Column<int>(SnapshotSection.EdgeFacts),
        Type = Column<ushort>(SnapshotSection.EdgeTypes),
        Product = Column<int>(SnapshotSection.Products),
        Confidence = Column<double>(SnapshotSection.Confidences),
        Marks = Column<byte>(SnapshotSection.Marks),
        Window = Column<int>(SnapshotSection.WindowNumbers),
        Windows = Column<Validity>(SnapshotSection.Windows),
    };

    private Column<int> Starts(int section) => Column<int>(section) is var starts && starts.Count == nodes.Count + 1
        ? starts
        : throw MappedFile.Damaged(file.Path, $"its section {section} has {starts.Count} entries for {nodes.Count} nodes");

    private Column<T> Column<T>(int section)
        where T : unmanaged
        => new(file, section);

    private void RequireOrder<T>(FileCatalog<T> items, string what)
        where T : class
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (string.CompareOrdinal(items.IdAt(i - 1), items.IdAt(i)) >= 0)
            {
                throw MappedFile.Damaged(file.Path, $"its {what} are not in the order of their ids at \"{items.IdAt(i)}\"");
            }
        }
    }

    private static (OntologyModel Ontology, string DataHash) Vocabulary(MappedFile file)
    {
        var bytes = new Column<byte>(file, SnapshotSection.Vocabulary).All().ToArray();
        try
        {
            var records = new RecordReader(bytes, 0);
            var dataHash = records.Text();
            var ontology = OntologyRecord.Read(records);
            return records.IsAtEnd ? (ontology, dataHash) : throw new InvalidDataException("there is more than the records say");
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or KeyNotFoundException or DecoderFallbackException)
        {
            throw MappedFile.Damaged(file.Path, $"its vocabulary cannot be read although the checksum is right ({error.Message})");
        }
    }
}
