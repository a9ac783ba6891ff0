using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Snapshot;

/// <summary>Nodes, sources, facts and conflicts as records of a graph file; evidence and all.</summary>
internal static class FactRecords
{
    public static void Write(RecordWriter to, FactSet set)
    {
        List(to, set.Nodes, NodeRecord.Write);
        List(to, set.Sources, SourceRecord.Write);
        List(to, set.Facts, FactRecord.Write);
        List(to, set.Conflicts, WriteConflict);
    }

    /// <exception cref="InvalidDataException">There are no such records.</exception>
    public static FactSet Read(RecordReader from, OntologyModel ontology, string dataHash)
    {
        var nodes = List(from, NodeRecord.Read);
        var sources = List(from, SourceRecord.Read);
        var facts = List(from, FactRecord.Read);
        return new FactSet(ontology, nodes, sources, facts, List(from, ReadConflict), dataHash);
    }

    internal static void List<T>(RecordWriter to, IReadOnlyList<T> items, Action<RecordWriter, T> write)
        where T : class
    {
        to.Number(items.Count);
        foreach (var item in items)
        {
            write(to, item);
        }
    }

    internal static T[] List<T>(RecordReader from, Func<RecordReader, T> read)
        where T : class
    {
        var items = new T[from.Count()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(from);
        }

        return items;
    }

    private static void WriteConflict(RecordWriter to, Conflict conflict)
    {
        to.Text(conflict.Id);
        to.Texts(conflict.Facts);
        to.Text(conflict.Note);
    }

    private static Conflict ReadConflict(RecordReader from) => new(from.Text(), from.Texts(), from.Text());
}
