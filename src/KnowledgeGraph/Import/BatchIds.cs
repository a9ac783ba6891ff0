using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Import;

/// <summary>Takes the ids that stand in a line into a batch.</summary>
/// <param name="ids">The ids of the batch.</param>
/// <param name="start">Where the line stands among the bytes of the batch.</param>
/// <param name="line">The line.</param>
internal readonly ref struct BatchIds(List<BatchId> ids, int start, ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> line = line;

    /// <summary>How many the batch has.</summary>
    public int Count => ids.Count;

    /// <summary>Takes an id, which is a part of the line.</summary>
    public void Add(int kind, ReadOnlySpan<byte> id)
    {
        var at = (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(line), ref MemoryMarshal.GetReference(id));
        ids.Add(new BatchId(start + at, id.Length, IdHash.Of(id), kind));
    }

    /// <summary>Whether an id is among those taken from a position on.</summary>
    public bool Contains(ReadOnlySpan<byte> id, int first)
    {
        for (var i = first; i < ids.Count; i++)
        {
            if (line.Slice(ids[i].Start - start, ids[i].Length).SequenceEqual(id))
            {
                return true;
            }
        }

        return false;
    }
}
