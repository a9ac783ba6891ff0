using System.Runtime.InteropServices;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// Takes nodes, sources, facts and conflicts in any order, each checked by itself, and writes a graph file of those that belong
/// together. Texts go to the disk at once; ids and what edges need stay in memory until <see cref="Finish"/>: how much, Import/README.md says.
/// </summary>
internal sealed class GraphFileWriter : IDisposable
{
    private const int IdsLookedUpAtOnce = 64;
    private readonly BlockWriter file;
    private readonly RecordSink records;
    private readonly Dictionary<string, int> typeIndex;
    private readonly Dictionary<string, int> roleIndex;
    private readonly FactRows facts = new();
    private readonly Dictionary<string, (Conflict Conflict, long Record, Origin Origin)> conflicts = new(StringComparer.Ordinal);
    private int[] numbers = [];

    /// <param name="path">The file; one that is there is replaced when this one is finished.</param>
    /// <param name="ontology">The vocabulary of all that is added.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public GraphFileWriter(string path, OntologyModel ontology)
    {
        (Ontology, typeIndex, roleIndex) = (ontology, Numbered(ontology.EdgeTypes.Keys), Numbered(ontology.Roles.Keys));
        file = new BlockWriter(path);
        records = new RecordSink(file);
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

        Nodes.Define(number, Nodes.TypeIndex(node.Type), records.Write(node, FactJson.Write), origin);
        foreach (var name in node.Names.Select(name => name.Text).Append(node.Name).Append(node.Id).Select(NameKey.Of).Distinct(StringComparer.Ordinal))
        {
            Nodes.AddName(number, NameIndex.HashOf(name));
        }

        foreach (var country in node.Countries)
        {
            Nodes.AddCountry(number, Nodes.Ids.Intern(country));
        }

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
        if (facts.Ids.Intern(fact.Id) < facts.Count)
        {
            return false;
        }

        var (from, to) = fact.Value is { } value ? (value.Date, null) : (fact.ValidFrom, fact.ValidTo);
        facts.Add(new FactRow
        {
            Record = records.Write(fact, FactJson.Write),
            Type = (ushort)typeIndex[fact.Type],
            Subject = Nodes.Ids.Intern(fact.Subject),
            Object = fact.Object is { } @object ? Nodes.Ids.Intern(@object) : -1,
            Confidence = fact.Confidence,
            Marks = FactRow.MarksOf(fact.Status, fact.IsDenied, fact.IsCurator),
            From = from.GetValueOrDefault(),
            To = to.GetValueOrDefault(),
            Attested = fact.AttestedOn.GetValueOrDefault(),
            Entered = fact.EnteredOn,
            FirstReference = facts.ReferenceCount,
            Origin = origin,
        });
        AddReferences(fact);
        return true;
    }

