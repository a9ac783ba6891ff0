using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Snapshot;

/// <summary>A node as a record of a graph file.</summary>
internal static class NodeRecord
{
    public static void Write(RecordWriter to, Node node)
    {
        to.Text(node.Id);
        to.Text(node.Type);
        to.Text(node.Name);
        to.Text(node.ShortName);
        FactRecords.List(to, node.Names, WriteName);
        to.Texts(node.Countries);
        FactRecords.List(to, node.Identifiers, WriteIdentifier);
        to.Text(node.Note);
    }

    public static Node Read(RecordReader from) => new()
    {
        Id = from.Text(),
        Type = from.Text(),
        Name = from.Text(),
        ShortName = from.TextOrNull(),
        Names = FactRecords.List(from, ReadName),
        Countries = from.Texts(),
        Identifiers = FactRecords.List(from, ReadIdentifier),
        Note = from.TextOrNull(),
    };

    private static void WriteName(RecordWriter to, NodeName name)
    {
        to.Text(name.Text);
        to.Number((int)name.Kind);
        to.Text(name.Language);
        to.Flag(name.IsAmbiguous);
    }

    private static NodeName ReadName(RecordReader from) => new(from.Text(), (NameKind)from.Number(), from.TextOrNull(), from.Flag());

    private static void WriteIdentifier(RecordWriter to, Identifier identifier)
    {
        to.Text(identifier.Scheme);
        to.Text(identifier.Value);
        to.Flag(identifier.IsAsPrinted);
    }

    private static Identifier ReadIdentifier(RecordReader from) => new(from.Text(), from.Text(), from.Flag());
}
