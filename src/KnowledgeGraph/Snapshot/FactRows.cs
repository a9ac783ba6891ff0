using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>The facts while a graph file is written, by the numbers of their ids.</summary>
internal sealed class FactRows
{
    private ChunkedList<FactRow> rows = new();
    private ChunkedList<FactReference> references = new();

    /// <summary>Numbers the ids. A fact is added as soon as its id is numbered.</summary>
    public IdTable Ids { get; private set; } = new();

    /// <summary>How many there are.</summary>
    public int Count => rows.Count;

    /// <summary>How many further references were added.</summary>
    public int ReferenceCount => references.Count;

    /// <summary>A fact.</summary>
    public ref FactRow this[int number] => ref rows[number];

    /// <summary>Adds a fact; its references come next.</summary>
    public void Add(in FactRow row) => rows.Add(row);

    /// <summary>Adds a fact whose row lacks what is known only now; it is completed where it stands.</summary>
    public void Add(in FactRow row, long record, int subject, int @object)
    {
        ref var added = ref rows.Add();
        added = row;
        (added.Record, added.Subject, added.Object, added.FirstReference) = (record, subject, @object, ReferenceCount);
    }

    /// <summary>Adds a reference to the fact added last.</summary>
    public void Add(FactReference reference) => references.Add(reference);

    /// <summary>Gives the ids up, once nobody asks for them any more.</summary>
    public void ForgetIds() => Ids = new();

    /// <summary>Gives up all the rest, once the edges are made: the edges are laid out in the memory that this leaves.</summary>
    public void Forget() => (rows, references) = (new(), new());

    /// <summary>A further reference; those of a fact stand from its first up to the end.</summary>
    public ref FactReference Reference(int position) => ref references[position];

    /// <summary>Where the further references of a fact end.</summary>
    public int EndOfReferences(int number) => number + 1 < Count ? rows[number + 1].FirstReference : references.Count;
}
