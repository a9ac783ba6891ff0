namespace KnowledgeGraph.Storage;

/// <summary>A list that grows by pieces, so that nothing is copied and nothing held twice when it grows.</summary>
/// <typeparam name="T">The values.</typeparam>
internal sealed class ChunkedList<T>
    where T : struct
{
    private const int ChunkBits = 12;
    private const int Mask = (1 << ChunkBits) - 1;
    private T[][] chunks = new T[4][];

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>The value at a position, to read or to change.</summary>
    public ref T this[int index] => ref chunks[index >> ChunkBits][index & Mask];

    public void Add(in T value) => Add() = value;

    /// <summary>
    /// Adds a blank value, to be filled where it stands: one that is made first and copied waits until its parts are written, and that
    /// behind all writes before it, which took a fiftieth of an import.
    /// </summary>
    public ref T Add()
    {
        if ((Count & Mask) == 0)
        {
            AddChunk(Count >> ChunkBits);
        }

        return ref chunks[Count >> ChunkBits][Count++ & Mask];
    }

    private void AddChunk(int chunk)
    {
        if (chunk == chunks.Length)
        {
            Array.Resize(ref chunks, chunk * 2);
        }

        chunks[chunk] = new T[1 << ChunkBits];
    }
}
