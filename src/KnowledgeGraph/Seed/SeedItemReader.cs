using System.Buffers;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Seed.Rules;

namespace KnowledgeGraph.Seed;

/// <summary>
/// Reads nodes, sources, facts and conflicts that come one by one, each a JSON object of the form it has in a seed, and judges each by
/// the rules that need no other: what an item names is for whoever knows all to judge.
/// </summary>
/// <remarks>
/// Not judged, since they are everyday among millions: shared names and identifiers (KG701, KG705) and circles (KG801). Ids may be any
/// printable ASCII without blank, quotation mark and backslash.
/// </remarks>
internal sealed class SeedItemReader
{
    private const int MaxIdLength = 200;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create([.. AllowedInIds]);
    private static readonly SearchValues<byte> IdBytes = SearchValues.Create([.. AllowedInIds.Select(c => (byte)c)]);
    private readonly OntologyDraft names;

    private SeedItemReader(OntologyDraft names, OntologyModel ontology) => (this.names, Ontology) = (names, ontology);

    /// <summary>The vocabulary that items are judged by.</summary>
    public OntologyModel Ontology { get; }

    /// <summary>Reads a vocabulary; null after reporting why there is none.</summary>
    public static SeedItemReader? Open(string ontologyFile, ProblemList problems)
    {
        var bytes = FileBytes.Read(ontologyFile, ontologyFile, problems);
        return bytes is not null && JsonTree.Read(new SeedFile(ontologyFile, bytes), problems) is { } value
            && OntologyReader.ReadChecked(value, problems) is ({ } draft, { } model)
            ? new SeedItemReader(draft, model)
            : null;
    }

    /// <summary>The item in a line: a <see cref="Fact"/> has a subject, a <see cref="Source"/> a title, a <see cref="Conflict"/> facts, a
    /// <see cref="Node"/> none of them. Null after reporting what is wrong.</summary>
    public object? Read(SeedFile line, ProblemList problems)
    {
        var before = problems.Count;
        if (JsonTree.Read(line, problems) is not { } value || StrictObject.Of(value, problems) is not { } item)
        {
            return null;
        }

        var draft = new SeedDraft { Ontology = names, Model = Ontology };
        var read = ReadInto(draft, item, problems);
        Judge(draft, problems);
        return problems.Count == before ? read : null;
    }

    private static object ReadInto(SeedDraft draft, StrictObject item, ProblemList problems)
    {
        if (item.Value.Find("subject") is not null)
        {
            var fact = FactReader.ReadOne(item, problems);
            draft.Keep(item, fact, fact.Id, SeedPart.Facts, draft.Facts, draft.FactsById);
            CheckId(item, fact.Id, problems);
            return fact;
        }

        if (item.Value.Find("title") is not null)
        {
            var source = SourceReader.Source(item);
            draft.Keep(item, source, source.Id, SeedPart.Sources, draft.Sources, draft.SourcesById);
            CheckId(item, source.Id, problems);
            return source;
        }

        if (item.Value.Find("facts") is not null)
        {
            var conflict = ConflictReader.Conflict(item);
            item.Finish();
            draft.Conflicts.Add(new Placed<Conflict>(conflict, item.Value, item.IsSound));
            CheckId(item, conflict.Id, problems);
            return conflict;
        }

        var node = NodeReader.Node(item);
        draft.Keep(item, node, node.Id, SeedPart.Nodes, draft.Nodes, draft.NodesById);
        CheckId(item, node.Id, problems);
        return node;
    }

    private static void CheckId(StrictObject item, string id, ProblemList problems)
    {
        if (id.Length > 0 && !IsId(id))
        {
            problems.Add(
                item.Value.At("id"),
                SeedCode.MalformedId,
                $"id {ProblemList.Quote(id)} is malformed; write printable ASCII without blank, quotation mark or backslash, at most {MaxIdLength} characters");
        }
    }

    /// <summary>Whether an id may be imported.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= MaxIdLength && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>As for a text.</summary>
    public static bool IsId(ReadOnlySpan<byte> id) => id.Length is > 0 and <= MaxIdLength && !id.ContainsAnyExcept(IdBytes);

    private static IEnumerable<char> AllowedInIds => Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => c is not ('"' or '\\'));

    private void Judge(SeedDraft draft, ProblemList problems)
    {
        RepeatedEntries.Check(draft, problems);
        KnownNames.Check(draft, problems);
        Dates.Check(draft, problems);
        CuratorFacts.Check(draft, problems);
        Attribution.Check(draft, problems);
        SharedNames.Check(draft, problems);
        NodeTypes.Check(draft, Ontology, problems);
        FactShape.Check(draft, Ontology, problems);
        ValueForms.Check(draft, Ontology, problems);
        Identifiers.Check(draft, Ontology, problems);
    }
}
