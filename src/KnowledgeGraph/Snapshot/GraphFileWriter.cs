using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// Takes nodes, sources, facts and conflicts in any order, each checked by itself, and writes a graph file of those that belong
/// together. Texts go to the disk at once; ids and what edges need stay in memory, about 150 bytes a fact, until <see cref="Finish"/>.
/// </summary>
internal sealed class GraphFileWriter : IDisposable
{
    private readonly BlockWriter file;
    private readonly RecordSink records;
    private readonly long recordsAt;
    private readonly EdgeRows edges;
    private readonly Dictionary<string, int> roleIndex;
    private readonly IdTable factIds = new();
    private readonly List<FactRow> facts = [];
    private readonly List<FactReference> references = [];
    private readonly Dictionary<string, (Conflict Conflict, long Record, Origin Origin)> conflicts = new(StringComparer.Ordinal);

    /// <param name="path">The file; one that is there is replaced when this one is finished.</param>
    /// <param name="ontology">The vocabulary of all that is added.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public GraphFileWriter(string path, OntologyModel ontology)
    {
        (Ontology, edges) = (ontology, new EdgeRows(ontology));
        roleIndex = ontology.Roles.Keys.Select((name, index) => (name, index)).ToDictionary(role => role.name, role => role.index, StringComparer.Ordinal);
        file = new BlockWriter(path);
        records = new RecordSink(file);
        recordsAt = file.Position;
        Nodes = new NodeRows(ontology);
    }

    /// <summary>The vocabulary.</summary>
    public OntologyModel Ontology { get; }

    /// <summary>Nodes that were added or named.</summary>
    public NodeRows Nodes { get; }

    /// <summary>Sources that were added or named.</summary>
    public SourceRows Sources { get; } = new();

    /// <summary>Takes a node; false if its id was taken before.</summary>
    public bool Add(Node node, Origin origin)
    {
        var number = Nodes.Ids.Intern(node.Id);
        if (Nodes.IsDefined(number))
        {
            return false;
        }

        var names = node.Names.Select(name => name.Text).Append(node.Name).Append(node.Id).Select(NameKey.Of).Distinct(StringComparer.Ordinal);
        Nodes.Define(number, Nodes.TypeIndex(node.Type), records.Write(node, FactJson.Write), names, node.Countries.Select(Nodes.Ids.Intern), origin);
        return true;
    }

