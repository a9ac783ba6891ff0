using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Snapshot;

/// <summary>A source as a record of a graph file.</summary>
internal static class SourceRecord
{
    public static void Write(RecordWriter to, Source source)
    {
        to.Text(source.Id);
        to.Text(source.ShortName);
        to.Text(source.Title);
        to.Text(source.Publisher);
        to.Text(source.Author);
        to.Date(source.Date);
        to.Text(source.Kind);
        to.Text(source.Celex);
        to.Text(source.Url);
        to.Text(source.Note);
    }

    public static Source Read(RecordReader from) => new()
    {
        Id = from.Text(),
        ShortName = from.TextOrNull(),
        Title = from.Text(),
        Publisher = from.TextOrNull(),
        Author = from.TextOrNull(),
        Date = from.Date(),
        Kind = from.Text(),
        Celex = from.TextOrNull(),
        Url = from.TextOrNull(),
        Note = from.TextOrNull(),
    };
}
