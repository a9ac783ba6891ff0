using System.Runtime.InteropServices;
using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Import;

/// <summary>As <see cref="PlainFacts"/>, nodes with an id, a type, a name, countries and a note, and nothing else.</summary>
internal sealed class PlainNodes
{
    private const int Id = 0;
    private const int Type = 1;
    private const int Name = 2;
    private const int Country = 3;
    private const int Note = 4;

    private readonly IdTable typeNames = new();
    private readonly bool[] isAbstract;
    private readonly PlainRecord record;

    /// <param name="ontology">The vocabulary.</param>
    /// <param name="quotes">Knows where the quotation marks of each line stand.</param>
    public PlainNodes(OntologyModel ontology, QuoteIndex quotes)
    {
        record = new PlainRecord(["id", "type", "name", "country", "note"], quotes);
        foreach (var type in ontology.NodeTypes.Keys)
        {
            typeNames.Intern(type);
        }

        isAbstract = [.. ontology.NodeTypes.Values.Select(type => type.IsAbstract)];
    }

    /// <summary>Adds a node to a batch; false if it is left to the readers, and nothing was done.</summary>
    /// <param name="line">The line, plain and compact.</param>
    /// <param name="start">Where it stands in the piece.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="piece">Where ids and records stand.</param>
    /// <param name="batch">The batch.</param>
    public bool TryTake(ReadOnlySpan<byte> line, int start, Origin origin, LinePiece piece, RecordBatch batch)
    {
        var first = batch.Ids.Count;
        if (!record.TryRead(line) || !record.Has((1 << Id) | (1 << Type) | (1 << Name)) || !AreTexts(line)
            || typeNames.Find(record.Text(line, Type)) is not (>= 0 and var type) || isAbstract[type] || !TryIds(line, start, batch.Ids))
        {
            CollectionsMarshal.SetCount(batch.Ids, first);
            return false;
        }

        var (name, idName) = NameHashes(record.Text(line, Name), record.Text(line, Id));
        var text = record.TryOrder(line, out var ordered) ? new BatchRecord(piece.Add(ordered), ordered.Length) : new BatchRecord(start, line.Length);
        batch.Nodes.Add(new BatchNode(text, first, batch.Ids.Count, (ushort)type, name, idName, origin));
        return true;
    }

    /// <summary>The hashes of the keys of name and id; null for the id where it has the same key.</summary>
    private static (uint Name, uint? Id) NameHashes(ReadOnlySpan<byte> name, ReadOnlySpan<byte> id)
    {
        Span<byte> nameBytes = stackalloc byte[256];
        Span<byte> idBytes = stackalloc byte[256];
        if (NameKey.TryOfAscii(name, nameBytes, out var nameLength) && NameKey.TryOfAscii(id, idBytes, out var idLength))
        {
            var idKey = idBytes[..idLength];
            return (NameIndex.HashOf(nameBytes[..nameLength]), idKey.SequenceEqual(nameBytes[..nameLength]) ? null : NameIndex.HashOf(idKey));
        }

        var (nameText, idText) = (NameKey.Of(Encoding.UTF8.GetString(name)), NameKey.Of(Encoding.UTF8.GetString(id)));
        return (NameIndex.HashOf(nameText), nameText == idText ? null : NameIndex.HashOf(idText));
    }

    private bool AreTexts(ReadOnlySpan<byte> line) =>
        record.AreTexts((1 << Id) | (1 << Type) | (1 << Name) | (1 << Note)) && SeedItemReader.IsId(record.Text(line, Id));

    private bool TryIds(ReadOnlySpan<byte> line, int start, List<BatchId> ids)
    {
        var into = new BatchIds(ids, start, line);
        into.Add(FactReference.Node, record.Text(line, Id));
        if (!record.Has(1 << Country))
        {
            return true;
        }

        var cursor = new PlainCursor(record.Raw(line, Country));
        return cursor.TryIds(FactReference.Node, into) && cursor.IsAtEnd;
    }
}