    /// <summary>Takes a node whose record and numbers somebody made out; false if its id was taken before.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="record">Its text, as <see cref="FactJson"/> would write it.</param>
    /// <param name="type">The number of its type.</param>
    /// <param name="nameKeys">The keys of its id and its names, each once.</param>
    /// <param name="countries">The numbers of the ids of its countries.</param>
    /// <param name="origin">Where it came from.</param>
    public bool Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> record, ushort type, string[] nameKeys, List<int> countries, Origin origin)
    {
        var number = Nodes.Ids.Intern(id);
        if (Nodes.IsDefined(number))
        {
            return false;
        }

        Nodes.Define(number, type, records.Write(record), nameKeys, countries, origin);
        return true;
    }

    /// <summary>Takes a source; false if its id was taken before.</summary>
    public bool Add(Source source, Origin origin)
    {
        var number = Sources.Ids.Intern(source.Id);
        if (Sources.IsDefined(number))
        {
            return false;
        }

        Sources.Define(number, source, records.Write(source, FactJson.Write), origin);
        return true;
    }

    /// <summary>Takes a fact; false if its id was taken before.</summary>
    public bool Add(Fact fact, Origin origin)
    {
        if (factIds.Intern(fact.Id) < facts.Count)
        {
            return false;
        }

        var first = references.Count;
        AddReferences(fact);
        var (from, to) = fact.Value is { } value ? (value.Date, null) : (fact.ValidFrom, fact.ValidTo);
        facts.Add(new FactRow
        {
            Record = records.Write(fact, FactJson.Write),
            Type = (ushort)edges.TypeIndex[fact.Type],
            Subject = Nodes.Ids.Intern(fact.Subject),
            Object = fact.Object is { } @object ? Nodes.Ids.Intern(@object) : -1,
            Confidence = fact.Confidence,
            Marks = FactRow.MarksOf(fact.Status, fact.IsDenied, fact.IsCurator),
            From = from.GetValueOrDefault(),
            To = to.GetValueOrDefault(),
            Attested = fact.AttestedOn.GetValueOrDefault(),
            Entered = fact.EnteredOn,
            FirstReference = first,
            References = references.Count - first,
            Origin = origin,
        });
        return true;
    }

    /// <summary>Takes a fact whose record and numbers somebody made out; false if its id was taken before.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="record">Its text, as <see cref="FactJson"/> would write it.</param>
    /// <param name="row">Its numbers; where record and references stand is filled in here.</param>
    /// <param name="rowReferences">Its further references.</param>
    public bool Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> record, in FactRow row, List<FactReference> rowReferences)
    {
        if (factIds.Intern(id) < facts.Count)
        {
            return false;
        }

        facts.Add(row with { Record = records.Write(record), FirstReference = references.Count, References = rowReferences.Count });
        references.AddRange(rowReferences);
        return true;
    }

    /// <summary>Takes a conflict; false if its id was taken before.</summary>
    public bool Add(Conflict conflict, Origin origin)
    {
        if (conflicts.ContainsKey(conflict.Id))
        {
            return false;
        }

        conflicts.Add(conflict.Id, (conflict, records.Write(conflict, FactJson.Write), origin));
        return true;
    }

    /// <summary>Leaves out what does not belong together, lays out the rest, and gives the file its name.</summary>
    /// <param name="refuse">Told of each item that is left out.</param>
    /// <param name="stamp">The number that the header shall hold.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public GraphFileSummary Finish(Action<Refusal> refuse, ulong stamp)
    {
        file.EndSection(SnapshotSection.Records, recordsAt);
        var nodes = Nodes.Settle(refuse);
        var sources = Sources.InOrder();
        var judge = new FactJudge(Ontology, Nodes, Sources, facts, references, refuse);
        var kept = factIds.InOrder(Enumerable.Range(0, facts.Count).Where(judge.Accepts));
        var keptConflicts = KeptConflicts(kept, refuse);
        long[] nodeRecords = Array.ConvertAll(nodes, Nodes.RecordOf);
        long[] sourceRecords = Array.ConvertAll(sources, Sources.RecordOf);
        long[] factRecords = Array.ConvertAll(kept, fact => facts[fact].Record);
        file.Section<long>(SnapshotSection.Nodes, nodeRecords);
        file.Section<long>(SnapshotSection.Sources, sourceRecords);
        file.Section<long>(SnapshotSection.Facts, factRecords);
        file.Section<long>(SnapshotSection.Conflicts, keptConflicts);
        Nodes.WriteNames(file);
        new GraphLayout(Nodes, nodes, edges, facts, judge, roleIndex.GetValueOrDefault(OntologyModel.ProductRole, int.MaxValue)).Write(file, kept);
        var hash = HashOf(nodeRecords, sourceRecords, factRecords, keptConflicts);
        WriteVocabulary(hash);
        file.Finish(stamp);
        return new GraphFileSummary(nodes.Length, sources.Length, kept.Length, keptConflicts.Length, hash);
    }

    public void Dispose()
    {
        records.Dispose();
        file.Dispose();
    }

    private void AddReferences(Fact fact)
    {
        foreach (var (role, fillers) in fact.Roles)
        {
            foreach (var filler in fillers)
            {
                references.Add(new(roleIndex[role], Nodes.Ids.Intern(filler)));
            }
        }

        if (fact.AttributedTo is { } claimant)
        {
            references.Add(new(FactReference.Claimant, Nodes.Ids.Intern(claimant)));
        }

        if (fact.AttributedToAuthorOf is { } written)
        {
            references.Add(new(FactReference.Author, Sources.Ids.Intern(written)));
        }

        foreach (var evidence in fact.Evidence)
        {
            references.Add(new(FactReference.Evidence, Sources.Ids.Intern(evidence.Source)));
        }
    }

    private long[] KeptConflicts(int[] keptFacts, Action<Refusal> refuse)
    {
        var isKept = new bool[facts.Count];
        Array.ForEach(keptFacts, fact => isKept[fact] = true);
        var keptRecords = new List<long>();
        foreach (var (conflict, record, origin) in conflicts.Values.OrderBy(entry => entry.Conflict.Id, StringComparer.Ordinal))
        {
            if (conflict.Facts.FirstOrDefault(id => factIds.Find(id) is var fact && (fact < 0 || !isKept[fact])) is { } missing)
            {
                refuse(new Refusal(origin, SeedCode.DanglingFact, $"fact {ProblemList.Quote(missing)} does not exist, or was not taken"));
            }
            else
            {
                keptRecords.Add(record);
            }
        }

        return [.. keptRecords];
    }

    private string HashOf(long[] nodes, long[] sources, long[] facts, long[] conflicts)
    {
        using var hash = new RecordHash(Ontology);
        foreach (var kind in new[] { nodes, sources, facts, conflicts })
        {
            hash.Append(kind.Length, index => records.Read(kind[index]));
        }

        return hash.Finish();
    }

    private void WriteVocabulary(string hash)
    {
        var vocabulary = new RecordWriter();
        vocabulary.Text(hash);
        OntologyRecord.Write(vocabulary, Ontology);
        file.Section<byte>(SnapshotSection.Vocabulary, vocabulary.ToArray());
    }
}
