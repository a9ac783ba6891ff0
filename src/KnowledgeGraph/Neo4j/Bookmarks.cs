namespace KnowledgeGraph.Neo4j;

/// <summary>
/// What this transport has committed, as the server names it. In a cluster a transaction that is begun with these waits until its
/// member has caught up with them, so a read sees every load that came before it, whichever member answers. Safe to use from
/// several threads; loads that run side by side keep their bookmarks side by side.
/// </summary>
internal sealed class Bookmarks
{
    private readonly Lock guard = new();
    private string[] latest = [];

    /// <summary>What a transaction that begins now must wait for; empty before the first commit.</summary>
    public IReadOnlyList<string> Latest
    {
        get
        {
            lock (guard)
            {
                return latest;
            }
        }
    }

    /// <summary>Takes over a commit's bookmarks. They include what the transaction itself waited for, which is dropped.</summary>
    /// <param name="waitedFor">What the transaction was begun with.</param>
    /// <param name="committed">What the commit's reply says; where it says nothing, nothing changes.</param>
    public void Replace(IReadOnlyList<string> waitedFor, IReadOnlyList<string> committed)
    {
        if (committed.Count > 0)
        {
            lock (guard)
            {
                latest = [.. latest.Except(waitedFor, StringComparer.Ordinal).Union(committed, StringComparer.Ordinal)];
            }
        }
    }
}
