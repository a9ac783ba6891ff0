using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// Which facts name each node, in compressed rows. Laid out in two rounds over the facts, one that counts and one that writes each to
/// its places, so that no pairs need be kept and sorted.
/// </summary>
/// <param name="nodeCount">Number of nodes.</param>
internal sealed class MentionRows(int nodeCount)
{
    /// <summary>Nearly each is a cache miss; written many in a row, they are waited for together.</summary>
    private const int WrittenAtOnce = 512;

    /// <summary>
    /// While counting, those of node n stand two further on; added up, one further on where its next goes, which is where the row of the
    /// next begins when all are written.
    /// </summary>
    private readonly int[] starts = new int[nodeCount + 2];
    private readonly (int Node, int Fact)[] waiting = new (int, int)[WrittenAtOnce];
    private int waitingCount;
    private int[] mentions = [];

    /// <summary>Counts the nodes that a fact names.</summary>
    public void Count(ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes)
        {
            starts[node + 2]++;
        }
    }

    /// <summary>All are counted; they are added next, in the same or another order.</summary>
    public void EndCount()
    {
        for (var node = 1; node < starts.Length; node++)
        {
            starts[node] += starts[node - 1];
        }

        mentions = GC.AllocateUninitializedArray<int>(starts[^1]);
    }

    /// <summary>Writes a fact to the rows of the nodes that it names.</summary>
    public void Add(ReadOnlySpan<int> nodes, int fact)
    {
        foreach (var node in nodes)
        {
            waiting[waitingCount++] = (node, fact);
            if (waitingCount == WrittenAtOnce)
            {
                WriteWaiting();
            }
        }
    }

    /// <summary>Writes where the row of each node begins, and where the last ends; then the rows, one after the other.</summary>
    public void Write(BlockWriter file)
    {
        WriteWaiting();
        file.Section<int>(SnapshotSection.MentionStarts, starts.AsSpan(0, nodeCount + 1));
        file.Section<int>(SnapshotSection.Mentions, mentions);
    }

    private void WriteWaiting()
    {
        foreach (var (node, fact) in waiting.AsSpan(0, waitingCount))
        {
            mentions[starts[node + 1]++] = fact;
        }

        waitingCount = 0;
    }
}
