using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Snapshot;

/// <summary>The sources while a graph file is written.</summary>
internal sealed class SourceRows
{
    private readonly List<(long Record, PartialDate Date, bool HasAuthor, Origin Origin)> rows = [];

    /// <summary>Numbers their ids, of those that were only named too.</summary>
    public IdTable Ids { get; } = new();

    /// <summary>Whether a source with the id was added.</summary>
    public bool IsDefined(int number) => number < rows.Count && rows[number].Record > 0;

    public void Define(int number, Source source, long record, Origin origin)
    {
        while (rows.Count <= number)
        {
            rows.Add(default);
        }

        rows[number] = (record, source.Date.GetValueOrDefault(), source.Author is not null, origin);
    }

    public long RecordOf(int number) => rows[number].Record;

    /// <summary>The source's date; the default where it has none.</summary>
    public PartialDate DateOf(int number) => rows[number].Date;

    public bool HasAuthor(int number) => rows[number].HasAuthor;

    /// <summary>The numbers of those that were added, by id.</summary>
    public int[] InOrder() => Ids.InOrder(IsDefined);
}