    /// <summary>Takes some of the nodes and facts of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="to">Where to end.</param>
    /// <param name="bytes">Where its ids and records stand.</param>
    /// <param name="twice">Takes those whose ids were taken before, nodes before facts.</param>
    public void Add(RecordBatch batch, BatchMark from, BatchMark to, ReadOnlySpan<byte> bytes, List<TakenTwice> twice)
    {
        var ids = CollectionsMarshal.AsSpan(batch.Ids)[from.Ids..to.Ids];
        LookUp(ids, bytes);
        foreach (ref readonly var node in CollectionsMarshal.AsSpan(batch.Nodes)[from.Nodes..to.Nodes])
        {
            var (first, end) = (node.FirstId - from.Ids, node.EndId - from.Ids);
            if (!Add(node, numbers.AsSpan(first, end - first), bytes.Slice(node.Record.Start, node.Record.Length)))
            {
                twice.Add(new TakenTwice("node", Nodes.Ids.Text(numbers[first]), node.Origin));
            }
        }

        foreach (ref readonly var fact in CollectionsMarshal.AsSpan(batch.Facts)[from.Facts..to.Facts])
        {
            var (first, end) = (fact.FirstId - from.Ids, fact.EndId - from.Ids);
            if (!Add(fact.Row, ids[first..end], numbers.AsSpan(first, end - first), bytes.Slice(fact.Record.Start, fact.Record.Length)))
            {
                twice.Add(new TakenTwice("fact", facts.Ids.Text(numbers[first]), fact.Row.Origin));
            }
        }
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
    /// <param name="writesEmpty">Whether a file is written that holds nothing.</param>
    /// <returns>What the file holds, or would hold.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public GraphFileSummary Finish(Action<Refusal> refuse, ulong stamp, bool writesEmpty = true)
    {
        records.End();
        var nodes = Nodes.Settle(refuse);
        var sources = Sources.InOrder();
        var judge = new FactJudge(Ontology, Nodes, Sources, facts, refuse);
        var kept = facts.Ids.InOrder(judge.Accepts);
        var keptConflicts = KeptConflicts(kept, refuse);
        facts.ForgetIds();
        long[] nodeRecords = Array.ConvertAll(nodes, Nodes.RecordOf);
        long[] sourceRecords = Array.ConvertAll(sources, Sources.RecordOf);
        long[] factRecords = Array.ConvertAll(kept, fact => facts[fact].Record);
        var hash = SecondHand.Run(() => HashOf(nodeRecords, sourceRecords, factRecords, keptConflicts));
        file.Section<long>(SnapshotSection.Nodes, nodeRecords);
        file.Section<long>(SnapshotSection.Sources, sourceRecords);
        file.Section<long>(SnapshotSection.Facts, factRecords);
        file.Section<long>(SnapshotSection.Conflicts, keptConflicts);
        Nodes.WriteNames(file);
        new GraphLayout(Ontology, nodes.Length, facts).Write(file, kept);
        WriteVocabulary(hash.GetAwaiter().GetResult());
        var summary = new GraphFileSummary(nodes.Length, sources.Length, kept.Length, keptConflicts.Length, hash.Result);
        if (writesEmpty || !summary.IsEmpty)
        {
            file.Finish(stamp);
        }

        return summary;
    }

    public void Dispose()
    {
        records.Dispose();
        file.Dispose();
    }

    /// <summary>
    /// Finds the numbers of ids, a group at a time: first fetches where each is looked for, then what is found there, and only then reads.
    /// With a million ids or more nearly every step is a cache miss, and so they are waited for together.
    /// </summary>
    private void LookUp(ReadOnlySpan<BatchId> ids, ReadOnlySpan<byte> bytes)
    {
        numbers = ids.Length > numbers.Length ? new int[ids.Length * 2] : numbers;
        for (var first = 0; first < ids.Length; first += IdsLookedUpAtOnce)
        {
            var group = ids[first..Math.Min(first + IdsLookedUpAtOnce, ids.Length)];
            foreach (ref readonly var id in group)
            {
                TableOf(id.Kind).PrefetchSlot(id.Hash);
            }

            foreach (ref readonly var id in group)
            {
                TableOf(id.Kind).PrefetchId(id.Hash);
            }

            for (var i = 0; i < group.Length; i++)
            {
                numbers[first + i] = TableOf(group[i].Kind).Intern(bytes.Slice(group[i].Start, group[i].Length), group[i].Hash);
            }
        }
    }

    private IdTable TableOf(int kind) => kind switch
    {
        FactReference.Self => facts.Ids,
        FactReference.Evidence or FactReference.Author => Sources.Ids,
        _ => Nodes.Ids,
    };

    private bool Add(in BatchNode node, ReadOnlySpan<int> ids, ReadOnlySpan<byte> record)
    {
        if (Nodes.IsDefined(ids[0]))
        {
            return false;
        }

        Nodes.Define(ids[0], node.Type, records.Write(record), node.Origin);
        Nodes.AddName(ids[0], node.NameHash);
        if (node.IdNameHash is { } idName)
        {
            Nodes.AddName(ids[0], idName);
        }

        foreach (var country in ids[1..])
        {
            Nodes.AddCountry(ids[0], country);
        }

        return true;
    }

    private bool Add(in FactRow row, ReadOnlySpan<BatchId> ids, ReadOnlySpan<int> found, ReadOnlySpan<byte> record)
    {
        if (found[0] < facts.Count)
        {
            return false;
        }

        facts.Add(row, records.Write(record), found[1], found[2]);
        for (var i = 3; i < found.Length; i++)
        {
            facts.Add(new FactReference(ids[i].Kind, found[i]));
        }

        return true;
    }

    private void AddReferences(Fact fact)
    {
        foreach (var (role, fillers) in fact.Roles)
        {
            foreach (var filler in fillers)
            {
                facts.Add(new FactReference(roleIndex[role], Nodes.Ids.Intern(filler)));
            }
        }

        if (fact.AttributedTo is { } claimant)
        {
            facts.Add(new FactReference(FactReference.Claimant, Nodes.Ids.Intern(claimant)));
        }

        if (fact.AttributedToAuthorOf is { } written)
        {
            facts.Add(new FactReference(FactReference.Author, Sources.Ids.Intern(written)));
        }

        foreach (var evidence in fact.Evidence)
        {
            facts.Add(new FactReference(FactReference.Evidence, Sources.Ids.Intern(evidence.Source)));
        }
    }

    private long[] KeptConflicts(int[] keptFacts, Action<Refusal> refuse)
    {
        var isKept = new bool[facts.Count];
        Array.ForEach(keptFacts, fact => isKept[fact] = true);
        var keptRecords = new List<long>();
        foreach (var (conflict, record, origin) in conflicts.Values.OrderBy(entry => entry.Conflict.Id, StringComparer.Ordinal))
        {
            if (conflict.Facts.FirstOrDefault(id => facts.Ids.Find(id) is var fact && (fact < 0 || !isKept[fact])) is { } missing)
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

    private static Dictionary<string, int> Numbered(IEnumerable<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(known => known.name, known => known.index, StringComparer.Ordinal);

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

/// <summary>An item of a batch whose id was taken before.</summary>
/// <param name="What">A node or a fact.</param>
/// <param name="Id">The id.</param>
/// <param name="Origin">Where it came from.</param>
internal sealed record TakenTwice(string What, string Id, Origin Origin);
